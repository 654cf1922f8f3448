namespace Centrala.Core.Routing;

/// <summary>Who may not be offered which contact again, and until when: a short list per contact.</summary>
sealed class CoolDowns(IReadOnlyList<Agent?> agents)
{
    /// <summary>Ends only when the contact is connected or its search is over.</summary>
    public const long Never = long.MaxValue;

    struct Entry
    {
        public int Agent, Next;
        public long UntilTicks;
    }

    Entry[] entries = new Entry[16];
    int count = 1;
    int firstFree;

    public void Add(ref Contact contact, int agent, long untilTicks)
    {
        Remove(ref contact, agent);
        var number = firstFree;
        if (number != 0) firstFree = entries[number].Next;
        else number = count++;
        if (number == entries.Length) Array.Resize(ref entries, number * 2);
        entries[number] = new() { Agent = agent, UntilTicks = untilTicks, Next = contact.FirstCoolDown };
        contact.FirstCoolDown = number;
        if (agents[agent] is { } barred) barred.CoolDowns++;
    }

    /// <summary>An entry bars until an event removes it.</summary>
    public bool Bars(in Contact contact, int agent)
    {
        for (var number = contact.FirstCoolDown; number != 0; number = entries[number].Next)
        {
            if (entries[number].Agent == agent) return true;
        }

        return false;
    }

    /// <summary>The first that ends, the lower agent number when two do; an end of 0: there is none.</summary>
    public (long UntilTicks, int Agent) First(in Contact contact)
    {
        var (earliest, agent) = (Never, 0);
        for (var number = contact.FirstCoolDown; number != 0; number = entries[number].Next)
        {
            ref readonly var entry = ref entries[number];
            if (entry.UntilTicks > earliest || (entry.UntilTicks == earliest && entry.Agent > agent)) continue;
            (earliest, agent) = (entry.UntilTicks, entry.Agent);
        }

        return earliest == Never ? (0, 0) : (earliest, agent);
    }

    /// <summary>(agent, end) in the order of agent numbers.</summary>
    public List<(int Agent, long UntilTicks)> Of(in Contact contact)
    {
        var all = new List<(int Agent, long UntilTicks)>();
        for (var number = contact.FirstCoolDown; number != 0; number = entries[number].Next)
        {
            all.Add((entries[number].Agent, entries[number].UntilTicks));
        }

        all.Sort();
        return all;
    }

    public void Clear(ref Contact contact)
    {
        while (contact.FirstCoolDown != 0) Free(ref contact.FirstCoolDown);
    }

    public void Remove(ref Contact contact, int agent)
    {
        ref var link = ref contact.FirstCoolDown;
        while (link != 0)
        {
            if (entries[link].Agent == agent) Free(ref link);
            else link = ref entries[link].Next;
        }
    }

    void Free(ref int link)
    {
        var number = link;
        if (agents[entries[number].Agent] is { } agent) agent.CoolDowns--;
        link = entries[number].Next;
        entries[number] = new() { Next = firstFree };
        firstFree = number;
    }
}
