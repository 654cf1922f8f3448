using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Tests.Routing;

/// <summary>
/// Requirements as scripts write them: <c>billing&gt;=2 &amp; (polish&gt;=1 | team:red)</c>, <c>!trust&gt;=3</c>,
/// <c>agent:ana</c>,
/// <c>language&gt;=2</c> (the customer's), <c>anyone</c>. Steps are parted by <c>then</c>: <c>X for 30s then Y</c>.
/// </summary>
static class RequirementText
{
    public static Step[] Steps(ScenarioFloor floor, string text) =>
        [.. text.Split(" then ", StringSplitOptions.TrimEntries).Select(step => OneStep(floor, step))];

    static Step OneStep(ScenarioFloor floor, string text)
    {
        var whileSignedIn = text.Contains(" while-signed-in", StringComparison.Ordinal);
        var parts = text.Replace(" while-signed-in", "").Split(" for ", 2);
        return new(Requirement(floor, parts[0]), parts.Length == 2 ? ScenarioSettings.Duration(parts[1].Trim()) : null, whileSignedIn);
    }

    public static Requirement Requirement(ScenarioFloor floor, string text)
    {
        var rest = text.Replace(" ", "");
        var requirement = Any(floor, ref rest);
        return rest == "" ? requirement : throw new FormatException("Not a requirement: " + text);
    }

    static Requirement Any(ScenarioFloor floor, ref string rest)
    {
        var parts = new List<Requirement> { All(floor, ref rest) };
        while (Skip(ref rest, '|')) parts.Add(All(floor, ref rest));
        return parts.Count == 1 ? parts[0] : new Requirement.Any(parts);
    }

    static Requirement All(ScenarioFloor floor, ref string rest)
    {
        var parts = new List<Requirement> { One(floor, ref rest) };
        while (Skip(ref rest, '&')) parts.Add(One(floor, ref rest));
        return parts.Count == 1 ? parts[0] : new Requirement.All(parts);
    }

    static Requirement One(ScenarioFloor floor, ref string rest)
    {
        if (Skip(ref rest, '!')) return new Requirement.Not(One(floor, ref rest));
        if (Skip(ref rest, '('))
        {
            var inner = Any(floor, ref rest);
            return Skip(ref rest, ')') ? inner : throw new FormatException("A bracket is missing.");
        }

        var end = rest.IndexOfAny(['&', '|', ')']);
        var word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return Leaf(floor, word);
    }

    static Requirement Leaf(ScenarioFloor floor, string word)
    {
        if (word == "anyone") return Core.Vocabulary.Requirement.Anyone;
        if (word.Split(':') is [var kind, var name])
        {
            return kind == "team" ? new Requirement.Team(floor.Team(name)) : new Requirement.Agent(floor.Id(name));
        }

        var parts = word.Split(">=");
        var level = ScenarioSettings.Number(parts[1]);
        return parts[0] switch
        {
            "language" => new Requirement.CustomersLanguage(level),
            "trust" => new Requirement.Trust(level),
            var skill => new Requirement.Skill(floor.Skill(skill), level),
        };
    }

    static bool Skip(ref string rest, char mark)
    {
        if (rest == "" || rest[0] != mark) return false;
        rest = rest[1..];
        return true;
    }
}
