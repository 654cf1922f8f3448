namespace Centrala.Core.Workforce.Simulation;

/// <summary>What the replications of a scenario show of one queue.</summary>
/// <param name="Offered">Contacts a replication; so are the waits', seconds of all who were let in, answered or not.</param>
/// <param name="WaitProbability">Of those who were let in.</param>
/// <param name="AbandonProbability">Of those who were let in.</param>
/// <param name="ServiceLevel">Answered in time ÷ offered, the blocked included.</param>
/// <param name="Blocked">Turned away ÷ offered.</param>
/// <param name="MeanQueue">Contacts that wait, over the time from warm-up to horizon.</param>
public sealed record QueueFindings(
    string Name, Estimate Offered, Estimate WaitProbability, Estimate AbandonProbability, Estimate MeanWaitSeconds,
    Estimate ServiceLevel, Estimate Blocked, Estimate Unserved, Estimate MeanQueue);

/// <param name="Occupancy">Handling ÷ (handling + available).</param>
/// <param name="AgentHours">Paid hours a replication.</param>
public sealed record GroupFindings(string Name, Estimate Occupancy, Estimate AgentHours);

/// <summary>What the replications of a scenario show together.</summary>
public sealed record Findings(IReadOnlyList<QueueFindings> Queues, IReadOnlyList<GroupFindings> Groups)
{
    /// <param name="results">In the order of the replications' numbers.</param>
    public static Findings Of(Scenario scenario, IReadOnlyList<ReplicationResult> results)
    {
        var counted = scenario.Horizon - scenario.WarmUp;
        return new(
            [.. scenario.Queues.Select((queue, place) =>
                OfQueue(queue.Name, counted, [.. results.Select(result => result.Queues[place])]))],
            [.. scenario.Groups.Select((group, place) =>
                OfGroup(group.Name, [.. results.Select(result => result.Groups[place])]))]);
    }

    static QueueFindings OfQueue(string name, TimeSpan counted, QueueTally[] tallies)
    {
        Estimate Ratio(Func<QueueTally, double> part, Func<QueueTally, double> whole) =>
            Estimate.Ratio([.. tallies.Select(tally => (part(tally), whole(tally)))]);
        return new(
            name,
            Ratio(tally => tally.Offered, _ => 1),
            Ratio(tally => tally.Waited, tally => tally.LetIn),
            Ratio(tally => tally.Abandoned, tally => tally.LetIn),
            Ratio(tally => tally.WaitTicks / (double)TimeSpan.TicksPerSecond, tally => tally.LetIn),
            Ratio(tally => tally.AnsweredInTime, tally => tally.Offered),
            Ratio(tally => tally.Blocked, tally => tally.Offered),
            Ratio(tally => tally.Unserved, tally => tally.Offered),
            Ratio(tally => tally.QueueTicks, _ => counted.Ticks));
    }

    static GroupFindings OfGroup(string name, GroupTally[] tallies) => new(
        name,
        Estimate.Ratio([.. tallies.Select(tally => ((double)tally.BusyTicks, (double)tally.StaffedTicks))]),
        Estimate.Ratio([.. tallies.Select(tally => (tally.StaffedTicks / (double)TimeSpan.TicksPerHour, 1.0))]));
}
