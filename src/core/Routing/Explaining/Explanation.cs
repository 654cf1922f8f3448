namespace Centrala.Core.Routing;

/// <summary>Why a contact was offered to an agent: everything that was weighed, as it stood at that instant.</summary>
/// <remarks>It says enough to choose again: <see cref="Reproduced"/> asks nothing else.</remarks>
public sealed record Explanation
{
    public required DateTimeOffset At { get; init; }
    public required int Contact { get; init; }
    public required int Agent { get; init; }

    /// <summary>The number of the offer that it led to, from 1 within the contact.</summary>
    public required int Offer { get; init; }

    /// <summary>The step in force, from 1; 0: only a named agent was sought.</summary>
    public required int Step { get; init; }
    public required long RankMilli { get; init; }

    /// <summary>The agent who could take more and looked for work; 0: the contact looked for somebody.</summary>
    public required int FreedAgent { get; init; }

    /// <summary>
    /// What the freed agent could have taken, the best claim first: of contacts that ask for the same, the first. Empty
    /// when the contact looked.
    /// </summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Whether the queue's order of agents decided; else the contact fell to the freed agent.</summary>
    public required bool IsByQueue { get; init; }

    /// <summary>The queue's order of agents.</summary>
    public required Selection Selection { get; init; }

    /// <summary>Everybody who may serve the contact's partner, by number.</summary>
    public required IReadOnlyList<Contender> Contenders { get; init; }

    /// <summary>Chooses again, from what stands here alone.</summary>
    public (int Contact, int Agent) Reproduced()
    {
        var contact = FreedAgent == 0 ? Contact : Claims.Order(Claim.BestFirst).First().Contact;
        var agent = !IsByQueue ? FreedAgent
            : Contenders.Where(one => one.Candidate.Obstacle == Obstacle.None).Order(Contender.BestFirst).First().Candidate.Agent;
        return (contact, agent);
    }
}

/// <summary>A waiting contact's claim to an agent: the higher rank, then the longer wait, then the lower number.</summary>
/// <param name="QueueLength">
/// For an agent who takes from the longest queue, how many wait in the contact's: it goes before the rank. 0 for others.
/// </param>
public readonly record struct Claim(int Contact, long RankMilli, DateTimeOffset WaitSince, int QueueLength = 0)
{
    public static IComparer<Claim> BestFirst { get; } = Comparer<Claim>.Create((left, right) =>
        left == right ? 0
        : left.QueueLength != right.QueueLength ? right.QueueLength.CompareTo(left.QueueLength)
        : left.Standing.IsBefore(right.Standing) ? -1 : 1);

    Standing Standing => new(RankMilli, WaitSince.UtcTicks, Contact);
}

/// <summary>Somebody who might have got the contact, and what was said for him.</summary>
/// <param name="Score">By the queue's order of agents, lower is better; 0 for who is ruled out.</param>
/// <param name="PointsUsed">Decides between equal scores: the fewer.</param>
/// <param name="IdleSince">Decides between equal points: the earlier; then the lower number.</param>
public readonly record struct Contender(Candidate Candidate, long Score, int PointsUsed, DateTimeOffset IdleSince)
{
    public static IComparer<Contender> BestFirst { get; } = Comparer<Contender>.Create((left, right) =>
        (left.Score, left.PointsUsed, left.IdleSince, left.Candidate.Agent)
            .CompareTo((right.Score, right.PointsUsed, right.IdleSince, right.Candidate.Agent)));
}
