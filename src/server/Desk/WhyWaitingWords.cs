using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Server.Desk;

/// <summary>Puts names to the reasons for which a contact waits.</summary>
static class WhyWaitingWords
{
    /// <summary>People named under one obstacle; the count holds all.</summary>
    const int NamedMax = 30;

    public static WhyWaitingView View(this WhyWaiting why, NameBook book, string? customer) => new(
        why.Contact, customer, book.Queue(why.Queue), why.Since, why.Position, why.StepUntil,
        why.Named is { } named ? book.Person(named) : null,
        [.. why.Steps.Skip(Math.Max(0, why.Step - 1)).Select(step => View(step, why.Language, book))],
        Obstacles(why.Candidates, book));

    /// <summary>What rules people out, the nearest to a yes first.</summary>
    public static IReadOnlyList<ObstacleView> Obstacles(IEnumerable<WaitingCandidate> candidates, NameBook book) =>
    [
        .. candidates.GroupBy(candidate => (candidate.Obstacle, Key: string.Join(',', candidate.Missing)))
            .OrderBy(group => group.Key.Obstacle).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Key)
            .Select(group => View(group.Key.Obstacle, [.. group], book)),
    ];

    static ObstacleView View(Obstacle obstacle, List<WaitingCandidate> candidates, NameBook book) => new(
        obstacle, [.. candidates[0].Missing.Select(missing => View(missing, book))], candidates.Count,
        [
            .. candidates.Select(candidate => new RuledOutView(
                    candidate.Agent, book.Person(candidate.Agent), candidate.AwayKind, candidate.Since, candidate.Until))
                .OrderBy(person => person.Name, StringComparer.Ordinal).Take(NamedMax),
        ]);

    static StepView View(Step step, Guid? language, NameBook book) =>
        new(View(step.Requires, language, book), step.For is { } time ? (int)time.TotalSeconds : null);

    static RequirementView View(Requirement requirement, Guid? language, NameBook book) => requirement switch
    {
        Requirement.Skill(var id, var level) => Skill(id, level, book),
        Requirement.CustomersLanguage(var level) => language is { } spoken ? Skill(spoken, level, book) : Plain("any"),
        Requirement.Team(var id) => Plain("team", book.Team(id)),
        Requirement.Vendor(var id) => Plain("vendor", book.Vendor(id)),
        Requirement.Trust(var level) => new("trust", null, level, null),
        Requirement.Agent(var id) => Plain("agent", book.Person(id)),
        Requirement.All({ Count: 0 }) => Plain("any"),
        Requirement.All(var parts) => Of("all", parts, language, book),
        Requirement.Any(var parts) => Of("one", parts, language, book),
        Requirement.Not(var part) => Of("not", [part], language, book),
        _ => throw new ArgumentOutOfRangeException(nameof(requirement)),
    };

    static RequirementView View(MissingThing missing, NameBook book)
    {
        var leaf = missing.Kind switch
        {
            MatchKind.Skill => Skill(missing.Id, missing.Asked, book),
            MatchKind.Team => Plain("team", book.Team(missing.Id)),
            MatchKind.Vendor => Plain("vendor", book.Vendor(missing.Id)),
            MatchKind.Trust => new("trust", null, missing.Asked, null),
            _ => Plain("agent", book.Person(missing.Id)),
        };
        return missing.Unwanted ? new("not", null, null, [leaf]) : leaf;
    }

    static RequirementView Of(string kind, IReadOnlyList<Requirement> parts, Guid? language, NameBook book) =>
        new(kind, null, null, [.. parts.Select(part => View(part, language, book))]);

    static RequirementView Skill(Guid id, int level, NameBook book) =>
        book.Skills.GetValueOrDefault(id) is { Language: { } tag }
            ? new("language", tag, level, null) : new("skill", book.Skill(id), level, null);

    static RequirementView Plain(string kind, string? name = null) => new(kind, name, null, null);
}
