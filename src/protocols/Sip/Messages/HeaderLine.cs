namespace Centrala.Protocols.Sip;

/// <summary>Reads one unfolded line into headers: names made long, lists split, values checked.</summary>
static class HeaderLine
{
    /// <returns>What the grammar has against the line; null when nothing. A bad value is kept as text alone.</returns>
    public static string? ReadInto(HeaderList headers, string line)
    {
        var colon = line.IndexOf(':');
        var name = line.AsSpan(0, Math.Max(colon, 0)).TrimEnd(" \t");
        if (name.IsEmpty || name.ContainsAnyExcept(Characters.Token)) return $"The line \"{Shortened(line)}\" has no name of a header.";
        var text = line[(colon + 1)..].Trim(' ', '\t');
        if (HoldsControls(text)) return $"The header {name} holds characters that none may hold.";

        if (HeaderRule.Of(name) is not { } rule)
        {
            headers.Add(new Header(name.ToString(), text));
            return null;
        }
        if (rule.Form is HeaderForm.Single && headers.Has(rule.Name)) return $"The header {rule.Name} comes twice.";
        return rule.Form is HeaderForm.Single or HeaderForm.Lines ? Add(headers, rule, text) : AddAll(headers, rule, text);
    }

    static string? AddAll(HeaderList headers, HeaderRule rule, string text)
    {
        if (Quoting.SplitAtCommas(text) is not { } values) return $"The header {rule.Name} leaves a quote or a bracket open.";
        if (values.Count == 0 && rule.Form is HeaderForm.List) return $"The header {rule.Name} is empty.";
        string? problem = null;
        foreach (var value in values) problem = Add(headers, rule, value) ?? problem;
        return problem;
    }

    static string? Add(HeaderList headers, HeaderRule rule, string text)
    {
        if (rule.Read is null)
        {
            headers.Add(new Header(rule.Name, text));
            return null;
        }
        var scanner = new Scanner(text);
        var value = rule.Read(ref scanner);
        scanner.End();
        headers.Add(new Header(rule.Name, text) { Value = scanner.Problem is null ? value : null });
        return scanner.Problem is { } problem ? $"The header {rule.Name} cannot be read: {problem}." : null;
    }

    /// <summary>Controls stand only behind a backslash in quotes; CR and LF stand nowhere.</summary>
    static bool HoldsControls(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (< ' ' or '\u007f') || text[i] == '\t') continue;
            if (text[i] is '\r' or '\n' || i == 0 || text[i - 1] != '\\') return true;
        }
        return false;
    }

    static string Shortened(string line) => line.Length <= 20 ? line : line[..20] + "…";
}
