using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>The head of a message in lines.</summary>
static class Lines
{
    /// <summary>Joins lines that white space continues by one space (RFC 3261 7.3.1). At least one line, perhaps empty.</summary>
    public static List<string> Unfold(string head)
    {
        var lines = new List<string>();
        StringBuilder? folded = null;
        foreach (var range in head.AsSpan().Split('\n'))
        {
            var line = head.AsSpan(range);
            if (line.EndsWith("\r")) line = line[..^1];
            if (line.IsEmpty && lines.Count > 0) continue;
            if (lines.Count > 1 && line[0] is ' ' or '\t')
            {
                folded ??= new(lines[^1]);
                folded.Append(' ').Append(line.Trim(" \t"));
                continue;
            }
            Close(lines, ref folded);
            lines.Add(line.ToString());
        }
        Close(lines, ref folded);
        return lines;
    }

    static void Close(List<string> lines, ref StringBuilder? folded)
    {
        if (folded is null) return;
        lines[^1] = folded.ToString();
        folded = null;
    }
}
