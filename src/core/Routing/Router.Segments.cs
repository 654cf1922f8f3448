using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? EndSegment(ref Contact contact, int agent, long lastMessage)
    {
        if (Agent(agent) is not { } connected) return Refusal.UnknownAgent;
        connected.FetchWorkAhead();
        if (contact.Seek == SeekState.Consulting && contact.OfferedTo == agent)
        {
            EndConsult(contact, Reason.AgentEnded);
            return null;
        }

        if (contact.ConnectedTo != agent) return Refusal.NotConnected;
        End(ref contact, Reason.AgentEnded, lastMessage);
        connected.Group!.FetchDemandsAhead();
        return null;
    }

    Refusal? EndContact(ref Contact contact, Reason reason, long lastMessage)
    {
        if (contact.State is ContactState.Ended or ContactState.WrapUp) return Refusal.ContactEnded;
        if (reason is not (Reason.Abandoned or Reason.CustomerEnded or Reason.CustomerSilent
            or Reason.ConnectionLost or Reason.TelephoneLost or Reason.EndedByLead or Reason.Blocked))
        {
            return Refusal.NotUnderstood;
        }

        var leftUnanswered = reason is Reason.CustomerEnded or Reason.ConnectionLost && contact.Segments == 0;
        End(ref contact, leftUnanswered ? Reason.Abandoned : reason, lastMessage);
        return null;
    }

    /// <summary>Ends a contact from any state, cancelling its offer in the same decision.</summary>
    void End(ref Contact contact, Reason reason, long lastMessage)
    {
        StopSeekingBeside(ref contact, Reason.ContactEnded);
        if (contact.ConnectedTo > 0) EndSegmentOf(ref contact, reason);
        ref var ended = ref Next(EventKind.ContactEnded, contact.Number);
        ended.Reason = reason;
        ended.Number = Math.Max(lastMessage, contact.LastMessage);
        Become(ref contact, ended);
    }

    /// <summary>
    /// The connected agent's part is over; his wrap-up begins if the queue through which it came to him has one.
    /// </summary>
    void EndSegmentOf(ref Contact contact, Reason reason)
    {
        var agent = agents[contact.ConnectedTo]!;
        ref readonly var work = ref agent.WorkAt(agent.Find(contact.Number, WorkState.Connected));
        var limit = Queue(work.Queue)!.Settings.WrapUp;
        var hasWrapUp = limit != TimeSpan.Zero && WrapsUpAfter(reason) && !work.IsPaused;
        ref var ended = ref Next(EventKind.SegmentEnded, contact.Number);
        ended.Agent = agent.Number;
        ended.Segment = work.Segment;
        ended.Reason = reason;
        ended.Flag = hasWrapUp;
        ended.UntilTicks = hasWrapUp && limit is { } time ? at + time.Ticks : 0;
        Become(ref contact, ended);
        if (hasWrapUp) WithdrawWithoutRoom(agent);
    }

    /// <summary>
    /// Nobody is there to wrap up when the agent was lost, and a contact set aside is not over. (What is paused is not
    /// wrapped up either: its agent has something else on his hands.)
    /// </summary>
    static bool WrapsUpAfter(Reason reason) =>
        reason is not (Reason.AgentUnreachable or Reason.SignedOutByLead or Reason.AgentRemoved
        or Reason.PausedTooLong or Reason.Snoozed or Reason.WaitingForCustomer) && !IsCutOff(reason);

    Refusal? FinishWrapUp(in Contact contact, int number)
    {
        if (Agent(number) is not { } agent) return Refusal.UnknownAgent;
        var place = agent.Find(contact.Number, WorkState.WrapUp);
        if (place < 0) return Refusal.NotInWrapUp;
        EndWrapUp(agent, agent.Work[place], Reason.Done);
        return null;
    }

    void EndWrapUp(Agent agent, in Work work, Reason reason)
    {
        ref var ended = ref Next(EventKind.WrapUpEnded, work.Contact);
        ended.Agent = agent.Number;
        ended.Segment = work.Segment;
        ended.Reason = reason;
        Become(ended);
    }

    /// <summary>The agent is lost: who was asked has the contact, or it waits again in its place.</summary>
    void ReturnContact(ref Contact contact, Reason reason)
    {
        if (contact.Seek == SeekState.Consulting)
        {
            GiveToConsulted(ref contact, reason);
            return;
        }

        EndSegmentOf(ref contact, reason);
        if (contact.Seek == SeekState.None) EnterQueue(ref contact, reason);
    }
}
