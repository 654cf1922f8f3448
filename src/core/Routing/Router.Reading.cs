using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>What other parts may read, between two calls of <see cref="Apply"/> and on its thread.</summary>
public sealed partial class Router
{
    /// <summary>Numbers run from 1 to this; those of removed ones answer null.</summary>
    public int LastAgent => agents.Count - 1;

    public int LastQueue => queues.Count - 1;

    /// <summary>
    /// Contact numbers run from <see cref="FirstContact"/> to this, with gaps: see <see cref="HasContact"/>.
    /// </summary>
    public int LastContact => contacts.Last;

    public int FirstContact => contacts.First;

    /// <summary>Contacts that have not ended.</summary>
    public int OpenContacts => contacts.Count - ended.Count;

    public CellSettings Settings { get; private set; } = new();

    public Agent? Agent(int number) => (uint)number < (uint)agents.Count ? agents[number] : null;

    public Queue? Queue(int number) => (uint)number < (uint)queues.Count ? queues[number] : null;

    public bool HasContact(int number) => contacts.Has(number);

    /// <exception cref="InvariantBrokenException">There is no such contact: ask <see cref="HasContact"/>
    /// first.</exception>
    public ref readonly Contact Contact(int number)
    {
        Invariant.Holds(contacts.Has(number), "A contact that is read exists.");
        return ref contacts[number];
    }

    /// <returns>min(cap, base + slope × seconds waited), in thousandths.</returns>
    public long RankMilli(int contact, DateTimeOffset at)
    {
        ref readonly var seeking = ref Contact(contact);
        return contacts.PlanOf(contact) is { } plan
            ? RankMilli(seeking.BaseMilli, plan.SlopeMilli, plan.CapMilli, at.UtcTicks - seeking.WaitSinceTicks)
            : seeking.BaseMilli;
    }

    /// <summary>
    /// The waiting contacts of a queue, in no order; those who seek a named agent are not among them.
    /// </summary>
    public void CopyWaiting(int queue, List<int> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (Queue(queue) is not { } known) return;
        foreach (var demand in known.Demands) lanes.CopyContacts(demand.Number, contacts, into);
    }

    /// <summary>The earliest <see cref="Contact.WaitSince"/> in the queue; null when nothing waits there.</summary>
    public DateTimeOffset? LongestSince(int queue)
    {
        if (Queue(queue) is not { } known) return null;
        var earliest = long.MaxValue;
        foreach (var demand in known.Demands) earliest = Math.Min(earliest, lanes.Earliest(demand.Number));
        return earliest == long.MaxValue ? null : new(earliest, TimeSpan.Zero);
    }

    /// <summary>
    /// Where a waiting contact stands among those that wait in its queue, by rank: 1 is next. 0 when it does not wait
    /// there.
    /// </summary>
    public int Position(int contact, DateTimeOffset at)
    {
        ref readonly var seeking = ref Contact(contact);
        if (seeking.Seek != SeekState.Waiting || Queue(seeking.Queue) is not { } queue) return 0;
        var mine = new Standing(RankMilli(contact, at), seeking.WaitSinceTicks, contact);
        var position = 1;
        foreach (var demand in queue.Demands)
        {
            position += lanes.CountBefore(demand.Number, mine, at.UtcTicks, contacts);
        }
        return position;
    }

    /// <summary>Whether the agent may be offered contacts of the queue at all, busy or not.</summary>
    public bool IsMember(int queue, int agent) =>
        Queue(queue) is { } known && Agent(agent) is { } member && IsMember(known, member);

    /// <summary>
    /// Agents who could be offered a contact of this queue's first step now: members, available, reachable, with room
    /// for it on some channel.
    /// </summary>
    public int Able(int queue)
    {
        if (Queue(queue) is not { } known) return 0;
        var able = 0;
        for (var number = 1; number <= LastAgent; number++)
        {
            if (agents[number] is { } agent && IsOpen(agent) && IsMember(known, agent)) able++;
        }

        return able;
    }

    /// <summary>What the step in force asks for and this agent has: why he may be offered the contact.</summary>
    public IReadOnlyList<Match> Why(int contact, int agent)
    {
        ref readonly var seeking = ref Contact(contact);
        var matches = new List<Match>();
        if (Agent(agent) is not { Group: { } group }) return matches;
        if (seeking.Step == 0) matches.Add(new(MatchKind.Agent, seeking.Named, 0, 0));
        else PlanOf(seeking).Steps[seeking.Step - 1].Rule.Explain(group.Profile, agent, matches);
        return matches;
    }
}
