using System.Reflection;

namespace Centrala.Server.Demo;

/// <summary>What one invented customer writes, and what a simulated agent answers; see <c>dialogues/README.md</c>.</summary>
/// <param name="Widget">The word of the widget that it is written into.</param>
/// <param name="Who">she, he or any: which first names fit the customer.</param>
/// <param name="CustomerLines">At least one; the first begins the chat.</param>
/// <param name="AgentLines">The answer to each of the customer's lines; the last customer line needs none.</param>
/// <param name="Facts">What the customer says when an answer asks for it: any of the words, then the text.</param>
sealed record Dialogue(
    string Widget, string Language, string Name, string Who, IReadOnlyList<string> CustomerLines, IReadOnlyList<string> AgentLines,
    IReadOnlyList<(string[] Words, string Text)> Facts)
{
    const string Folder = "dialogues/";

    /// <summary>All that come with the program.</summary>
    public static readonly IReadOnlyList<Dialogue> All =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(ReadFile),
    ];

    /// <returns>The dialogue that begins with this line; null when a person wrote it.</returns>
    public static Dialogue? BeginningWith(string line) => All.FirstOrDefault(dialogue => dialogue.CustomerLines[0] == line);

    static IEnumerable<Dialogue> ReadFile(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var language = resource[Folder.Length..].Split('.')[1];
        return reader.ReadToEnd().Split("== ", StringSplitOptions.RemoveEmptyEntries).Select(text => Read(text, language));
    }

    /// <exception cref="FormatException">A line begins with none of the known signs.</exception>
    public static Dialogue Read(string text, string language)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var title = lines[0].Split(' ');
        List<string> customer = [], agent = [];
        List<(string[], string)> facts = [];
        foreach (var line in lines[1..])
        {
            if (line.StartsWith("C: ", StringComparison.Ordinal)) customer.Add(line[3..]);
            else if (line.StartsWith("A: ", StringComparison.Ordinal)) agent.Add(line[3..]);
            else if (line.StartsWith("? ", StringComparison.Ordinal) && line[2..].Split(" :: ") is [var words, var answer])
                facts.Add((words.Split('|'), answer));
            else throw new FormatException($"A dialogue of {title[0]} has a line that is none: {line}");
        }
        return new Dialogue(title[0], language, title[1], title[2], customer, agent, facts);
    }
}
