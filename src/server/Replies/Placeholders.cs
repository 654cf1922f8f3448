using System.Text.RegularExpressions;

namespace Centrala.Server.Replies;

/// <summary>What stands in double braces in a saved reply, and is filled in by the desk when it is used.</summary>
static partial class Placeholders
{
    /// <summary>Every one that the desk knows.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "customer.name", "customer.firstName", "agent.name", "agent.firstName", "partner.name", "queue.name", "today", "time",
    ];

    static readonly string known = string.Join(", ", All);

    /// <returns>Null when the desk can fill in all of the text.</returns>
    public static Sentence? Objection(string? text) =>
        Braces().Matches(text ?? "").Select(match => match.Groups[1].Value).FirstOrDefault(name => !All.Contains(name)) is { } unknown
            ? Say($"There is no placeholder “{unknown}”. There are: {known}.") : null;

    [GeneratedRegex(@"\{\{\s*(.*?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
