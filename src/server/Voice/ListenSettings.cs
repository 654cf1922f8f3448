using System.Net;
using System.Text.Json.Serialization;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice;

/// <summary>Where SIP is listened to; port 0 takes a free one.</summary>
/// <param name="Certificate">PEM: the certificate of TLS, then any intermediates.</param>
/// <param name="Key">PEM: its private key.</param>
sealed record ListenSettings(
    IPEndPoint? Udp = null, IPEndPoint? Tcp = null, IPEndPoint? Tls = null, string? Certificate = null, string? Key = null)
{
    [JsonIgnore]
    public IEnumerable<(SipTransport Transport, IPEndPoint At)> All
    {
        get
        {
            if (Udp is not null) yield return (SipTransport.Udp, Udp);
            if (Tcp is not null) yield return (SipTransport.Tcp, Tcp);
            if (Tls is not null) yield return (SipTransport.Tls, Tls);
        }
    }
}

/// <summary>A carrier.</summary>
/// <param name="Sources">Networks from which it calls; from elsewhere nobody calls in its name.</param>
/// <param name="Peers">Where it is registered with, the first that answers.</param>
/// <param name="Domain">Whose customer this side is: goes into the addresses of a REGISTER.</param>
/// <param name="Registers">Whether the carrier wants to be told where this side is.</param>
sealed record TrunkSettings(
    string Name, IReadOnlyList<IPNetwork> Sources, IReadOnlyList<IPEndPoint>? Peers = null, SipTransport Transport = SipTransport.Udp,
    string? Domain = null, string? User = null, string? Password = null, bool Registers = false)
{
    public IReadOnlyList<IPEndPoint> Peers { get; init; } = Peers ?? [];

    [JsonIgnore]
    public DigestAccount? Account => User is not null && Password is not null ? new(User, Password) : null;
}
