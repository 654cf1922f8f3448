using System.Numerics;

namespace Centrala.Core.Routing;

/// <summary>
/// The choice of an agent, when several are eligible: a score, lower is better, then the order of idleness.
/// </summary>
public sealed partial class Router
{
    /// <summary>The best open agent for a waiting contact; null: there is none.</summary>
    Agent? Choose(in Contact contact)
    {
        var demand = DemandOf(contact);
        if (demand.OnlyAgent > 0)
        {
            return Agent(demand.OnlyAgent) is { } only && MayHave(only, demand, contact) ? only : null;
        }

        Settle();
        if (openAgents == 0) return null;
        var choice = new Choice(queues[contact.Queue]!.Settings.Selection);
        var open = demand.Open;
        for (var word = 0; word < open.Length; word++)
        {
            for (var bits = open[word]; bits != 0; bits &= bits - 1)
            {
                var group = demand.Groups[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                Consider(ref choice, group, demand, contact);
            }
        }

        return choice.Best;
    }

    /// <summary>The best so far.</summary>
    ref struct Choice(Selection selection)
    {
        public readonly Selection Selection = selection;
        public Agent? Best;
        public long Score;

        /// <summary>Whether all agents of a group have the same score, so that its longest idle is its best.</summary>
        public readonly bool IsByGroup =>
            Selection is Selection.LongestIdle or Selection.BestFit or Selection.MostSkilled;

        public void Offer(Agent agent, long score)
        {
            if (Best is not null && (score > Score || (score == Score && !IdleOrder.IsBefore(agent, Best)))) return;
            (Best, Score) = (agent, score);
        }
    }

    void Consider(ref Choice choice, AgentGroup group, Demand demand, in Contact contact)
    {
        var agents = group.OpenAgents;
        foreach (var agent in agents)
        {
            if (!MayHave(agent, demand, contact)) continue;
            choice.Offer(agent, Score(choice.Selection, agent, demand, contact));
            if (choice.IsByGroup && agent == agents[0]) return;
        }
    }

    /// <summary>
    /// Open, with room, neither cooling down nor held back, and (where the group does not settle it) eligible.
    /// </summary>
    bool MayHave(Agent agent, Demand demand, in Contact contact) =>
        IsOpen(agent)
        && Fits(agent, demand.Channel, demand.Cost, demand.Interrupts)
        && !(contact.FirstCoolDown != 0 && coolDowns.Bars(contact, agent.Number))
        && (!demand.NamesAgents || IsEligible(demand, agent))
        && !IsHeldBack(agent, demand);

    long Score(Selection selection, Agent agent, Demand demand, in Contact contact) => selection switch
    {
        Selection.BestFit => GeneralityOf(agent.Group!),
        Selection.MostSkilled => -demand.Rule.Levels(agent.Group!.Profile),
        Selection.LeastOccupied => OccupancyBasisPoints(agent, at),
        Selection.RoundRobin => agent.LastOfferTicks,
        Selection.WeightedTurns => TurnOf(agent),
        Selection.Random => Scatter((ulong)contact.Number << 32 | (uint)contact.Offers, (ulong)agent.Number),
        _ => 0,
    };

    /// <summary>
    /// How many steps of open queues somebody with this profile could serve, whatever the customer's language.
    /// </summary>
    int GeneralityOf(AgentGroup group)
    {
        if (group.GeneralityVersion == queuesVersion) return group.Generality;
        group.GeneralityVersion = queuesVersion;
        group.Generality = 0;
        foreach (var queue in queues)
        {
            if (queue is not { IsOpen: true } || !group.Profile.Serves(queue.Partner) || !IsMemberBy(queue, group.Profile))
            {
                continue;
            }
            foreach (var step in PlanOf(queue, 0).Steps)
            {
                if (step.Rule.CanBe(group.Profile).True) group.Generality++;
            }
        }

        return group.Generality;
    }

    /// <summary>
    /// Share of the time since he signed in that the agent had a contact (offer to end of wrap-up), 0–10,000.
    /// </summary>
    internal static int OccupancyBasisPoints(Agent agent, long atTicks)
    {
        var signedIn = atTicks - agent.SignedInTicks;
        if (signedIn <= 0) return 0;
        var occupied = agent.OccupiedTicks + (agent.PointsUsed > 0 ? atTicks - agent.OccupiedSinceTicks : 0);
        return (int)((Int128)occupied * 10_000 / signedIn);
    }

    /// <summary>A counter-based generator: the finalizer of SplitMix64 (docs/sources.md#splitmix), positive.</summary>
    static long Scatter(ulong counter, ulong agent)
    {
        var mixed = (counter ^ agent * 0x9E3779B97F4A7C15) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (long)((mixed ^ (mixed >> 31)) >> 1);
    }
}
