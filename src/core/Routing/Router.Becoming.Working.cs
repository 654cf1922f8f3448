using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    void BecomeOffered(ref Contact contact, in Event happened)
    {
        LeaveLane(ref contact);
        contact.Seek = SeekState.Offered;
        if (contact.ConnectedTo == 0) SetState(ref contact, ContactState.Offered, happened.AtTicks);
        contact.StepLeftTicks = contact.UntilTicks == 0 ? 0 : Math.Max(1, contact.UntilTicks - happened.AtTicks);
        contact.UntilTicks = happened.UntilTicks;
        contact.OfferedTo = happened.Agent;
        contact.Offers = happened.Offer;
        var agent = agents[happened.Agent]!;
        agent.LastOfferTicks = happened.AtTicks;
        if (contact.Step > 0) TakeTurn(agent, queues[happened.Queue]!);
        if (happened.AtTicks - agent.SignedInTicks < Settings.RampIn.Ticks)
        {
            agent.RampTicks = happened.AtTicks + Settings.RampInPause.Ticks;
            Schedule(agent);
        }

        Begin(agent, new()
        {
            Contact = contact.Number,
            State = WorkState.Offered,
            Channel = contact.Channel,
            Queue = happened.Queue,
            Cost = happened.Cost,
            Offer = happened.Offer,
            SinceTicks = happened.AtTicks,
            UntilTicks = happened.UntilTicks,
        });
    }

    void BecomeUnoffered(ref Contact contact, in Event happened)
    {
        var agent = agents[happened.Agent]!;
        Finish(agent, agent.Find(contact.Number, WorkState.Offered), happened.AtTicks);
        contact.OfferedTo = 0;
        contact.UntilTicks = contact.StepLeftTicks == 0 ? 0 : happened.AtTicks + contact.StepLeftTicks;
        contact.StepLeftTicks = 0;
        if (happened.UntilTicks != 0) coolDowns.Add(ref contact, happened.Agent, happened.UntilTicks);
        EnterLane(ref contact, happened.AtTicks);
    }

    void BecomeConnected(ref Contact contact, in Event happened)
    {
        var agent = agents[happened.Agent]!;
        LeaveLane(ref contact);
        var work = new Work
        {
            Contact = contact.Number,
            State = WorkState.Connected,
            Channel = contact.Channel,
            Queue = happened.Queue,
            Cost = happened.Cost,
            Offer = happened.Offer,
            Segment = happened.Segment,
            SinceTicks = happened.AtTicks,
            IsInterruptible = IsInterruptible(queues[happened.Queue]!, contact.Channel),
        };
        if (happened.Offer == 0) Begin(agent, work);
        else
        {
            var had = contact.Seek == SeekState.Consulting ? WorkState.Consulting : WorkState.Offered;
            ref var offered = ref agent.WorkAt(agent.Find(contact.Number, had));
            work.Cost = offered.Cost;
            agent.Uncount(offered);
            offered = work;
            agent.Count(work);
            if (work.IsInterruptible) MarkFreed(agent);
        }

        StopSeeking(ref contact);
        contact.OfferedTo = 0;
        contact.ConnectedTo = contact.LastAgent = happened.Agent;
        contact.Segments = happened.Segment;
        CountAnswer(contact, queues[happened.Queue]!, happened.AtTicks);
        CountTaken(agent, happened.AtTicks);
        contact.Answered = true;
        BecomeKept(contact);
        contact.Overflowed = false;
        SetState(ref contact, ContactState.Connected, happened.AtTicks);
    }

    static void CountAnswer(in Contact contact, Queue queue, long atTicks)
    {
        if (contact.Answered) return;
        queue.Service?.Add(atTicks, atTicks - contact.WaitSinceTicks <= queue.Settings.TargetWithin.Ticks);
    }

    void BecomeSegmentEnded(ref Contact contact, in Event happened)
    {
        var agent = agents[happened.Agent]!;
        var place = agent.Find(contact.Number, WorkState.Connected);
        contact.ConnectedTo = 0;
        if (contact.Seek == SeekState.Waiting) SetState(ref contact, ContactState.Waiting, happened.AtTicks);
        if (contact.Seek == SeekState.Offered) SetState(ref contact, ContactState.Offered, happened.AtTicks);
        if (!happened.Flag)
        {
            Finish(agent, place, happened.AtTicks);
            agent.IdleSinceTicks = happened.AtTicks;
            return;
        }

        contact.WrapUps++;
        ref var work = ref agent.WorkAt(place);
        agent.Uncount(work);
        work.State = WorkState.WrapUp;
        agent.Count(work);
        if (work.IsInterruptible) MarkChanged(agent);
        work.SinceTicks = happened.AtTicks;
        work.UntilTicks = happened.UntilTicks;
        Schedule(agent);
    }

    void BecomeWrappedUp(ref Contact contact, in Event happened)
    {
        var agent = agents[happened.Agent]!;
        Finish(agent, agent.Find(contact.Number, WorkState.WrapUp), happened.AtTicks);
        agent.IdleSinceTicks = happened.AtTicks;
        Schedule(agent);
        contact.WrapUps--;
        if (contact.State == ContactState.WrapUp && contact.WrapUps == 0) Finish(ref contact, happened.AtTicks);
    }

    void BecomeParked(ref Contact contact, in Event happened)
    {
        LeaveLane(ref contact);
        LeaveParking(ref contact);
        StopSeeking(ref contact);
        SetState(ref contact, ContactState.Parked, happened.AtTicks);
        contact.Reason = happened.Reason;
        contact.LastMessage = happened.Number;
        contact.UntilTicks = happened.UntilTicks;
        contact.ParkedWith = happened.Agent;
        if (happened.Reason == Reason.MessageTaken) queues[contact.Queue]!.Messages++;
        agents[happened.Agent]?.Add(new()
        {
            Contact = contact.Number,
            State = WorkState.Parked,
            Channel = contact.Channel,
            Queue = contact.Queue,
            Segment = contact.Segments,
            SinceTicks = happened.AtTicks,
        });
    }

    void BecomeWoken(ref Contact contact, in Event happened)
    {
        LeaveParking(ref contact);
        if (contact.Reason == Reason.CallingCustomer) BecomeKept(contact);
        contact.UntilTicks = 0;
        contact.Answered &= contact.WaitSinceTicks == happened.UntilTicks;
        contact.WaitSinceTicks = happened.UntilTicks;
        contact.Overflowed = false;
        contact.Reason = Reason.None;
    }

    void BecomeReopened(ref Contact contact, in Event happened)
    {
        if (contact.State == ContactState.Ended)
        {
            ended.Remove(ref contact);
            queues[contact.Queue]!.Contacts++;
        }

        SetState(ref contact, ContactState.Waiting, happened.AtTicks);
        contact.WaitSinceTicks = happened.UntilTicks;
        contact.Answered = contact.Overflowed = false;
        contact.Reason = Reason.None;
    }

    void LeaveParking(ref Contact contact)
    {
        if (contact.State != ContactState.Parked) return;
        if (contact.Reason == Reason.MessageTaken) queues[contact.Queue]!.Messages--;
        if (agents[contact.ParkedWith] is { } agent) agent.RemoveAt(agent.Find(contact.Number, WorkState.Parked));
        contact.ParkedWith = 0;
    }

    /// <summary>Something comes to the agent: points, a place of its channel, and the end of idleness.</summary>
    void Begin(Agent agent, in Work work)
    {
        if (agent.PointsUsed == 0) agent.OccupiedSinceTicks = work.SinceTicks;
        agent.Add(work);
        agent.Count(work);
        agent.InChannel[(int)work.Channel]++;
        MarkChanged(agent);
    }

    void Finish(Agent agent, int place, long atTicks)
    {
        var work = agent.Work[place];
        agent.Uncount(work);
        agent.InChannel[(int)work.Channel]--;
        agent.RemoveAt(place);
        if (work.IsPaused) Schedule(agent);
        if (agent.PointsUsed == 0) agent.OccupiedTicks += atTicks - agent.OccupiedSinceTicks;
        MarkFreed(agent);
    }

    void BecomeQueueOpen(Queue queue, bool isOpen, long opensAtTicks)
    {
        queue.IsOpen = isOpen;
        queue.OpensAtTicks = opensAtTicks;
        if (!isOpen && holds.Find(hold => hold.Queue == queue) is { } hold) LetGo(hold);
        queuesVersion++;
    }
}
