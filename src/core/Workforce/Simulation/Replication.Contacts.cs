using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.Simulation;

/// <summary>What becomes of one contact: from its arrival to the end of its wrap-up, or until it leaves.</summary>
public sealed partial class Replication
{
    void Arrive(int number)
    {
        ref var queue = ref queues[number];
        ref var contact = ref contacts.Add(router.LastContact + 1);
        contact.Queue = number;
        contact.ArrivedTicks = nowTicks;
        contact.HandleTicks = queue.Plan.HandleTime.Draw(ref queue.HandleTimes);
        contact.WrapUpTicks = queue.Plan.WrapUp.IsZero ? 0 : queue.Plan.WrapUp.Draw(ref queue.WrapUps);
        var patience = queue.Plan.Patience?.Draw(ref queue.Patiences);
        contact.IsCounted = nowTicks >= warmUpTicks;
        if (contact.IsCounted)
        {
            queue.Tally.Offered++;
            openCounted++;
        }

        arrived++;
        var id = contact.Number;
        Apply(Command.Arrive(ScenarioIds.Contact(id), number + 1, queue.Plan.Channel, startTicks + nowTicks));
        ref var waiting = ref contacts[id];
        if (waiting.Number != id || waiting.Agent != 0) return;
        if (!HasPlace(queue, number)) Block(id);
        else
        {
            Wait(ref waiting, ref queue, 1);
            if (patience is { } ticks) agenda.Add(new(nowTicks + ticks, HappeningKind.PatienceEnds, id));
        }
    }

    void Connect(int number, int agent)
    {
        ref var contact = ref contacts[number];
        ref var queue = ref queues[contact.Queue];
        contact.Agent = agent;
        workplaces.Begin(agent, nowTicks);
        if (contact.IsWaiting) Wait(ref contact, ref queue, -1);
        agenda.Add(new(nowTicks + contact.HandleTicks, HappeningKind.HandleEnds, number));
        if (!contact.IsCounted) return;
        var waited = nowTicks - contact.ArrivedTicks;
        queue.Tally.Answered++;
        queue.Tally.WaitTicks += waited;
        if (waited > AtOnceTicks) queue.Tally.Waited++;
        if (waited <= queue.TargetTicks) queue.Tally.AnsweredInTime++;
        openCounted--;
    }

    void EndHandling(int number)
    {
        ref var contact = ref contacts[number];
        var agent = contact.Agent;
        if (queues[contact.Queue].Plan.WrapUp.IsZero)
        {
            contact = default;
            workplaces.End(agent, nowTicks);
        }
        else agenda.Add(new(nowTicks + contact.WrapUpTicks, HappeningKind.WrapUpEnds, number));

        Apply(Command.EndSegment(number, agent));
    }

    void EndWrapUp(int number)
    {
        var agent = contacts[number].Agent;
        contacts[number] = default;
        workplaces.End(agent, nowTicks);
        Apply(Command.FinishWrapUp(number, agent));
    }

    /// <summary>Unless it has been answered meanwhile.</summary>
    void Leave(int number)
    {
        ref var contact = ref contacts[number];
        if (contact.Number != number || contact.Agent != 0) return;
        ref var queue = ref queues[contact.Queue];
        Wait(ref contact, ref queue, -1);
        if (contact.IsCounted)
        {
            queue.Tally.Abandoned++;
            queue.Tally.Waited++;
            queue.Tally.WaitTicks += nowTicks - contact.ArrivedTicks;
            openCounted--;
        }

        GoAway(ref contact, Reason.Abandoned);
    }

    /// <summary>Turned away: all waiting places are taken, and nobody was free.</summary>
    void Block(int number)
    {
        ref var contact = ref contacts[number];
        if (contact.IsCounted)
        {
            queues[contact.Queue].Tally.Blocked++;
            openCounted--;
        }

        GoAway(ref contact, Reason.EndedByLead);
    }

    void GoAway(ref ContactInPlay contact, Reason reason)
    {
        var (number, queue) = (contact.Number, contact.Queue);
        contact = default;
        Apply(Command.EndContact(number, reason));
        if (scenario.Redial is not { } redial || redials.Share() >= redial.Probability) return;
        var again = nowTicks + redial.After.Draw(ref redials);
        if (again < horizonTicks) agenda.Add(new(again, HappeningKind.Redial, queue));
    }

    bool HasPlace(in QueueInPlay queue, int number)
    {
        if (queue.Waiting >= queue.Plan.Places) return false;
        for (var shared = 0; shared < sharedWaiting.Length; shared++)
        {
            var places = scenario.SharedPlaces[shared];
            if (sharedWaiting[shared] >= places.MaxWaiting && places.Queues.Contains(number)) return false;
        }

        return true;
    }

    /// <summary>One more, or one less, waits.</summary>
    void Wait(ref ContactInPlay contact, ref QueueInPlay queue, int change)
    {
        contact.IsWaiting = change > 0;
        queue.Waiting += change;
        for (var shared = 0; shared < sharedWaiting.Length; shared++)
        {
            if (scenario.SharedPlaces[shared].Queues.Contains(contact.Queue)) sharedWaiting[shared] += change;
        }

        if (!contact.IsCounted) return;
        queue.Tally.QueueTicks += queue.CountedWaiting * (nowTicks - queue.SinceTicks);
        queue.SinceTicks = nowTicks;
        queue.CountedWaiting += change;
    }

    void CountUnserved()
    {
        foreach (ref var left in contacts.All)
        {
            if (left.Number == 0 || !left.IsWaiting || !left.IsCounted) continue;
            ref var queue = ref queues[left.Queue];
            queue.Tally.Unserved++;
            queue.Tally.Waited++;
            queue.Tally.WaitTicks += nowTicks - left.ArrivedTicks;
            Wait(ref left, ref queue, -1);
        }
    }
}
