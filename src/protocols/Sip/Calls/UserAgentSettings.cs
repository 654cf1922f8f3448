namespace Centrala.Protocols.Sip;

/// <summary>What a user agent says of itself.</summary>
/// <param name="SentBy">Host and port at which peers reach it, such as <c>192.0.2.1:5060</c>.</param>
/// <param name="Product">Goes into Server and User-Agent: a name without a version, for nothing of the inside leaks.</param>
public sealed record UserAgentSettings(string SentBy, Capabilities Can, string Product)
{
    /// <summary>After how long without a refresh a call counts as lost (RFC 4028).</summary>
    public TimeSpan SessionInterval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A shorter interval is refused with 422.</summary>
    public TimeSpan SessionIntervalMin { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Where peers reach it over a transport that is listened to elsewhere than at <see cref="SentBy"/>.</summary>
    public IReadOnlyDictionary<SipTransport, string> Elsewhere { get; init; } = new Dictionary<SipTransport, string>();

    public string SentByOver(Hop hop) => Elsewhere.GetValueOrDefault(hop.Transport, SentBy);

    public AddressUri Contact(Hop hop)
    {
        var uri = (SipUri)AddressUri.Parse($"sip:{SentByOver(hop)}");
        return hop.Transport is SipTransport.Udp ? uri
            : uri with { Parameters = uri.Parameters.With("transport", hop.Transport.ToString().ToLowerInvariant()) };
    }
}

/// <summary>A call to be made.</summary>
/// <param name="To">The Request-URI, and with it To.</param>
/// <param name="Via">To whom the INVITE is sent: the telephone, or the trunk in front of it.</param>
/// <param name="Offer">Null to leave the offer to the peer.</param>
/// <param name="Account">Answers a challenge; null where none is expected.</param>
/// <param name="Headers">More headers, such as P-Asserted-Identity.</param>
/// <param name="IsTranslated">The telephone sits behind an address translator: what follows goes where the INVITE went, too.</param>
public sealed record CallOrder(
    AddressUri To, NameAddress From, Hop Via, Sdp? Offer, DigestAccount? Account = null, IReadOnlyList<Header>? Headers = null,
    bool IsTranslated = false);
