using System.Buffers;

namespace Centrala.Protocols.Sip;

/// <summary>Whom From, To, Contact, Route and their like name: <c>"Ana" &lt;sip:ana@example.com&gt;;tag=1</c>.</summary>
/// <param name="DisplayName">Without quotes; null where there is none.</param>
public sealed record NameAddress(string? DisplayName, AddressUri Uri, Parameters Parameters)
{
    static readonly AddressUri nobody = new SipUri(null, "invalid");
    static readonly SearchValues<char> endOfBareUri = SearchValues.Create(" \t;,?<>\"");

    public NameAddress(AddressUri uri) : this(null, uri, Parameters.None) { }

    /// <summary>The dialog's half that this side chose; null where none is given.</summary>
    public string? Tag => Parameters["tag"];

    public SipUri? SipUri => Uri as SipUri;

    public NameAddress WithTag(string tag) => this with { Parameters = Parameters.With("tag", tag) };

    public override string ToString() =>
        DisplayName is null ? $"<{Uri}>{Parameters}" : $"{Quoting.Quote(DisplayName)} <{Uri}>{Parameters}";

    internal static NameAddress Read(ref Scanner scanner)
    {
        scanner.SkipSpace();
        var name = ReadDisplayName(ref scanner);
        var uri = scanner.Next == '<' ? Bracketed(ref scanner) : Bare(ref scanner);
        return new(name, uri, Parameters.Read(ref scanner));
    }

    /// <summary>Route, Record-Route, Path and Service-Route: only with brackets, for the parameters belong to the URI.</summary>
    internal static NameAddress ReadBracketed(ref Scanner scanner)
    {
        if (!scanner.Rest.Contains('<')) scanner.Fail("the URI needs angle brackets");
        return Read(ref scanner);
    }

    static string? ReadDisplayName(ref Scanner scanner)
    {
        if (scanner.Next == '"')
        {
            var quoted = Quoting.Unquote(scanner.Quoted());
            scanner.SkipSpace();
            if (scanner.Next != '<') scanner.Fail("no address follows the name");
            return quoted;
        }
        var bracket = scanner.Rest.IndexOf('<');
        if (bracket <= 0 || !IsName(scanner.Rest[..bracket])) return null;
        return scanner.Take(bracket).Trim(" \t").ToString() is { Length: > 0 } name ? name : null;
    }

    /// <summary>Words of token characters. Letters beyond ASCII should be quoted; that they are not harms nobody.</summary>
    static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var one in text)
            if (!Characters.Token.Contains(one) && one is not (' ' or '\t' or >= '\u0080')) return false;
        return true;
    }

    static AddressUri Bracketed(ref Scanner scanner)
    {
        scanner.Take(1);
        var end = scanner.Rest.IndexOf('>');
        if (end < 0)
        {
            scanner.Fail("an angle bracket is not closed");
            return nobody;
        }
        var uri = ReadUri(ref scanner, end);
        if (!scanner.AtEnd) scanner.Take(1);
        return uri;
    }

    /// <summary>Without brackets a URI ends at the first semicolon or comma, and has no question mark (section 20).</summary>
    static AddressUri Bare(ref Scanner scanner)
    {
        var end = scanner.Rest.IndexOfAny(endOfBareUri);
        var uri = ReadUri(ref scanner, end < 0 ? scanner.Rest.Length : end);
        if (scanner.Next == '?') scanner.Fail("a URI with a question mark needs angle brackets");
        return uri;
    }

    static AddressUri ReadUri(ref Scanner scanner, int length)
    {
        var uri = AddressUri.Read(scanner.Take(length).ToString(), out var problem);
        if (problem is not null) scanner.Fail(problem);
        return uri ?? nobody;
    }
}
