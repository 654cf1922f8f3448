using System.Buffers;

namespace Centrala.Protocols.Sip;

/// <summary>
/// Reads one header value from left to right. After the first problem the rest reads as empty, so that a reader may
/// go on and <see cref="Problem"/> be looked at once, at its end.
/// </summary>
ref struct Scanner(ReadOnlySpan<char> text)
{
    ReadOnlySpan<char> rest = text;

    /// <summary>What the grammar has against the text, in words; null as long as it has nothing.</summary>
    public string? Problem { get; private set; }

    public readonly bool AtEnd => rest.IsEmpty;
    public readonly char Next => rest.IsEmpty ? '\0' : rest[0];
    public readonly ReadOnlySpan<char> Rest => rest;

    public void Fail(string problem)
    {
        Problem ??= problem;
        rest = default;
    }

    public void SkipSpace() => rest = rest.TrimStart(" \t");

    /// <summary>The longest run of these characters, perhaps none.</summary>
    public ReadOnlySpan<char> Run(SearchValues<char> of)
    {
        var length = rest.IndexOfAnyExcept(of);
        return Take(length < 0 ? rest.Length : length);
    }

    public ReadOnlySpan<char> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    /// <summary>At least one of these characters.</summary>
    public string Some(SearchValues<char> of, string what)
    {
        var run = Run(of);
        if (run.IsEmpty) Fail($"{what} is missing");
        return run.ToString();
    }

    public string Token(string what) => Some(Characters.Token, what);

    /// <summary>A separator, with white space allowed on both of its sides.</summary>
    public bool Separator(char one)
    {
        var after = rest.TrimStart(" \t");
        if (after.IsEmpty || after[0] != one) return false;
        rest = after[1..].TrimStart(" \t");
        return true;
    }

    /// <summary>A decimal number; what is greater than <paramref name="max"/> is a problem.</summary>
    public long Number(string what, long max)
    {
        var digits = Run(Characters.Digit);
        if (digits.IsEmpty) Fail($"{what} is not a number");
        digits = digits.TrimStart('0');
        if (digits.IsEmpty) return 0;
        if (digits.Length <= 18 && long.Parse(digits, provider: null) is var value && value <= max) return value;
        Fail($"{what} is beyond {max}");
        return 0;
    }

    /// <summary>A quoted string, returned as it stands, with its quotes and backslashes.</summary>
    public string Quoted()
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\') i++;
            else if (rest[i] == '"') return Take(i + 1).ToString();
        }
        Fail("a quote is not closed");
        return "\"\"";
    }

    /// <summary>White space, then nothing.</summary>
    public void End()
    {
        SkipSpace();
        if (!rest.IsEmpty) Fail($"\"{rest[..Math.Min(rest.Length, 20)]}\" is too much");
    }
}
