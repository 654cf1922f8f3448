using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? ChooseState(Agent agent, AgentState state, Guid awayKind)
    {
        if (!Enum.IsDefined(state)) return Refusal.NotUnderstood;
        var kind = state == AgentState.Away ? awayKind : Guid.Empty;
        if (agent.State == state && agent.AwayKind == kind) return Refusal.NothingChanges;
        if (state == AgentState.Offline && IsConnectedToSomebody(agent)) return Refusal.ContactsStillOpen;
        if (state == AgentState.Offline) GoOffline(agent, Reason.Chosen);
        else
        {
            Emit(new()
            {
                Kind = EventKind.AgentStateChanged,
                Agent = agent.Number,
                State = state,
                Id = kind,
                Reason = Reason.Chosen,
            });
            if (state == AgentState.Away) WithdrawOffers(agent, Reason.AgentWentAway);
        }

        return null;
    }

    Refusal? SignOut(Agent agent)
    {
        if (agent.State == AgentState.Offline) return Refusal.NothingChanges;
        GoOffline(agent, Reason.SignedOutByLead);
        return null;
    }

    /// <summary>
    /// Nothing is left with an agent who goes, but what he has set aside: that stays his unless he is removed.
    /// </summary>
    void GoOffline(Agent agent, Reason reason)
    {
        if (agent.State != AgentState.Offline)
        {
            Emit(new()
            {
                Kind = EventKind.AgentStateChanged,
                Agent = agent.Number,
                State = AgentState.Offline,
                Reason = reason,
            });
        }

        WithdrawOffers(agent, reason == Reason.Chosen ? Reason.AgentWentAway : reason);
        EndConsultsOf(agent, reason);
        ReturnContacts(agent, reason, callsToo: true);
        for (var place = agent.Work.Length - 1; place >= 0; place--)
        {
            var work = agent.Work[place];
            if (work.State == WorkState.WrapUp) EndWrapUp(agent, work, reason == Reason.Chosen ? Reason.Done : reason);
            else if (reason == Reason.AgentRemoved) LeaveParked(contacts[work.Contact]);
        }

        PassOverStepsWithout(agent, forGood: reason == Reason.AgentRemoved);
    }

    /// <summary>A parked contact belongs to nobody any more; it wakes when it would have.</summary>
    void LeaveParked(in Contact contact) => Emit(new()
    {
        Kind = EventKind.ContactParked,
        Contact = contact.Number,
        Reason = contact.Reason,
        UntilTicks = contact.UntilTicks,
        Number = contact.LastMessage,
    });

    void ReturnContacts(Agent agent, Reason reason, bool callsToo)
    {
        for (var place = agent.Work.Length - 1; place >= 0; place--)
        {
            if (place >= agent.Work.Length) continue;
            var work = agent.Work[place];
            if (work.State != WorkState.Connected || (work.Channel == Channel.Call && !callsToo)) continue;
            ReturnContact(ref contacts[work.Contact], reason);
        }
    }

    static bool IsConnectedToSomebody(Agent agent)
    {
        foreach (var work in agent.Work)
        {
            if (work.State is WorkState.Connected or WorkState.Consulting) return true;
        }

        return false;
    }

    Refusal? LoseConnection(Agent agent)
    {
        if (!agent.IsConnected) return Refusal.NothingChanges;
        Emit(new()
        {
            Kind = EventKind.ConnectionLost,
            Agent = agent.Number,
            UntilTicks = at + Settings.UnreachableAfter.Ticks,
        });
        return null;
    }

    Refusal? Reconnect(Agent agent)
    {
        if (agent.IsConnected) return Refusal.NothingChanges;
        Emit(new() { Kind = EventKind.Reconnected, Agent = agent.Number });
        return null;
    }

    /// <summary>What is offered to him rings nowhere; a call that he is in goes its own way.</summary>
    Refusal? LoseTelephone(Agent agent)
    {
        if (agent.LacksTelephone) return Refusal.NothingChanges;
        Emit(new() { Kind = EventKind.TelephoneLost, Agent = agent.Number });
        WithdrawOffers(agent, Reason.NoTelephone, Channel.Call);
        return null;
    }

    Refusal? GainTelephone(Agent agent)
    {
        if (!agent.LacksTelephone) return Refusal.NothingChanges;
        Emit(new() { Kind = EventKind.TelephoneGained, Agent = agent.Number });
        return null;
    }

    /// <summary>The connection has been gone for too long: first no offers, later no contacts.</summary>
    void StayUnconnected(Agent agent)
    {
        if (agent.IsReachable)
        {
            var returns = at + Settings.ReturnsContactsAfter.Ticks - Settings.UnreachableAfter.Ticks;
            Emit(new() { Kind = EventKind.BecameUnreachable, Agent = agent.Number, UntilTicks = returns });
            WithdrawOffers(agent, Reason.AgentUnreachable);
        }
        else
        {
            Emit(new() { Kind = EventKind.ContactsReturned, Agent = agent.Number });
            ReturnContacts(agent, Reason.AgentUnreachable, callsToo: false);
        }
    }
}
