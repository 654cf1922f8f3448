using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? Snooze(ref Contact contact, int agent, long until, long lastMessage)
    {
        if (Agent(agent) is null) return Refusal.UnknownAgent;
        if (contact.ConnectedTo != agent) return Refusal.NotConnected;
        return Park(ref contact, until, Reason.Snoozed, lastMessage);
    }

    Refusal? ParkContact(ref Contact contact, long until, Reason reason, long lastMessage)
    {
        if (contact.State is ContactState.Ended or ContactState.WrapUp) return Refusal.ContactEnded;
        if (reason is not Reason.WaitingForCustomer && !IsCutOff(reason)) return Refusal.NotUnderstood;
        return Park(ref contact, until, reason, lastMessage);
    }

    Refusal? Park(ref Contact contact, long until, Reason reason, long lastMessage)
    {
        if (until <= at || until - at > Limits.LongestClock.Ticks) return Refusal.InstantOutOfRange;
        StopSeekingBeside(ref contact, Reason.ContactParked);
        var whose = contact.ConnectedTo > 0 ? contact.ConnectedTo : contact.ParkedWith;
        if (contact.ConnectedTo > 0) EndSegmentOf(ref contact, reason);
        Emit(new()
        {
            Kind = EventKind.ContactParked,
            Contact = contact.Number,
            Agent = whose,
            Reason = reason,
            UntilTicks = until,
            Number = Math.Max(lastMessage, contact.LastMessage),
        });
        return null;
    }

    Refusal? WakeContact(ref Contact contact, Reason reason, long message)
    {
        if (contact.State != ContactState.Parked) return Refusal.NotParked;
        if (reason is not (Reason.CustomerBack or Reason.AgentResumed)) return Refusal.NotUnderstood;
        if (message != 0 && message <= contact.LastMessage) return Refusal.MessageAlreadySeen;
        var owner = Agent(contact.ParkedWith);
        if (reason == Reason.AgentResumed && owner is { State: AgentState.Offline }) return Refusal.AgentOffline;
        if (reason == Reason.AgentResumed && (owner is null || !HasRoomFor(contact, owner))) return Refusal.NoRoom;
        Wake(ref contact, reason);
        return null;
    }

    /// <summary>Its time is over: it comes back, unless its customer should have come back by then.</summary>
    void WakeUp(ref Contact contact)
    {
        if (contact.Reason == Reason.CallingCustomer) End(ref contact, Reason.NotReached, 0);
        else if (!IsCutOff(contact.Reason)) Wake(ref contact, Reason.WakeUpDue);
        else End(ref contact, contact.Segments == 0 ? Reason.Abandoned : contact.Reason, 0);
    }

    /// <summary>
    /// Back to its agent at once, if that was asked and he can; else it waits for him if he is at work, else for its
    /// queue.
    /// </summary>
    void Wake(ref Contact contact, Reason reason)
    {
        var owner = Agent(contact.ParkedWith);
        var beginsAnew = contact.Answered
            && !IsCutOff(contact.Reason) && contact.Reason is not (Reason.CallbackPromised or Reason.CallingCustomer);
        Emit(new()
        {
            Kind = EventKind.ContactWoken,
            Contact = contact.Number,
            Reason = reason,
            UntilTicks = beginsAnew ? at : contact.WaitSinceTicks,
        });
        if (owner is not null && reason == Reason.AgentResumed) ConnectAgain(contact, owner);
        else Return(ref contact, owner, reason);
    }

    Refusal? ReopenContact(ref Contact contact, long message)
    {
        if (contact.State is not (ContactState.Ended or ContactState.WrapUp)) return Refusal.ContactNotEnded;
        if (message != 0 && message <= contact.LastMessage) return Refusal.MessageAlreadySeen;
        if (Queue(contact.Queue) is null) return Refusal.UnknownQueue;
        var owner = Agent(contact.LastAgent);
        Emit(new()
        {
            Kind = EventKind.ContactReopened,
            Contact = contact.Number,
            Reason = Reason.MessageAfterEnd,
            UntilTicks = at,
        });
        if (owner?.Find(contact.Number, WorkState.WrapUp) is { } place and >= 0 && CanReceive(owner))
        {
            EndWrapUp(owner, owner.Work[place], Reason.MessageAfterEnd);
        }

        Return(ref contact, owner, Reason.MessageAfterEnd);
        return null;
    }

    /// <summary>The customer (or the due time) brings a contact back.</summary>
    void Return(ref Contact contact, Agent? owner, Reason reason)
    {
        var queue = queues[contact.Queue]!;
        var isLive = reason is Reason.CustomerBack or Reason.MessageAfterEnd;
        if (OwnerOf(contact) is not null) KeepPromise(ref contact, reason);
        else if (owner is not null && CanReceive(owner) && ServesPartnerOf(contact, owner))
        {
            if (isLive && HasRoomFor(contact, owner)) ConnectAgain(contact, owner);
            else SeekNamed(ref contact, owner.Number, reason);
        }
        else if (isLive && !queue.IsOpen && queue.Settings.WhenClosed == Diversion.TakeMessage)
        {
            TakeMessage(contact, queue);
        }
        else EnterQueue(ref contact, reason);
    }

    /// <summary>Its customer has not left: he may call again.</summary>
    static bool IsCutOff(Reason reason) => reason is Reason.LineLost or Reason.TelephoneLost;

    static bool CanReceive(Agent agent) => agent.State == AgentState.Available && agent.IsReachable;

    bool HasRoomFor(in Contact contact, Agent agent) =>
        Fits(agent, contact.Channel, contact.Cost, Interrupts(contact));

    static bool ServesPartnerOf(in Contact contact, Agent agent) => agent.Group!.Profile.Serves(contact.Partner);

    void ConnectAgain(in Contact contact, Agent agent)
    {
        var cost = CostFor(agent, contact.Channel, contact.Cost);
        MakeRoom(agent, cost);
        Emit(new()
        {
            Kind = EventKind.Connected,
            Contact = contact.Number,
            Queue = contact.Queue,
            Agent = agent.Number,
            Segment = contact.Segments + 1,
            Cost = cost,
        });
    }
}
