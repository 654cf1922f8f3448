using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>What somebody decides instead of the rules: this contact goes to this person.</summary>
public sealed partial class Router
{
    /// <summary>
    /// The agent takes a contact at once, from the queue or out of a colleague's hands, without waiting for an offer.
    /// He need not be available, but signed in and with room.
    /// </summary>
    Refusal? TakeContact(ref Contact contact, int number)
    {
        if (MayHand(contact, number) is { } refusal) return refusal;
        if (contact.Seek == SeekState.Offered && contact.OfferedTo == number) return AcceptOffer(ref contact, number, 0);
        var agent = agents[number]!;
        if (!Fits(agent, contact.Channel, contact.Cost, Interrupts(contact))) return Refusal.NoRoom;
        HandTo(ref contact, agent, Reason.TakenByLead);
        Offer(ref contact, agent);
        if (contact.Seek == SeekState.Offered) Accept(ref contact);
        return null;
    }

    /// <summary>
    /// An agent takes a waiting contact that he could be offered, where the queue lets him choose: whatever its rank, and
    /// also one that he has just refused or missed.
    /// </summary>
    Refusal? PickContact(ref Contact contact, int number)
    {
        if (Agent(number) is not { } agent) return Refusal.UnknownAgent;
        if (contact.Seek != SeekState.Waiting) return Refusal.NotWaiting;
        if (contact.ConnectedTo == number) return Refusal.TransferToSelf;
        if (!queues[contact.Queue]!.Settings.AllowsPicking) return Refusal.PickingNotAllowed;
        if (!CanReceive(agent)) return Refusal.AgentNotAvailable;
        if (!CanBeCalled(agent, contact)) return Refusal.NoDevice;
        var demand = DemandOf(contact);
        if (!IsEligible(demand, agent)) return Refusal.NotEligible;
        if (IsHeldBack(agent, demand)) return Refusal.HeldBack;
        if (!Fits(agent, demand.Channel, demand.Cost, demand.Interrupts)) return Refusal.NoRoom;
        Offer(ref contact, agent, Reason.PickedByAgent);
        if (contact.Seek == SeekState.Offered) Accept(ref contact);
        return null;
    }

    /// <summary>The contact is sought for this agent alone, then for its queue; who has it keeps it until then.</summary>
    Refusal? GiveContact(ref Contact contact, int number)
    {
        if (MayHand(contact, number) is { } refusal) return refusal;
        HandTo(ref contact, agents[number]!, Reason.GivenByLead);
        return null;
    }

    Refusal? MayHand(in Contact contact, int number)
    {
        if (Agent(number) is not { } agent) return Refusal.UnknownAgent;
        if (!agent.Group!.Profile.Serves(contact.Partner)) return Refusal.AgentServesOthers;
        if (contact.State is not (ContactState.Waiting or ContactState.Offered or ContactState.Connected))
        {
            return Refusal.NotWaiting;
        }

        if (contact.ConnectedTo == number) return Refusal.TransferToSelf;
        if (agent.State == AgentState.Offline || !agent.IsReachable) return Refusal.AgentOffline;
        return CanBeCalled(agent, contact) ? null : Refusal.NoDevice;
    }

    static bool CanBeCalled(Agent agent, in Contact contact) => contact.Channel != Channel.Call || !agent.LacksTelephone;

    /// <summary>Whatever was sought before is called back.</summary>
    void HandTo(ref Contact contact, Agent agent, Reason reason)
    {
        var isConnected = contact.ConnectedTo > 0;
        StopSeekingBeside(ref contact, isConnected ? Reason.TransferCancelled : Reason.ContactMoved);

        if (isConnected)
        {
            if (contact.Seek != SeekState.None)
            {
                Emit(new() { Kind = EventKind.SeekEnded, Contact = contact.Number, Reason = Reason.TransferCancelled });
            }
            StartTransfer(contact, new() { ToAgent = agent.Number, Queue = contact.Queue });
            if (contact.Channel == Channel.Call) EndSegmentOf(ref contact, Reason.Transferred);
        }

        SeekNamed(ref contact, agent.Number, reason);
    }
}
