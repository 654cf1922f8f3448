using System.Globalization;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>A requirement in numbers, with the customer's language put in. Equal rules have equal keys.</summary>
sealed partial class Rule
{
    enum Test : byte
    {
        Skill,
        Team,
        Vendor,
        Trust,
        Agent,
        All,
        Any,
        Not,
    }

    readonly Test test;
    readonly int number;
    readonly int level;
    readonly Rule[] parts;

    Rule(Test test, int number, int level, Rule[] parts)
    {
        (this.test, this.number, this.level, this.parts) = (test, number, level, parts);
        NamesAgents = test == Test.Agent || parts.Any(part => part.NamesAgents);
        OnlyAgent = test switch
        {
            Test.Agent => number,
            Test.All => parts.Select(part => part.OnlyAgent).FirstOrDefault(agent => agent > 0),
            _ => 0,
        };
        var inner = string.Join(' ', parts.Select(part => part.Key));
        Key = string.Create(CultureInfo.InvariantCulture, $"{test}{number}.{level}({inner})");
    }

    public static readonly Rule Anyone = new(Test.All, 0, 0, []);

    public static Rule OfAgent(int agent) => new(Test.Agent, agent, 0, []);

    /// <summary>Whether two agents of the same profile may fare differently.</summary>
    public bool NamesAgents { get; }

    /// <summary>Nobody but this agent can fit; 0: no such person is named.</summary>
    public int OnlyAgent { get; }

    public string Key { get; }

    /// <param name="language">The customer's, a skill number; 0: any.</param>
    /// <remarks>What the directory does not know has number 0, which nobody has.</remarks>
    public static Rule Of(Requirement requirement, int language, Directory directory) => requirement switch
    {
        Requirement.Skill skill => Leaf(Test.Skill, directory.Skill(skill.Id), skill.Level),
        Requirement.CustomersLanguage spoken => language == 0 ? Anyone : Leaf(Test.Skill, language, spoken.Level),
        Requirement.Team team => Leaf(Test.Team, directory.Team(team.Id), 0),
        Requirement.Vendor vendor => Leaf(Test.Vendor, directory.Vendor(vendor.Id), 0),
        Requirement.Trust trust => Leaf(Test.Trust, 0, trust.Level),
        Requirement.Agent agent => Leaf(Test.Agent, directory.Agents.NumberEver(agent.Id), 0),
        Requirement.All all => new(Test.All, 0, 0, Parts(all.Parts, language, directory)),
        Requirement.Any any => new(Test.Any, 0, 0, Parts(any.Parts, language, directory)),
        Requirement.Not not => new(Test.Not, 0, 0, Parts([not.Part], language, directory)),
        _ => throw new ArgumentException("Unknown requirement.", nameof(requirement)),
    };

    public bool IsTrueOf(Profile profile, int agent) => test switch
    {
        Test.Skill => profile.Level(number) >= level && number > 0,
        Test.Team => profile.Team == number && number > 0,
        Test.Vendor => profile.Vendor == number && number > 0,
        Test.Trust => profile.Trust >= level,
        Test.Agent => agent == number && number > 0,
        Test.All => !SomePartIs(false, profile, agent),
        Test.Any => SomePartIs(true, profile, agent),
        _ => !parts[0].IsTrueOf(profile, agent),
    };

    /// <summary>Whether it can be true, and whether it can be false, of some agent with this profile.</summary>
    public (bool True, bool False) CanBe(Profile profile)
    {
        switch (test)
        {
            case Test.Agent: return (number > 0, true);
            case Test.Not: return this.parts[0].CanBe(profile) is var (yes, no) ? (no, yes) : default;
            case Test.All or Test.Any when NamesAgents: break;
            default: return IsTrueOf(profile, 0) is var holds ? (holds, !holds) : default;
        }

        var parts = Array.ConvertAll(this.parts, part => part.CanBe(profile));
        return test == Test.All
            ? (Array.TrueForAll(parts, part => part.True), Array.Exists(parts, part => part.False))
            : (Array.Exists(parts, part => part.True), Array.TrueForAll(parts, part => part.False));
    }

    /// <summary>The sum of the agent's levels in the skills that the rule names and does not negate.</summary>
    public int Levels(Profile profile) => test switch
    {
        Test.Skill => profile.Level(number),
        Test.Not => 0,
        _ => parts.Sum(part => part.Levels(profile)),
    };

    /// <summary>The leaves that hold for the agent: why he fits.</summary>
    public void Explain(Profile profile, int agent, List<Match> into)
    {
        if (!IsTrueOf(profile, agent)) return;
        switch (test)
        {
            case Test.Skill: into.Add(new(MatchKind.Skill, number, level, profile.Level(number))); break;
            case Test.Team: into.Add(new(MatchKind.Team, number, 0, 0)); break;
            case Test.Vendor: into.Add(new(MatchKind.Vendor, number, 0, 0)); break;
            case Test.Trust: into.Add(new(MatchKind.Trust, 0, level, profile.Trust)); break;
            case Test.Agent: into.Add(new(MatchKind.Agent, number, 0, 0)); break;
            case Test.All or Test.Any: foreach (var part in parts) part.Explain(profile, agent, into); break;
        }
    }

    bool SomePartIs(bool wanted, Profile profile, int agent)
    {
        foreach (var part in parts)
        {
            if (part.IsTrueOf(profile, agent) == wanted) return true;
        }

        return false;
    }

    static Rule Leaf(Test test, int number, int level) => new(test, number, level, []);

    static Rule[] Parts(IReadOnlyList<Requirement> parts, int language, Directory directory) =>
        [.. parts.Select(part => Of(part, language, directory))];
}

public enum MatchKind
{
    Skill,
    Team,
    Vendor,
    Trust,
    Agent,
}

/// <summary>One thing that the step in force asks for and the agent has.</summary>
/// <param name="Number">The skill's (a language is one), team's, vendor's or agent's.</param>
/// <param name="Asked">The least level asked for; 0 when there are no levels.</param>
/// <param name="Has">The agent's level.</param>
public readonly record struct Match(MatchKind Kind, int Number, int Asked, int Has);
