namespace Centrala.Core.Routing;

/// <summary>Who may not be offered which contact again, and until when: a short list per contact.</summary>
sealed class CoolDowns
{
    struct Entry
    {
        public int Agent, Next;
        public long UntilTicks;
    }

    Entry[] _entries = new Entry[16];
    int _count = 1;
    int _firstFree;

    public void Add(ref Contact contact, Agent agent, long untilTicks)
    {
        Remove(ref contact, agent);
        var number = _firstFree;
        if (number != 0) _firstFree = _entries[number].Next;
        else number = _count++;
        if (number == _entries.Length) Array.Resize(ref _entries, number * 2);
        _entries[number] = new() { Agent = agent.Number, UntilTicks = untilTicks, Next = contact.FirstCoolDown };
        contact.FirstCoolDown = number;
        agent.CoolDowns++;
    }

    /// <summary>An entry bars until it is removed, which happens in the decision in which it is due.</summary>
    public bool Bars(in Contact contact, int agent)
    {
        for (var number = contact.FirstCoolDown; number != 0; number = _entries[number].Next)
        {
            if (_entries[number].Agent == agent) return true;
        }

        return false;
    }

    /// <summary>When the first of them ends; 0: there is none.</summary>
    public long FirstEnd(in Contact contact)
    {
        long earliest = 0;
        for (var number = contact.FirstCoolDown; number != 0; number = _entries[number].Next)
        {
            if (earliest == 0 || _entries[number].UntilTicks < earliest) earliest = _entries[number].UntilTicks;
        }

        return earliest;
    }

    /// <summary>(agent, end) in the order of agent numbers.</summary>
    public List<(int Agent, long UntilTicks)> Of(in Contact contact)
    {
        var all = new List<(int Agent, long UntilTicks)>();
        for (var number = contact.FirstCoolDown; number != 0; number = _entries[number].Next)
        {
            all.Add((_entries[number].Agent, _entries[number].UntilTicks));
        }

        all.Sort();
        return all;
    }

    public void Move(in Contact contact, long ticks)
    {
        for (var number = contact.FirstCoolDown; number != 0; number = _entries[number].Next)
        {
            _entries[number].UntilTicks += ticks;
        }
    }

    public void Remove(ref Contact contact, Agent agent)
    {
        ref var link = ref contact.FirstCoolDown;
        while (link != 0)
        {
            if (_entries[link].Agent != agent.Number)
            {
                link = ref _entries[link].Next;
                continue;
            }

            var number = link;
            link = _entries[number].Next;
            _entries[number] = new() { Next = _firstFree };
            _firstFree = number;
            agent.CoolDowns--;
            return;
        }
    }
}
