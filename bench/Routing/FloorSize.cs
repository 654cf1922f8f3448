namespace Centrala.Bench.Routing;

/// <summary>How large a floor is.</summary>
/// <param name="Waiting">Contacts that wait at any time; as many again as there are agents are being talked to.</param>
readonly record struct FloorSize(int Agents, int Queues, int Waiting)
{
    public const int UsualQueuesPerAgent = 23;

    /// <summary>Half a million contacts wait, a thousand a queue as in <see cref="Usual"/>.</summary>
    public static readonly FloorSize Usual = new(10_000, 500, 100_000);
    public static readonly FloorSize Large = new(10_000, 5_000, 500_000);

    /// <summary>Of which each agent is a member, by a draw; never more than there are.</summary>
    public int QueuesPerAgent { get; init; } = UsualQueuesPerAgent;
}
