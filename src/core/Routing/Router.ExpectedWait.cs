namespace Centrala.Core.Routing;

/// <summary>How long a contact will probably wait, by its own requirements.</summary>
public sealed partial class Router
{
    const int Milli = 1_000;

    /// <summary>
    /// Who fits the step in force takes so many contacts an hour; so many that go before this one compete for them, each
    /// counted by the share of its own agents who fit this one too. Where a later step would come into force first, its
    /// agents count from then on. From two thirds to one and a half times that, in whole seconds.
    /// </summary>
    /// <returns>Null when nobody who fits has taken two contacts since he signed in: no guess is better than a wrong
    /// one. Also when the contact does not wait.</returns>
    public (TimeSpan From, TimeSpan To)? ExpectedWait(int contact, DateTimeOffset at)
    {
        ref readonly var waiting = ref Contact(contact);
        if (waiting.Seek != SeekState.Waiting) return null;
        var mine = StandingOf(contact, at.UtcTicks);
        var left = waiting.UntilTicks == 0 ? 0 : Math.Max(0, waiting.UntilTicks - at.UtcTicks) / TimeSpan.TicksPerSecond;
        if (SecondsIn(waiting, waiting.Step, left, mine, at.UtcTicks) is not { } seconds) return null;
        return (TimeSpan.FromSeconds(seconds * 2 / 3), TimeSpan.FromSeconds(seconds * 3 / 2));
    }

    /// <param name="left">Seconds until the next step; 0: there is none.</param>
    long? SecondsIn(in Contact contact, int step, long left, in Standing mine, long atTicks)
    {
        var here = SecondsFor(DemandOf(contact, step), mine, atTicks);
        if (left == 0 || step == 0 || step >= contact.Steps || here <= left) return here;
        var next = step + 1;
        var forTicks = PlanOf(contact).Steps[next - 1].ForTicks;
        var later = left + SecondsIn(contact, next, forTicks / TimeSpan.TicksPerSecond, mine, atTicks);
        return here is { } now && later is { } then ? Math.Min(now, then) : here ?? later;
    }

    long? SecondsFor(Demand demand, in Standing mine, long atTicks)
    {
        var perHourMilli = 0L;
        foreach (var agent in TakersFor(demand)) perHourMilli += PerHourMilli(agent);
        if (perHourMilli == 0) return null;
        var others = new Dictionary<int, int>();
        foreach (var agent in TakersFor(demand))
        {
            foreach (var other in agent.Group!.Demands)
            {
                if (lanes.Waiting(other) > 0) others[other] = others.GetValueOrDefault(other) + 1;
            }
        }

        var aheadMilli = 0L;
        foreach (var (other, shared) in others)
        {
            var before = lanes.CountBefore(other, mine, atTicks, contacts);
            if (before > 0) aheadMilli += (long)before * Milli * shared / TakersFor(demands[other]).Count();
        }

        return (aheadMilli + Milli) * (TimeSpan.TicksPerHour / TimeSpan.TicksPerSecond) / perHourMilli;
    }

    /// <summary>Whoever takes contacts now, free or not, and is eligible.</summary>
    IEnumerable<Agent> TakersFor(Demand demand)
    {
        if (demand.OnlyAgent > 0) return Agent(demand.OnlyAgent) is { } only && CanReceive(only) ? [only] : [];
        return demand.Groups
            .SelectMany(group => group.Members)
            .Where(agent => CanReceive(agent) && (!demand.NamesAgents || IsEligible(demand, agent)));
    }

    static long PerHourMilli(Agent agent) =>
        agent.TakesEveryTicks == 0 ? 0 : TimeSpan.TicksPerHour * Milli / agent.TakesEveryTicks;

    /// <summary>The time from one contact to the next, a quarter of it the newest; since the agent signed in.</summary>
    static void CountTaken(Agent agent, long atTicks)
    {
        if (agent.LastTakenTicks > 0)
        {
            var between = Math.Max(1, atTicks - agent.LastTakenTicks);
            agent.TakesEveryTicks = agent.TakesEveryTicks == 0 ? between : (3 * agent.TakesEveryTicks + between) / 4;
        }

        agent.LastTakenTicks = atTicks;
    }
}
