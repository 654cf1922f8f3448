using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    readonly List<int> copied = [];

    /// <returns>The step from <paramref name="from"/> on that is not passed over; the last one never is.</returns>
    byte FirstStep(in Contact contact, Plan plan, int from)
    {
        var step = from;
        while (step < contact.Steps && IsPassedOver(contact, plan, step)) step++;
        return (byte)step;
    }

    bool IsPassedOver(in Contact contact, Plan plan, int step)
    {
        var (rule, _, whileSignedIn) = plan.Steps[step - 1];
        var queue = queues[contact.Queue]!;
        if (!whileSignedIn && !queue.Settings.SkipsEmptySteps) return false;
        return rule.OnlyAgent > 0
            ? !IsOnlyAgentSignedIn(rule, contact.Partner)
            : !IsSomebodySignedIn(DemandOf(contact, step));
    }

    bool IsSomebodySignedIn(Demand demand)
    {
        if (demand.OnlyAgent > 0) return IsOnlyAgentSignedIn(demand.Rule, demand.Partner);
        if (!demand.NamesAgents) return demand.Groups.Exists(group => group.SignedIn > 0);
        foreach (var agent in agents)
        {
            if (agent is not null && IsSignedInFor(demand, agent)) return true;
        }

        return false;
    }

    bool IsOnlyAgentSignedIn(Rule rule, int partner) =>
        Agent(rule.OnlyAgent) is { State: not AgentState.Offline, Group: { } group }
        && rule.IsTrueOf(group.Profile, rule.OnlyAgent)
        && group.Profile.Serves(partner);

    static bool IsSignedInFor(Demand demand, Agent agent) =>
        agent.State != AgentState.Offline && IsEligible(demand, agent);

    void EnterNextStep(ref Contact contact, Reason reason) =>
        EnterStep(ref contact, FirstStep(contact, PlanOf(contact), contact.Step + 1), reason);

    void EnterStep(ref Contact contact, byte step, Reason reason)
    {
        var forTicks = PlanOf(contact).Steps[step - 1].ForTicks;
        ref var entered = ref Next(EventKind.StepEntered, contact.Number);
        entered.Step = step;
        entered.Reason = reason;
        entered.UntilTicks = forTicks > 0 ? at + forTicks : 0;
        Become(ref contact, entered);
        Seek(ref contact);
    }

    /// <summary>Nobody took the contact for whom alone it was meant: back to the sender, or to the queue.</summary>
    void GiveUpOnNamed(ref Contact contact, Reason reason)
    {
        if (contact.ConnectedTo > 0 && contact.OrBack)
        {
            Emit(new() { Kind = EventKind.SeekEnded, Contact = contact.Number, Reason = reason });
        }
        else if (contact.OrBack && contact.LastAgent != contact.Named
            && Agent(contact.LastAgent) is { State: not AgentState.Offline })
        {
            SeekNamed(ref contact, contact.LastAgent, reason);
        }
        else EnterQueue(ref contact, reason);
    }

    /// <summary>The contact waits for one agent alone, for a while.</summary>
    /// <param name="untilTicks">0: for as long as the cell's settings say.</param>
    void SeekNamed(ref Contact contact, int agent, Reason reason, long untilTicks = 0)
    {
        HavePlanOfQueue(contact);
        Emit(new()
        {
            Kind = EventKind.Queued,
            Contact = contact.Number,
            Queue = contact.Queue,
            Agent = agent,
            Reason = reason,
            UntilTicks = untilTicks > 0 ? untilTicks : at + Settings.WaitsForNamed.Ticks,
        });
        Seek(ref contact);
    }

    /// <summary>
    /// The agent is offline now: steps that were in force only while somebody who fits is signed in end at once.
    /// </summary>
    /// <param name="forGood">He is removed: his personal callbacks are released.</param>
    void PassOverStepsWithout(Agent agent, bool forGood)
    {
        copied.Clear();
        foreach (var demand in agent.OwnDemands ?? []) lanes.CopyContacts(demand, contacts, copied);
        if (agent.Group is { SignedIn: 0 } group)
        {
            foreach (var demand in group.Demands) lanes.CopyContacts(demand, contacts, copied);
        }

        copied.Sort();
        foreach (var number in copied)
        {
            ref var contact = ref contacts[number];
            if (StaysHis(contact) && !forGood) continue;
            if (contact.Step == 0) GiveUpOnNamed(ref contact, Reason.NobodySignedIn);
            else if (contact.Step < contact.Steps && IsPassedOver(contact, PlanOf(contact), contact.Step))
            {
                EnterNextStep(ref contact, Reason.NobodySignedIn);
            }
            else if (OverflowsUnstaffed(contact)) Overflow(ref contact);
        }
    }
}
