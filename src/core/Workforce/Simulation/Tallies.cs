namespace Centrala.Core.Workforce.Simulation;

/// <summary>What one replication counted of a queue: contacts that arrived after the warm-up.</summary>
public record struct QueueTally
{
    public long Offered { get; internal set; }
    public long Answered { get; internal set; }
    public long Waited { get; internal set; }
    public long Abandoned { get; internal set; }
    public long Blocked { get; internal set; }
    public long AnsweredInTime { get; internal set; }

    /// <summary>Still waiting when nothing more could happen: nobody was there who could ever take them.</summary>
    public long Unserved { get; internal set; }

    /// <summary>Waits of all who were let in, answered or not.</summary>
    public long WaitTicks { get; internal set; }

    /// <summary>Contacts that wait × time: measured at the queue, not at its contacts, and the same (Little's law).</summary>
    public long QueueTicks { get; internal set; }

    public readonly long LetIn => Offered - Blocked;
}

/// <summary>What one replication counted of a group, between warm-up and horizon.</summary>
public record struct GroupTally
{
    /// <summary>Agents with at least one contact (wrap-up included) × time.</summary>
    public long BusyTicks { get; internal set; }

    /// <summary>Agents who are there × time.</summary>
    public long StaffedTicks { get; internal set; }
}

/// <summary>One run of a scenario.</summary>
/// <param name="Queues">In the scenario's order.</param>
/// <param name="Groups">In the scenario's order.</param>
/// <param name="Contacts">All contacts, the warm-up's included.</param>
public sealed record ReplicationResult(QueueTally[] Queues, GroupTally[] Groups, long Contacts);
