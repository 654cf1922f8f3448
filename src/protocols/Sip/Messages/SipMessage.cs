namespace Centrala.Protocols.Sip;

/// <summary>A request or a response. What the parser accepted has all of From, To, Call-ID, CSeq and Via.</summary>
public abstract class SipMessage
{
    public HeaderList Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The stop to which this message's responses go.</summary>
    public Via TopVia => Must<Via>("Via");

    public NameAddress From => Must<NameAddress>("From");

    public NameAddress To => Must<NameAddress>("To");

    public string CallId => Must<string>("Call-ID");

    public CSeq CSeq => Must<CSeq>("CSeq");

    /// <summary>Where this side wants the next requests; null where it does not say.</summary>
    public NameAddress? Contact => Headers.Value<NameAddress>("Contact");

    public MediaType? ContentType => Headers.Value<MediaType>("Content-Type");

    public bool HasSdp => Body.Length > 0 && ContentType is { } type && MediaType.Sdp.Covers(type);

    public void SetBody(MediaType type, ReadOnlyMemory<byte> body)
    {
        Headers.Set("Content-Type", type);
        Body = body;
    }

    /// <exception cref="InvalidOperationException">The header is absent: the parser refuses such a message.</exception>
    T Must<T>(string name) where T : class =>
        Headers.Value<T>(name) ?? throw new InvalidOperationException($"A message without a proper {name} was used.");
}

/// <param name="method">Compared with case, as RFC 3261 7.1 says.</param>
public sealed class SipRequest(string method, AddressUri uri) : SipMessage
{
    public string Method { get; } = method;

    public AddressUri Uri { get; } = uri;

    public override string ToString() => $"{Method} {Uri}";
}

/// <param name="status">100 to 699.</param>
public sealed class SipResponse(int status, string reason) : SipMessage
{
    public const int StatusMin = 100, StatusMax = 699;

    public int Status { get; } = status;

    public string Reason { get; } = reason;

    public bool IsProvisional => Status < 200;

    public bool IsSuccess => Status is >= 200 and < 300;

    public override string ToString() => $"{Status} {Reason}";
}
