using System.Net;
using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>One party's sound as it is offered and answered, and the leg that carries it.</summary>
sealed class Sound(OpenLeg open, IPAddress address, ulong session) : IDisposable
{
    /// <summary>What this side speaks: G.711, keys (RFC 4733), and noise in silences (RFC 3389).</summary>
    static readonly SdpCodec[] codecs = [SdpCodec.Pcma, SdpCodec.Pcmu, SdpCodec.Noise, new(101, "telephone-event", 8000, "0-16")];

    ulong version;

    public PortLeg Leg => open.Leg;

    /// <summary>What was last offered or answered.</summary>
    public Sdp Offer() => AudioAgreement.Offer(Origin(), Leg.Port, codecs);

    /// <returns>The answer; null when the peer offers nothing that this side speaks.</returns>
    public Sdp? Answer(Sdp offer, IPAddress peer)
    {
        if (AudioAgreement.Answer(offer, Origin(), Leg.Port, codecs) is not var (answer, agreed)) return null;
        Leg.Agree(agreed, peer);
        return answer;
    }

    /// <returns>Whether the peer took something of what was offered.</returns>
    public bool Take(Sdp? answer, IPAddress peer)
    {
        if (answer is null || AudioAgreement.Read(answer, codecs) is not { } agreed) return false;
        Leg.Agree(agreed, peer);
        return true;
    }

    public void Dispose() => open.Dispose();

    SdpOrigin Origin() => new("-", session, ++version, address.ToString());
}
