using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <param name="Level">1–5.</param>
public readonly record struct SkillLevel(Guid Skill, int Level);

/// <summary>What one contact of a channel takes of an agent's points, and how many he has at once.</summary>
/// <param name="Cost">1–100.</param>
/// <param name="AtOnce">0: none of this channel. At most 1 for calls.</param>
public readonly record struct Capacity(Channel Channel, int Cost, int AtOnce);

/// <summary>What routing knows about an agent.</summary>
public sealed record AgentSettings
{
    public const int UsualWeight = 10;

    public required Guid Id { get; init; }
    public Guid? Team { get; init; }
    public Guid? Vendor { get; init; }

    /// <summary>0–<see cref="Limits.HighestTrust"/>.</summary>
    public int Trust { get; init; }

    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];

    /// <summary>
    /// The partners that the agent may serve; without one of them no step and no transfer reaches him.
    /// </summary>
    public IReadOnlyList<Guid> Partners { get; init; } = [];

    /// <summary>The queues of which he is a member by list.</summary>
    public IReadOnlyList<Guid> Queues { get; init; } = [];

    /// <summary>1–<see cref="Limits.HighestWeight"/>: his share of the offers where agents take turns by weight.</summary>
    public int Weight { get; init; } = UsualWeight;

    /// <summary>When he becomes free he takes from the longest queue, not by rank across queues.</summary>
    public bool TakesFromLongestQueue { get; init; }

    /// <summary>Only what differs from <see cref="Channels.Default"/>.</summary>
    public IReadOnlyList<Capacity> Capacities { get; init; } = [];
}
