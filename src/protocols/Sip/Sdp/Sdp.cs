using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>A session as RFC 8866 describes it: who offers it, where media goes, and one entry a medium.</summary>
/// <param name="Origin">The o= line: user, id, version and address.</param>
/// <param name="Address">The session's c= line; null when each medium has its own.</param>
public sealed record Sdp(SdpOrigin Origin, string Name, string? Address, IReadOnlyList<SdpAttribute> Attributes, IReadOnlyList<SdpMedia> Media)
{
    /// <summary>Where this medium is to be sent: its own address, or the session's.</summary>
    public string? AddressOf(SdpMedia media) => media.Address ?? Address;

    public SdpDirection DirectionOf(SdpMedia media) =>
        AddressOf(media) is "0.0.0.0" ? SdpDirection.Inactive
        : SdpAttribute.Direction(media.Attributes) ?? SdpAttribute.Direction(Attributes) ?? SdpDirection.SendReceive;

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString()
    {
        var text = new StringBuilder("v=0\r\n").Append(Origin).Append($"s={Name}\r\n");
        if (Address is not null) text.Append(Connection(Address));
        text.Append("t=0 0\r\n");
        foreach (var attribute in Attributes) text.Append(attribute);
        foreach (var media in Media) text.Append(media);
        return text.ToString();
    }

    internal static string Connection(string address) => $"c=IN {Family(address)} {address}\r\n";

    internal static string Family(string address) => address.Contains(':') ? "IP6" : "IP4";
}

/// <param name="Id">With the rest of the line names the session; <paramref name="Version"/> grows by one with every change.</param>
public sealed record SdpOrigin(string User, ulong Id, ulong Version, string Address)
{
    public override string ToString() => $"o={User} {Id} {Version} IN {Sdp.Family(Address)} {Address}\r\n";
}

/// <param name="Port">0: refused or closed.</param>
/// <param name="Formats">For RTP the payload types, the dearest first.</param>
public sealed record SdpMedia(
    string Kind, int Port, string Protocol, IReadOnlyList<string> Formats, string? Address, IReadOnlyList<SdpAttribute> Attributes)
{
    /// <summary>The codecs behind the formats; static payload types need no map (RFC 3551).</summary>
    public IEnumerable<SdpCodec> Codecs => Formats.Select(SdpCodec? (format) => SdpCodec.Of(format, Attributes)).OfType<SdpCodec>();

    public override string ToString()
    {
        var text = new StringBuilder($"m={Kind} {Port} {Protocol} {string.Join(' ', Formats)}\r\n");
        if (Address is not null) text.Append(Sdp.Connection(Address));
        foreach (var attribute in Attributes) text.Append(attribute);
        return text.ToString();
    }
}

public sealed record SdpAttribute(string Name, string? Value = null)
{
    static readonly Dictionary<string, SdpDirection> directions = new()
    {
        ["sendrecv"] = SdpDirection.SendReceive,
        ["sendonly"] = SdpDirection.SendOnly,
        ["recvonly"] = SdpDirection.ReceiveOnly,
        ["inactive"] = SdpDirection.Inactive,
    };

    public static SdpAttribute Of(SdpDirection direction) => new(directions.First(one => one.Value == direction).Key);

    /// <returns>Null when none of the attributes says it.</returns>
    internal static SdpDirection? Direction(IEnumerable<SdpAttribute> attributes)
    {
        foreach (var attribute in attributes)
            if (directions.TryGetValue(attribute.Name, out var direction)) return direction;
        return null;
    }

    public override string ToString() => Value is null ? $"a={Name}\r\n" : $"a={Name}:{Value}\r\n";
}

/// <summary>Which way media flows, as the side sees it that says it.</summary>
[Flags]
public enum SdpDirection
{
    Inactive = 0,
    SendOnly = 1,
    ReceiveOnly = 2,
    SendReceive = SendOnly | ReceiveOnly,
}
