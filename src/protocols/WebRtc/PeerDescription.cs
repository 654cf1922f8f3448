using System.Net;
using Centrala.Protocols.Sip;

namespace Centrala.Protocols.WebRtc;

/// <summary>What a browser's offer says of its one stream of sound: who it is, how it is reached, and what it speaks.</summary>
/// <param name="Media">Which of the offered media it is.</param>
/// <param name="Fingerprint">SHA-256 of its certificate, upper case, with colons.</param>
/// <param name="PeerBegins">Whether the peer says hello; otherwise this side does.</param>
/// <param name="Codec">G.711, with the peer's number.</param>
/// <param name="TelephoneEvents">The peer's number for keys; null when it takes none.</param>
public sealed record PeerDescription(
    Sdp Offer, SdpMedia Media, IceCredentials Ice, string Fingerprint, bool PeerBegins, SdpCodec Codec, SdpCodec? TelephoneEvents)
{
    const string Protected = "UDP/TLS/RTP/SAVPF", FingerprintKind = "sha-256";
    const int FingerprintLength = 95;

    static readonly SdpCodec[] codecs = [SdpCodec.Pcmu, SdpCodec.Pcma];

    /// <param name="problem">Why the offer cannot be taken, in the words of its reader.</param>
    public static PeerDescription? Read(ReadOnlySpan<byte> body, out string? problem)
    {
        if (SdpParser.Parse(body, out problem) is not { } offer) return null;
        var media = offer.Media.FirstOrDefault(one => one.Kind == "audio" && one.Port != 0 && one.Protocol == Protected);
        if (media is null)
        {
            problem = "no protected sound is offered";
            return null;
        }
        var read = Read(offer, media);
        problem = read is null ? "the sound's name, password, fingerprint or codec is missing or none that is known here" : null;
        return read;
    }

    /// <summary>What this side answers: its one address, and that it is the lite side.</summary>
    /// <param name="at">Where the browser reaches this side; perhaps a translator's public address.</param>
    public Sdp Answer(IceCredentials own, DtlsIdentity identity, IPEndPoint at, ulong session)
    {
        var origin = new SdpOrigin("-", session, 1, at.Address.ToString());
        var mid = Attribute(Media.Attributes, "mid");
        var media = Offer.Media.Select(one => one == Media ? Taken(own, identity, at) : one with { Port = 0, Attributes = Named(one) });
        return new(origin, "-", null, [.. mid is null ? [] : (SdpAttribute[])[new("group", $"BUNDLE {mid}")], new("ice-lite")], [.. media]);
    }

    static PeerDescription? Read(Sdp offer, SdpMedia media)
    {
        string? Of(string name) => Attribute(media.Attributes, name) ?? Attribute(offer.Attributes, name);
        var ice = new IceCredentials(Of("ice-ufrag") ?? "", Of("ice-pwd") ?? "");
        var codec = media.Codecs.FirstOrDefault(one => codecs.Any(one.Is));
        if (!ice.IsUsable || codec is null || Fingerprints(offer, media) is not { } fingerprint) return null;
        // Reports come over the same port, or not at all.
        if (!media.Attributes.Any(one => one.Name == "rtcp-mux")) return null;
        var events = media.Codecs.FirstOrDefault(one => one.IsTelephoneEvent && one.Hertz == codec.Hertz);
        return new(offer, media, ice, fingerprint, Of("setup") is not "passive", codec, events);
    }

    SdpMedia Taken(IceCredentials own, DtlsIdentity identity, IPEndPoint at)
    {
        SdpCodec[] spoken = TelephoneEvents is null ? [Codec] : [Codec, TelephoneEvents];
        return new("audio", at.Port, Protected, [.. spoken.Select(one => one.Number.ToString(provider: null))], at.Address.ToString(),
        [
            .. Named(Media), new("rtcp-mux"), new("ice-ufrag", own.Name), new("ice-pwd", own.Password),
            new("fingerprint", $"{FingerprintKind} {identity.Fingerprint}"), new("setup", PeerBegins ? "passive" : "active"),
            new("candidate", $"1 1 udp 2130706431 {at.Address} {at.Port} typ host"), new("end-of-candidates"),
            .. spoken.SelectMany(one => one.Attributes), new("ptime", "20"), SdpAttribute.Of(Mirrored()),
        ]);
    }

    // Not by the address, which in an offer of a browser is always the empty one.
    SdpDirection Mirrored() => (SdpAttribute.Direction(Media.Attributes) ?? SdpDirection.SendReceive) switch
    {
        SdpDirection.SendOnly => SdpDirection.ReceiveOnly,
        SdpDirection.ReceiveOnly => SdpDirection.SendOnly,
        var same => same,
    };

    static SdpAttribute[] Named(SdpMedia media) => Attribute(media.Attributes, "mid") is { } mid ? [new("mid", mid)] : [];

    static string? Fingerprints(Sdp offer, SdpMedia media) => media.Attributes.Concat(offer.Attributes)
        .Where(one => one.Name == "fingerprint")
        .Select(one => one.Value?.Split(' ', 2) is [var kind, { Length: FingerprintLength } value]
            && kind.Equals(FingerprintKind, StringComparison.OrdinalIgnoreCase) ? value.ToUpperInvariant() : null)
        .FirstOrDefault(one => one is not null);

    static string? Attribute(IEnumerable<SdpAttribute> attributes, string name) => attributes.FirstOrDefault(one => one.Name == name)?.Value?.Trim();
}
