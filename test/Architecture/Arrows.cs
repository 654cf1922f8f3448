using System.Text.RegularExpressions;

namespace Centrala.Architecture.Tests;

/// <summary>The fenced block of ARCHITECTURE.md: each part of the tree with the parts that it may use.</summary>
static partial class Arrows
{
    public static IReadOnlyDictionary<string, HashSet<string>> Allowed { get; } =
        Block().Match(File.ReadAllText(Path.Combine(Tree.Root, "ARCHITECTURE.md"))).Groups[1].Value
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split("->", 2, StringSplitOptions.TrimEntries))
            .ToDictionary(line => line[0], line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());

    public static bool Allows(string from, string to) => Allowed.TryGetValue(from, out var uses) && uses.Contains(to);

    [GeneratedRegex(@"^```arrows\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
