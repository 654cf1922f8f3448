using System.Net;

namespace Centrala.Server.Voice.Lines;

/// <summary>Who may speak with this side at all. Whoever may not gets no answer: scanners learn nothing.</summary>
sealed class Sources(VoiceSettings settings)
{
    public bool MaySpeak(IPAddress from) => IsPhone(from) || TrunkOf(from) is not null;

    public bool IsPhone(IPAddress from) => settings.Phones.Any(network => network.Contains(Plain(from)));

    /// <returns>The carrier that calls from there; null when none does.</returns>
    public TrunkSettings? TrunkOf(IPAddress from) =>
        settings.Trunks.FirstOrDefault(trunk => trunk.Sources.Any(network => network.Contains(Plain(from)))
            || trunk.Peers.Any(peer => peer.Address.Equals(Plain(from))));

    /// <summary>A socket for both families shows IPv4 addresses as mapped ones.</summary>
    static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
