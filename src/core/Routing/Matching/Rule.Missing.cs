namespace Centrala.Core.Routing;

sealed partial class Rule
{
    /// <summary>
    /// The leaves that would have to change for the rule to hold: of alternatives those of the nearest, the one with the
    /// fewest, and of equally near ones the first.
    /// </summary>
    /// <returns>Empty exactly when the rule holds.</returns>
    public IReadOnlyList<Missing> Missing(Profile profile, int agent)
    {
        if (IsTrueOf(profile, agent)) return [];
        return test switch
        {
            Test.All => [.. parts.SelectMany(part => part.Missing(profile, agent))],
            Test.Any => parts.Select(part => part.Missing(profile, agent)).MinBy(missing => missing.Count) ?? [Nobody],
            Test.Not => parts[0].Excess(profile),
            _ => [Leaf(profile, isUnwanted: false)],
        };
    }

    /// <summary>No alternative is left: nobody can fit.</summary>
    static Missing Nobody => new(MatchKind.Agent, 0, 0, 0, IsUnwanted: false);

    /// <summary>What the agent has and must not have: the rule that is negated, by its leaves.</summary>
    List<Missing> Excess(Profile profile) => parts.Length == 0
        ? [Leaf(profile, isUnwanted: true)]
        : [.. parts.SelectMany(part => part.Excess(profile))];

    Missing Leaf(Profile profile, bool isUnwanted) => test switch
    {
        Test.Skill => new(MatchKind.Skill, number, level, profile.Level(number), isUnwanted),
        Test.Team => new(MatchKind.Team, number, 0, 0, isUnwanted),
        Test.Vendor => new(MatchKind.Vendor, number, 0, 0, isUnwanted),
        Test.Trust => new(MatchKind.Trust, 0, level, profile.Trust, isUnwanted),
        _ => new(MatchKind.Agent, number, 0, 0, isUnwanted),
    };
}

/// <summary>One thing that a step asks for and an agent does not have.</summary>
/// <param name="Number">The skill's (a language is one), team's, vendor's or agent's; 0: what nobody is.</param>
/// <param name="Asked">The least level asked for; 0 when there are no levels.</param>
/// <param name="Has">The agent's level; 0: none.</param>
/// <param name="IsUnwanted">The other way round: he has it, and the step asks that he does not.</param>
public readonly record struct Missing(MatchKind Kind, int Number, int Asked, int Has, bool IsUnwanted);
