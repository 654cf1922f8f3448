using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>Requirements and steps as bytes.</summary>
static class RequirementFormat
{
    enum Tag : byte
    {
        Skill = 1,
        CustomersLanguage = 2,
        Team = 3,
        Vendor = 4,
        Trust = 5,
        Agent = 6,
        All = 7,
        Any = 8,
        Not = 9,
    }

    public static void Write(IReadOnlyList<Step> steps, ByteWriter to)
    {
        to.Unsigned((ulong)steps.Count);
        foreach (var step in steps)
        {
            Write(step.Requires, to);
            to.Duration(step.For);
            to.Flag(step.WhileSignedIn);
        }
    }

    public static Step[] ReadSteps(ref ByteReader from)
    {
        var steps = new Step[from.Count(Limits.Steps)];
        for (var i = 0; i < steps.Length; i++) steps[i] = new(Read(ref from), from.Duration(), from.Flag());
        return steps;
    }

    public static void Write(Requirement requirement, ByteWriter to)
    {
        switch (requirement)
        {
            case Requirement.Skill skill: WithId(Tag.Skill, skill.Id, to); to.Number(skill.Level); break;
            case Requirement.CustomersLanguage language: WithLevel(Tag.CustomersLanguage, language.Level, to); break;
            case Requirement.Team team: WithId(Tag.Team, team.Id, to); break;
            case Requirement.Vendor vendor: WithId(Tag.Vendor, vendor.Id, to); break;
            case Requirement.Trust trust: WithLevel(Tag.Trust, trust.Level, to); break;
            case Requirement.Agent agent: WithId(Tag.Agent, agent.Id, to); break;
            case Requirement.All all: Parts(Tag.All, all.Parts, to); break;
            case Requirement.Any any: Parts(Tag.Any, any.Parts, to); break;
            case Requirement.Not not: to.Byte((byte)Tag.Not); Write(not.Part, to); break;
            default: throw new ArgumentException("Unknown requirement.", nameof(requirement));
        }
    }

    public static Requirement Read(ref ByteReader from) => Read(ref from, Limits.RequirementDepth);

    static Requirement Read(ref ByteReader from, int depth)
    {
        if (depth == 0) throw new FormatException("A requirement is nested too deeply.");
        return (Tag)from.Byte() switch
        {
            Tag.Skill => new Requirement.Skill(from.Id(), from.Small()),
            Tag.CustomersLanguage => new Requirement.CustomersLanguage(from.Small()),
            Tag.Team => new Requirement.Team(from.Id()),
            Tag.Vendor => new Requirement.Vendor(from.Id()),
            Tag.Trust => new Requirement.Trust(from.Small()),
            Tag.Agent => new Requirement.Agent(from.Id()),
            Tag.All => new Requirement.All(Parts(ref from, depth - 1)),
            Tag.Any => new Requirement.Any(Parts(ref from, depth - 1)),
            Tag.Not => new Requirement.Not(Read(ref from, depth - 1)),
            var tag => throw new FormatException($"Unknown requirement {tag}."),
        };
    }

    static void WithId(Tag tag, Guid id, ByteWriter to)
    {
        to.Byte((byte)tag);
        to.Id(id);
    }

    static void WithLevel(Tag tag, int level, ByteWriter to)
    {
        to.Byte((byte)tag);
        to.Number(level);
    }

    static void Parts(Tag tag, IReadOnlyList<Requirement> parts, ByteWriter to)
    {
        to.Byte((byte)tag);
        to.Unsigned((ulong)parts.Count);
        foreach (var part in parts) Write(part, to);
    }

    static Requirement[] Parts(ref ByteReader from, int depth)
    {
        var parts = new Requirement[from.Count(Limits.RequirementParts)];
        for (var i = 0; i < parts.Length; i++) parts[i] = Read(ref from, depth);
        return parts;
    }
}
