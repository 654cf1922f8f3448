namespace Centrala.Core.Workforce.Simulation;

/// <summary>Who of each group is there and busy, added up over the time that counts.</summary>
sealed class Workplaces
{
    struct Place
    {
        public int Group, Contacts;
        public bool IsWanted;
    }

    readonly Place[] agents;
    readonly GroupTally[] tallies;
    readonly int[] busy, staffed;
    readonly long[] sinceTicks;
    readonly long fromTicks, untilTicks;

    /// <param name="firstAgents">As <see cref="ScenarioFloor.FirstAgents"/>.</param>
    /// <param name="fromTicks">What lies before it, and after <paramref name="untilTicks"/>, does not count.</param>
    public Workplaces(int[] firstAgents, long fromTicks, long untilTicks)
    {
        (this.fromTicks, this.untilTicks) = (fromTicks, untilTicks);
        var groups = firstAgents.Length - 1;
        agents = new Place[firstAgents[groups]];
        for (var group = 0; group < groups; group++)
        {
            for (var agent = firstAgents[group]; agent < firstAgents[group + 1]; agent++) agents[agent].Group = group;
        }

        (tallies, busy, staffed, sinceTicks) = (new GroupTally[groups], new int[groups], new int[groups], new long[groups]);
    }

    public void Begin(int agent, long atTicks)
    {
        ref var place = ref agents[agent];
        if (place.Contacts++ > 0) return;
        Settle(place.Group, atTicks);
        busy[place.Group]++;
    }

    public void End(int agent, long atTicks)
    {
        ref var place = ref agents[agent];
        if (--place.Contacts > 0) return;
        Settle(place.Group, atTicks);
        busy[place.Group]--;
        if (!place.IsWanted) staffed[place.Group]--;
    }

    /// <summary>Who has something to do stays until it is done.</summary>
    /// <returns>Whether this changes anything.</returns>
    public bool Want(int agent, bool isWanted, long atTicks)
    {
        ref var place = ref agents[agent];
        if (place.IsWanted == isWanted) return false;
        place.IsWanted = isWanted;
        if (place.Contacts > 0) return true;
        Settle(place.Group, atTicks);
        staffed[place.Group] += isWanted ? 1 : -1;
        return true;
    }

    /// <summary>What was added up until then, the end of the time that counts.</summary>
    public GroupTally[] Tallies()
    {
        for (var group = 0; group < tallies.Length; group++) Settle(group, untilTicks);
        return tallies;
    }

    void Settle(int group, long atTicks)
    {
        var passed = Math.Min(atTicks, untilTicks) - Math.Max(sinceTicks[group], fromTicks);
        sinceTicks[group] = atTicks;
        if (passed <= 0) return;
        tallies[group].BusyTicks += passed * busy[group];
        tallies[group].StaffedTicks += passed * staffed[group];
    }
}
