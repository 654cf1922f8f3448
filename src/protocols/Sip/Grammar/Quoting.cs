using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>Quoted strings, and lists whose commas may stand inside quotes and angle brackets.</summary>
static class Quoting
{
    /// <summary>What a value means: without its quotes and backslashes, if it has quotes.</summary>
    public static string Unquote(string value)
    {
        if (value is not ['"', .. var inner, '"']) return value;
        if (!inner.Contains('\\')) return inner;
        var plain = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length) i++;
            plain.Append(inner[i]);
        }
        return plain.ToString();
    }

    /// <summary>In quotes; characters that no header may hold become spaces.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var one in value)
        {
            if (one is '"' or '\\') quoted.Append('\\');
            quoted.Append(char.IsControl(one) ? ' ' : one);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>The values of a comma-separated list, trimmed; an empty text has none.</summary>
    /// <returns>Null when a quote or a bracket stays open.</returns>
    public static List<string>? SplitAtCommas(string text)
    {
        var values = new List<string>();
        if (text.Length == 0) return values;
        bool quoted = false, bracketed = false;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            if (quoted && one == '\\') i++;
            else if (one == '"' && !bracketed) quoted = !quoted;
            else if (!quoted && one is '<' or '>') bracketed = one == '<';
            else if (one == ',' && !quoted && !bracketed)
            {
                values.Add(text[start..i].Trim(' ', '\t'));
                start = i + 1;
            }
        }
        values.Add(text[start..].Trim(' ', '\t'));
        return quoted || bracketed ? null : values;
    }
}
