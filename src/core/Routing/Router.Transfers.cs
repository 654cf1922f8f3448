using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    /// <param name="reason"><see cref="Reason.Consulted"/> for somebody who is asked first.</param>
    Refusal? TransferToQueue(ref Contact contact, int agent, int queue, Reason reason = Reason.Transferred)
    {
        if (MayTransfer(contact, agent) is { } refusal) return refusal;
        if (MayEnter(contact, queue) is { } closed) return closed;
        StartTransfer(contact, new() { Queue = queue, Reason = reason });
        if (IsBlind(contact, reason)) EndSegmentOf(ref contact, reason);
        Emit(new() { Kind = EventKind.StepsFixed, Contact = contact.Number, Queue = queue });
        EnterQueue(ref contact, reason);
        return null;
    }

    /// <inheritdoc cref="TransferToQueue"/>
    Refusal? TransferToAgent(ref Contact contact, in Command command, Reason reason = Reason.Transferred)
    {
        if (MayTransfer(contact, command.Agent) is { } refusal) return refusal;
        if (Agent(command.ToAgent) is not { } receiver) return Refusal.UnknownAgent;
        if (receiver.Number == command.Agent) return Refusal.TransferToSelf;
        if (!receiver.Group!.Profile.Serves(contact.Partner)) return Refusal.AgentServesOthers;
        if (receiver.State == AgentState.Offline) return Refusal.AgentOffline;
        if (!CanBeCalled(receiver, contact)) return Refusal.NoDevice;
        var queue = command.Queue > 0 ? command.Queue : contact.Queue;
        if (queue != contact.Queue && MayEnter(contact, queue) is { } closed) return closed;
        var orBack = command.Flag || reason == Reason.Consulted;
        StartTransfer(contact, new() { ToAgent = receiver.Number, Flag = orBack, Queue = queue, Reason = reason });
        if (IsBlind(contact, reason)) EndSegmentOf(ref contact, reason);
        if (PlanOf(contact).Queue != queue)
        {
            Emit(new() { Kind = EventKind.StepsFixed, Contact = contact.Number, Queue = queue });
        }
        SeekNamed(ref contact, receiver.Number, reason);
        return null;
    }

    /// <summary>
    /// The sender is not offered what he gives away: as long as he keeps it, and for a cool-down when the transfer is
    /// blind.
    /// </summary>
    void StartTransfer(in Contact contact, in Event target)
    {
        var isBlind = IsBlind(contact, target.Reason);
        Emit(target with
        {
            Kind = EventKind.TransferStarted,
            Contact = contact.Number,
            Agent = contact.ConnectedTo,
            UntilTicks = isBlind ? at + Settings.CoolDown.Ticks : CoolDowns.Never,
        });
    }

    /// <summary>A call is let go at once, unless somebody is to be asked first.</summary>
    static bool IsBlind(in Contact contact, Reason reason) => contact.Channel == Channel.Call && reason != Reason.Consulted;

    Refusal? CancelTransfer(ref Contact contact, int agent)
    {
        if (Agent(agent) is null) return Refusal.UnknownAgent;
        if (contact.ConnectedTo != agent || contact.Seek == SeekState.None) return Refusal.NoTransfer;
        StopSeekingBeside(ref contact, Reason.TransferCancelled);
        if (contact.Seek == SeekState.None) return null;
        Emit(new() { Kind = EventKind.SeekEnded, Contact = contact.Number, Reason = Reason.TransferCancelled });
        return null;
    }

    Refusal? MoveContact(ref Contact contact, int queue)
    {
        if (contact.ConnectedTo > 0
            || contact.State is not (ContactState.Waiting or ContactState.Offered or ContactState.Parked))
        {
            return Refusal.NotWaiting;
        }

        if (queue != contact.Queue && MayEnter(contact, queue) is { } refusal) return refusal;
        if (contact.Seek == SeekState.Offered) FailOffer(ref contact, Reason.ContactMoved);
        Emit(new() { Kind = EventKind.StepsFixed, Contact = contact.Number, Queue = queue });
        if (contact.State != ContactState.Parked) EnterQueue(ref contact, Reason.MovedByLead);
        return null;
    }

    Refusal? SetPriority(in Contact contact, int baseMilli)
    {
        if (contact.State is ContactState.Ended or ContactState.WrapUp) return Refusal.ContactEnded;
        if (Math.Abs((long)baseMilli) > Limits.HighestRankMilli) return Refusal.SettingOutOfRange;
        Emit(new() { Kind = EventKind.PrioritySet, Contact = contact.Number, BaseMilli = baseMilli });
        return null;
    }

    Refusal? MayTransfer(in Contact contact, int agent)
    {
        if (Agent(agent) is null) return Refusal.UnknownAgent;
        if (contact.ConnectedTo != agent) return Refusal.NotConnected;
        return contact.Seek == SeekState.None ? null : Refusal.TransferRunning;
    }

    Refusal? MayEnter(in Contact contact, int number)
    {
        if (Queue(number) is not { } queue) return Refusal.UnknownQueue;
        if (queue.Partner != contact.Partner) return Refusal.OtherPartner;
        return queue.IsOpen ? null : Refusal.QueueIsClosed;
    }
}
