using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    void BecomeArrived(in Event happened)
    {
        ref var contact = ref contacts.Add(happened.Contact);
        contact.Id = happened.Id;
        contact.External = happened.External;
        contact.Channel = happened.Channel;
        contact.Language = happened.Language;
        contact.Cost = (byte)happened.Cost;
        contact.RaiseMilli = happened.BaseMilli;
        contact.ArrivedAtTicks = happened.UntilTicks;
        contact.WaitSinceTicks = happened.Number > 0 ? happened.Number : happened.UntilTicks;
        contact.StateSinceTicks = happened.AtTicks;
        contact.State = ContactState.Waiting;
        Directory.Add(contact);
        if (happened.Queue == 0) return;
        var queue = queues[happened.Queue]!;
        contact.Partner = queue.Partner;
        MoveTo(ref contact, queue);
        FixOrder(ref contact, queue, happened.Detail as IReadOnlyList<Step>);
    }

    /// <summary>Steps and order from the queue's present settings, or the flow's own steps.</summary>
    void FixOrder(ref Contact contact, Queue queue, IReadOnlyList<Step>? own)
    {
        var settings = queue.Settings;
        var (slope, cap, language) = (settings.SlopeMilli, settings.CapMilli, contact.Language);
        ref var plan = ref contacts.PlanOf(contact.Number);
        if (contact.HasOwnPlan) sparePlans.Push(plan!);
        contact.HasOwnPlan = own is not null;
        if (own is null) plan = PlanOf(queue, language);
        else
        {
            if (!sparePlans.TryPop(out plan)) plan = new();
            plan.Set(own, ownSteps.Of(own, language), isOwn: true, queue.Number, language, slope, cap);
        }

        contact.Steps = (byte)plan.Steps.Length;
        var most = (long)Limits.HighestRankMilli;
        contact.BaseMilli = (int)Math.Clamp((long)settings.BaseMilli + contact.RaiseMilli, -most, most);
    }

    Plan PlanOf(in Contact contact) => contacts.PlanOf(contact.Number)!;

    Plan PlanOf(Queue queue, int language)
    {
        if (queue.LastPlan is { } last && last.Language == language) return last;
        if (!queue.Plans.TryGetValue(language, out var plan))
        {
            var settings = queue.Settings;
            var (slope, cap) = (settings.SlopeMilli, settings.CapMilli);
            var steps = Plan.InNumbers(settings.Steps, language, Directory);
            plan = new();
            plan.Set(settings.Steps, steps, isOwn: false, queue.Number, language, slope, cap);
            queue.Plans.Add(language, plan);
        }

        return queue.LastPlan = plan;
    }

    void MoveTo(ref Contact contact, Queue queue)
    {
        if (contact.Queue == queue.Number) return;
        if (Queue(contact.Queue) is { } former) former.Contacts--;
        contact.Queue = queue.Number;
        queue.Contacts++;
    }

    void BecomeQueued(ref Contact contact, in Event happened)
    {
        LeaveLane(ref contact);
        MoveTo(ref contact, queues[happened.Queue]!);
        contact.Named = happened.Agent;
        contact.Step = happened.Step;
        contact.UntilTicks = happened.UntilTicks;
        if (happened.Reason == Reason.Overflow) contact.Overflowed = true;
        EnterLane(ref contact, happened.AtTicks);
    }

    void BecomeInStep(ref Contact contact, in Event happened)
    {
        LeaveLane(ref contact);
        contact.Step = happened.Step;
        contact.UntilTicks = happened.UntilTicks;
        if (happened.Reason == Reason.Overflow) contact.Overflowed = true;
        EnterLane(ref contact, happened.AtTicks);
    }

    void EnterLane(ref Contact contact, long atTicks)
    {
        var demand = DemandOf(contact).Number;
        contact.Seek = SeekState.Waiting;
        if (contact.ConnectedTo == 0) SetState(ref contact, ContactState.Waiting, atTicks);
        var queue = queues[contact.Queue]!;
        contact.OverflowTicks = contact.Step > 0 && !contact.Overflowed && queue.Settings.OverflowsAfter is { } after
            ? Math.Max(contact.WaitSinceTicks + after.Ticks, atTicks)
            : 0;
        if (contact.Step > 0) queue.Waiting++;
        lanes.Add(ref contact, demand, PlanOf(contact), contacts);
    }

    void LeaveLane(ref Contact contact)
    {
        if (contact.Seek != SeekState.Waiting) return;
        contact.Seek = SeekState.None;
        if (contact.Step > 0) queues[contact.Queue]!.Waiting--;
        var demand = lanes.Remove(ref contact, contacts);
        if (lanes.Of(demand) is { IsOwn: true, Waiting: 0 }) GiveUp(demands[demand]);
    }

    static void SetState(ref Contact contact, ContactState state, long atTicks)
    {
        if (contact.State == state) return;
        contact.State = state;
        contact.StateSinceTicks = atTicks;
    }

    void BecomePrior(ref Contact contact, int baseMilli)
    {
        var isWaiting = contact.Seek == SeekState.Waiting;
        if (isWaiting) lanes.Remove(ref contact, contacts);
        contact.RaiseMilli += baseMilli - contact.BaseMilli;
        contact.BaseMilli = baseMilli;
        if (isWaiting) lanes.Add(ref contact, DemandOf(contact).Number, PlanOf(contact), contacts);
    }

    void BecomeFixed(ref Contact contact, in Event happened)
    {
        LeaveLane(ref contact);
        var queue = queues[happened.Queue]!;
        var isMessage = contact.State == ContactState.Parked && contact.Reason == Reason.MessageTaken;
        if (isMessage) queues[contact.Queue]!.Messages--;
        MoveTo(ref contact, queue);
        if (isMessage) queue.Messages++;
        FixOrder(ref contact, queue, null);
    }

    void BecomeTransferred(ref Contact contact, in Event happened)
    {
        contact.OrBack = happened.Flag;
        contact.Consults = happened.Reason == Reason.Consulted;
        contact.Overflowed = false;
        coolDowns.Add(ref contact, happened.Agent, happened.UntilTicks);
    }

    /// <summary>The search is over and the contact is where it was: with the agent who keeps it.</summary>
    void BecomeSought(ref Contact contact, in Event happened)
    {
        LeaveLane(ref contact);
        var keeper = agents[contact.ConnectedTo]!;
        MoveTo(ref contact, queues[keeper.Work[keeper.Find(happened.Contact, WorkState.Connected)].Queue]!);
        StopSeeking(ref contact);
    }

    void StopSeeking(ref Contact contact)
    {
        contact.Seek = SeekState.None;
        contact.Named = 0;
        contact.OrBack = contact.Consults = false;
        contact.UntilTicks = contact.StepLeftTicks = contact.OverflowTicks = 0;
        coolDowns.Clear(ref contact);
    }

    void BecomeEnded(ref Contact contact, in Event happened)
    {
        LeaveLane(ref contact);
        LeaveParking(ref contact);
        StopSeeking(ref contact);
        BecomeKept(contact);
        contact.Reason = happened.Reason;
        contact.LastMessage = happened.Number;
        if (happened.Reason == Reason.Abandoned) Queue(contact.Queue)?.Service?.Add(happened.AtTicks, inTime: false);
        SetState(ref contact, ContactState.WrapUp, happened.AtTicks);
        if (contact.WrapUps == 0) Finish(ref contact, happened.AtTicks);
    }

    /// <summary>
    /// Ended contacts are remembered for a while, so that a repetition is recognised and a late message brings them
    /// back.
    /// </summary>
    void Finish(ref Contact contact, long atTicks)
    {
        SetState(ref contact, ContactState.Ended, atTicks);
        if (Queue(contact.Queue) is { } queue) queue.Contacts--;
        ended.Add(ref contact);
    }

    void BecomeForgotten(int number)
    {
        var ended = this.ended.First();
        Invariant.Holds(ended.Number == number, "The contact that ended first is forgotten first.");
        this.ended.RemoveFirst();
        Directory.Remove(ended);
        if (ended.HasOwnPlan) sparePlans.Push(contacts.PlanOf(number)!);
        contacts.Remove(number);
    }
}
