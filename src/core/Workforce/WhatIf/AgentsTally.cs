using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>How many agents handle something, and how many are free, added up over time.</summary>
sealed class AgentsTally
{
    readonly Dictionary<int, (int Contacts, bool IsAvailable)> agents = [];
    long busy, free, busyTicks, freeTicks, sinceTicks;

    public AgentsTally(Router router, long fromTicks)
    {
        sinceTicks = fromTicks;
        for (var number = 1; number <= router.LastAgent; number++)
        {
            if (router.Agent(number) is not { } agent) continue;
            var contacts = 0;
            foreach (var work in agent.Work)
            {
                if (work.State is WorkState.Connected or WorkState.WrapUp) contacts++;
            }

            Become(number, contacts, agent.State == AgentState.Available, fromTicks);
        }
    }

    public void Observe(in Event happened)
    {
        if (happened.Agent == 0) return;
        var (contacts, isAvailable) = agents.GetValueOrDefault(happened.Agent);
        var more = happened.Kind switch
        {
            EventKind.Connected => 1,
            EventKind.SegmentEnded when !happened.Flag => -1,
            EventKind.WrapUpEnded => -1,
            _ => 0,
        };
        if (happened.Kind == EventKind.AgentStateChanged) isAvailable = happened.State == AgentState.Available;
        else if (more == 0) return;
        Become(happened.Agent, contacts + more, isAvailable, happened.AtTicks);
    }

    public (double Busy, double Free) Hours(long untilTicks)
    {
        Settle(untilTicks);
        return (busyTicks / (double)TimeSpan.TicksPerHour, freeTicks / (double)TimeSpan.TicksPerHour);
    }

    void Become(int agent, int contacts, bool isAvailable, long atTicks)
    {
        Settle(atTicks);
        Count(agents.GetValueOrDefault(agent), -1);
        Count(agents[agent] = (contacts, isAvailable), 1);
    }

    void Count((int Contacts, bool IsAvailable) agent, int change)
    {
        if (agent.Contacts > 0) busy += change;
        else if (agent.IsAvailable) free += change;
    }

    void Settle(long atTicks)
    {
        busyTicks += busy * (atTicks - sinceTicks);
        freeTicks += free * (atTicks - sinceTicks);
        sinceTicks = atTicks;
    }
}
