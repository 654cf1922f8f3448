using System.Buffers;

namespace Centrala.Protocols.Sip;

/// <summary>Where a request goes or whom a header names: a sip or sips URI, or one of another scheme (tel, mailto).</summary>
public abstract record AddressUri(string Scheme)
{
    /// <summary>Reads a whole URI.</summary>
    /// <param name="problem">What the grammar has against it, when the answer is null.</param>
    public static AddressUri? Read(string text, out string? problem)
    {
        var scanner = new Scanner(text);
        var scheme = scanner.Run(Characters.Scheme).ToString();
        if (scheme.Length == 0 || !char.IsAsciiLetter(scheme[0]) || scanner.Next != ':') scanner.Fail("the URI has no scheme");
        else scanner.Take(1);

        AddressUri uri = scheme.Equals("sip", StringComparison.OrdinalIgnoreCase) || scheme.Equals("sips", StringComparison.OrdinalIgnoreCase)
            ? SipUri.ReadRest(scheme.ToLowerInvariant(), ref scanner)
            : new OtherUri(scheme, Escaped(ref scanner, Characters.OtherUri, "the URI"));
        if (!scanner.AtEnd) scanner.Fail($"'{scanner.Next}' has no place in the URI");
        problem = scanner.Problem;
        return problem is null ? uri : null;
    }

    /// <exception cref="FormatException">The text is no URI.</exception>
    public static AddressUri Parse(string text) =>
        Read(text, out var problem) ?? throw new FormatException($"\"{text}\": {problem}");

    /// <summary>At least one of these characters or an escape; as it stands, not unescaped.</summary>
    internal static string Escaped(ref Scanner scanner, SearchValues<char> of, string what)
    {
        var whole = scanner.Rest;
        var length = 0;
        while (true)
        {
            length += scanner.Run(of).Length;
            if (scanner.Next != '%') break;
            if (scanner.Rest.Length < 3 || !char.IsAsciiHexDigit(scanner.Rest[1]) || !char.IsAsciiHexDigit(scanner.Rest[2]))
            {
                scanner.Fail($"{what} has an escape that is none");
                break;
            }
            scanner.Take(3);
            length += 3;
        }
        if (length == 0) scanner.Fail($"{what} is empty");
        return whole[..length].ToString();
    }
}

/// <summary>A URI that is carried as it stands.</summary>
/// <param name="Rest">What follows the scheme's colon.</param>
public sealed record OtherUri(string Scheme, string Rest) : AddressUri(Scheme)
{
    public override string ToString() => $"{Scheme}:{Rest}";
}
