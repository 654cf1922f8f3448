namespace Centrala.Protocols.Sip;

/// <summary>A payload type and what it stands for.</summary>
/// <param name="Number">0 to 127.</param>
/// <param name="Hertz">The clock rate of its time stamps; 8000 for G.722 too, by an old mistake (RFC 3551 4.5.2).</param>
/// <param name="Format">The fmtp line; null where there is none.</param>
public sealed record SdpCodec(int Number, string Name, int Hertz, string? Format = null)
{
    const int NumberMax = 127;

    public static readonly SdpCodec Pcmu = new(0, "PCMU", 8000), Pcma = new(8, "PCMA", 8000), G722 = new(9, "G722", 8000);

    /// <summary>Noise where nothing is said (RFC 3389): goes with a codec, is none.</summary>
    public static readonly SdpCodec Noise = new(13, "CN", 8000);

    static readonly SdpCodec[] wellKnown = [Pcmu, Pcma, G722, new(3, "GSM", 8000), Noise, new(18, "G729", 8000)];

    public bool Is(SdpCodec other) => Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase) && Hertz == other.Hertz;

    public bool IsNoise => Name.Equals(Noise.Name, StringComparison.OrdinalIgnoreCase);

    public bool IsTelephoneEvent => Name.Equals("telephone-event", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<SdpAttribute> Attributes
    {
        get
        {
            yield return new("rtpmap", $"{Number} {Name}/{Hertz}");
            if (Format is not null) yield return new("fmtp", $"{Number} {Format}");
        }
    }

    /// <returns>Null for a format without a map that is not well known, and for a map that cannot be read.</returns>
    internal static SdpCodec? Of(string format, IReadOnlyList<SdpAttribute> attributes)
    {
        if (!int.TryParse(format, out var number) || number is < 0 or > NumberMax) return null;
        if (Mapped("rtpmap", format, attributes) is not { } map) return Array.Find(wellKnown, one => one.Number == number);
        var parts = map.Split('/');
        return parts.Length >= 2 && int.TryParse(parts[1], out var hertz) && hertz > 0
            ? new(number, parts[0], hertz, Mapped("fmtp", format, attributes)) : null;
    }

    static string? Mapped(string name, string format, IReadOnlyList<SdpAttribute> attributes)
    {
        foreach (var one in attributes)
            if (one.Name == name && one.Value?.Split(' ', 2) is [var of, var value] && of == format) return value.Trim();
        return null;
    }
}
