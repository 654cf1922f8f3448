using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>The only place where the state changes: one event at a time, live and in replay alike.</summary>
public sealed partial class Router
{
    void Become(in Event happened)
    {
        lastEventTicks = happened.AtTicks;
        if (happened.Kind < EventKind.Arrived) BecomeConfigured(happened);
        else if (happened.Kind >= EventKind.AgentStateChanged) BecomeOnAgent(happened);
        else if (happened.Kind == EventKind.Arrived) BecomeArrived(happened);
        else if (happened.Kind == EventKind.ContactForgotten) BecomeForgotten(happened.Contact);
        else BecomeOnContact(ref contacts[happened.Contact], happened);
    }

    /// <summary>For an event of a contact that is at hand.</summary>
    void Become(ref Contact contact, in Event happened)
    {
        lastEventTicks = happened.AtTicks;
        BecomeOnContact(ref contact, happened);
    }

    void BecomeConfigured(in Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.CellConfigured: Settings = (CellSettings)happened.Detail!; break;
            case EventKind.PartnerConfigured: Directory.Partners.Add(happened.Id); break;
            case EventKind.SkillConfigured: Directory.AddSkill(happened.Id, happened.Flag); break;
            case EventKind.TeamConfigured: Directory.Teams.Add(happened.Id); break;
            case EventKind.VendorConfigured: Directory.Vendors.Add(happened.Id); break;
            case EventKind.QueueConfigured: BecomeQueueConfigured(happened); break;
            case EventKind.AgentConfigured: BecomeAgentConfigured(happened); break;
            case EventKind.QueueRemoved: BecomeQueueRemoved(happened.Queue); break;
            case EventKind.AgentRemoved: BecomeAgentRemoved(happened.Agent); break;
            case EventKind.QueueOpened: BecomeQueueOpen(queues[happened.Queue]!, true, 0); break;
            case EventKind.QueueClosed: BecomeQueueOpen(queues[happened.Queue]!, false, happened.UntilTicks); break;
        }
    }

    void BecomeOnContact(ref Contact contact, in Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.Queued: BecomeQueued(ref contact, happened); break;
            case EventKind.StepEntered: BecomeInStep(ref contact, happened); break;
            case EventKind.Offered: BecomeOffered(ref contact, happened); break;
            case EventKind.OfferFailed: BecomeUnoffered(ref contact, happened); break;
            case EventKind.Connected: BecomeConnected(ref contact, happened); break;
            case EventKind.SegmentEnded: BecomeSegmentEnded(ref contact, happened); break;
            case EventKind.WrapUpEnded: BecomeWrappedUp(ref contact, happened); break;
            case EventKind.ContactEnded: BecomeEnded(ref contact, happened); break;
            case EventKind.ContactParked: BecomeParked(ref contact, happened); break;
            case EventKind.ContactWoken: BecomeWoken(ref contact, happened); break;
            case EventKind.ContactReopened: BecomeReopened(ref contact, happened); break;
            case EventKind.SeekEnded: BecomeSought(ref contact, happened); break;
            case EventKind.PrioritySet: BecomePrior(ref contact, happened.BaseMilli); break;
            case EventKind.StepsFixed: BecomeFixed(ref contact, happened); break;
            case EventKind.TransferStarted: BecomeTransferred(ref contact, happened); break;
            case EventKind.CallbackPromised: BecomePromised(ref contact, happened); break;
            case EventKind.Consulted: BecomeConsulted(ref contact, happened); break;
            case EventKind.ConsultEnded: BecomeUnconsulted(ref contact, happened); break;
            case EventKind.WorkPaused: BecomePaused(happened); break;
            case EventKind.WorkResumed: BecomeUnpaused(happened); break;
            case EventKind.CoolDownEnded: coolDowns.Remove(ref contact, happened.Agent); break;
        }

        // What is accepted in the same decision is never due: its clock would be set only to be stopped.
        if (happened.Kind == EventKind.Offered && queues[happened.Queue]!.Settings.AutoAccept) return;
        Schedule(ref contact);
    }

    void BecomeOnAgent(in Event happened)
    {
        if (happened.Kind == EventKind.Resumed)
        {
            BecomeResumed(happened.UntilTicks);
            return;
        }

        var agent = agents[happened.Agent]!;
        switch (happened.Kind)
        {
            case EventKind.AgentStateChanged: BecomeInState(agent, happened); break;
            case EventKind.ConnectionLost: agent.IsConnected = false; break;
            case EventKind.Reconnected: agent.IsConnected = agent.IsReachable = true; break;
            case EventKind.BecameUnreachable: agent.IsReachable = false; break;
            case EventKind.RampInPauseEnded: agent.RampTicks = 0; break;
            case EventKind.TelephoneLost: BecomeWithoutTelephone(agent, true); break;
            case EventKind.TelephoneGained: BecomeWithoutTelephone(agent, false); break;
        }

        if (happened.Kind is EventKind.ConnectionLost or EventKind.Reconnected or EventKind.BecameUnreachable or EventKind.ContactsReturned)
        {
            agent.ConnectionTicks = happened.UntilTicks;
        }

        MarkFreed(agent);
        Schedule(agent);
    }

    static void BecomeWithoutTelephone(Agent agent, bool lacks)
    {
        agent.LacksTelephone = lacks;
        SetCapacities(agent);
    }

    static void BecomeInState(Agent agent, in Event happened)
    {
        var was = agent.State;
        agent.State = happened.State;
        agent.AwayKind = happened.Id;
        agent.StateSinceTicks = happened.AtTicks;
        if (happened.State == AgentState.Available && was != AgentState.Available)
        {
            agent.IdleSinceTicks = happened.AtTicks;
        }
        if (was == AgentState.Offline)
        {
            agent.SignedInTicks = agent.OccupiedSinceTicks = happened.AtTicks;
            agent.OccupiedTicks = agent.LastTakenTicks = agent.TakesEveryTicks = 0;
            agent.Group!.SignedIn++;
        }
        else if (happened.State == AgentState.Offline)
        {
            agent.RampTicks = 0;
            agent.Group!.SignedIn--;
        }
    }

    /// <summary>
    /// Running offers, steps, wrap-ups and missed connections get the time back in which nobody could act.
    /// </summary>
    void BecomeResumed(long gapTicks)
    {
        for (var number = contacts.First; number <= contacts.Last; number++)
        {
            if (!contacts.Has(number)) continue;
            ref var contact = ref contacts[number];
            if (contact.Seek == SeekState.None || contact.UntilTicks == 0) continue;
            contact.UntilTicks += gapTicks;
            Schedule(ref contact);
        }

        foreach (var agent in agents)
        {
            if (agent is null) continue;
            if (agent.ConnectionTicks != 0) agent.ConnectionTicks += gapTicks;
            if (agent.RampTicks != 0) agent.RampTicks += gapTicks;
            for (var place = 0; place < agent.Work.Length; place++)
            {
                ref var work = ref agent.WorkAt(place);
                if (work.UntilTicks != 0) work.UntilTicks += gapTicks;
            }

            Schedule(agent);
        }
    }
}
