namespace Centrala.Protocols.Sip;

/// <summary>A time in seconds with parameters, such as <c>Session-Expires: 1800;refresher=uac</c>.</summary>
/// <param name="Value">0 to 2^32 − 1; a greater number counts as the greatest, as RFC 3261 20.19 allows.</param>
public sealed record Seconds(long Value, Parameters Parameters)
{
    public TimeSpan Time => TimeSpan.FromSeconds(Value);

    public override string ToString() => $"{Value}{Parameters}";

    internal static Seconds Read(ref Scanner scanner)
    {
        scanner.SkipSpace();
        var digits = scanner.Some(Characters.Digit, "the number of seconds").TrimStart('0');
        var value = digits.Length == 0 ? 0 : digits.Length > 10 ? uint.MaxValue : long.Parse(digits, provider: null);
        return new(Math.Min(value, uint.MaxValue), Parameters.Read(ref scanner));
    }
}
