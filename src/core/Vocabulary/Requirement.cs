namespace Centrala.Core.Vocabulary;

/// <summary>
/// What an agent must be for a step: AND, OR and NOT over skills, the customer's language, team, vendor, trust and
/// person.
/// </summary>
/// <remarks>
/// At most <see cref="Limits.RequirementParts"/> parts and <see cref="Limits.RequirementDepth"/> levels.
/// </remarks>
public abstract record Requirement
{
    Requirement() { }

    /// <summary>Every member of the queue.</summary>
    public static readonly Requirement Anyone = new All([]);

    /// <summary>The agent has this skill (a language is one) at <paramref name="Level"/> or above; 1–5.</summary>
    public sealed record Skill(Guid Id, int Level) : Requirement;

    /// <summary>
    /// The agent speaks the language that the contact arrived with, at this level (1–5). True when it came with none.
    /// </summary>
    public sealed record CustomersLanguage(int Level) : Requirement;

    public sealed record Team(Guid Id) : Requirement;

    public sealed record Vendor(Guid Id) : Requirement;

    /// <summary>The agent's trust level is at least this.</summary>
    public sealed record Trust(int Level) : Requirement;

    public sealed record Agent(Guid Id) : Requirement;

    /// <summary>All parts hold; true when there is none.</summary>
    public sealed record All(IReadOnlyList<Requirement> Parts) : Requirement;

    /// <summary>At least one part holds; false when there is none.</summary>
    public sealed record Any(IReadOnlyList<Requirement> Parts) : Requirement;

    public sealed record Not(Requirement Part) : Requirement;
}
