using System.Text;

namespace Centrala.Protocols.Tests;

/// <summary>Files under corpora/.</summary>
static class Corpus
{
    static readonly string folder = Path.Combine(AppContext.BaseDirectory, "corpora");

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(folder, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(folder, path));

    public static IEnumerable<string> Files(string under, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(folder, under), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);

    /// <summary>The messages of a call flow: blocks of "- |+" whose lines are indented by two, with CRLF and the empty line.</summary>
    public static IEnumerable<byte[]> Messages(string path)
    {
        var blocks = new List<StringBuilder>();
        foreach (var line in Lines(path))
        {
            if (line.StartsWith("- |", StringComparison.Ordinal)) blocks.Add(new());
            else if (blocks.Count > 0 && !line.StartsWith('#')) blocks[^1].Append(line.Length >= 2 ? line[2..] : "").Append("\r\n");
        }
        return blocks.Select(block => block.ToString())
            .Select(text => Encoding.UTF8.GetBytes(text.Contains("\r\n\r\n", StringComparison.Ordinal) ? text : text + "\r\n"));
    }
}
