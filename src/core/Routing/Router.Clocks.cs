using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    /// <summary>What is due fires one after the other, each with its matching, as if it had been called for by itself.</summary>
    Refusal? PassTime()
    {
        for (var due = EarliestDue(); due != 0 && due <= _at; due = EarliestDue())
        {
            var clock = _clocks.First;
            _clocks.RemoveFirst();
            if (clock.Of == ClockOf.Contact) Fire(ref _contacts[clock.Number], clock.AtTicks);
            else Fire(_agents[clock.Number]!, clock.AtTicks);
            Decide();
        }

        return null;
    }

    /// <summary>Ticks of the earliest clock; 0: none runs. Entries that are out of date are put right on the way.</summary>
    long EarliestDue()
    {
        while (!_clocks.IsEmpty)
        {
            var clock = _clocks.First;
            if (clock.Of == ClockOf.Contact ? IsDue(clock) : IsAgentDue(clock)) return clock.AtTicks;
            _clocks.RemoveFirst();
            if (clock.Of == ClockOf.Contact) Requeue(clock);
            else RequeueAgent(clock);
        }

        return 0;
    }

    bool IsDue(in Clock clock) =>
        _contacts.Has(clock.Number)
        && _contacts[clock.Number].QueuedClockTicks == clock.AtTicks
        && DueOf(_contacts[clock.Number]) == clock.AtTicks;

    bool IsAgentDue(in Clock clock) =>
        _agents[clock.Number] is { } agent && agent.QueuedClockTicks == clock.AtTicks && DueOf(agent) == clock.AtTicks;

    void Requeue(in Clock clock)
    {
        if (!_contacts.Has(clock.Number)) return;
        ref var contact = ref _contacts[clock.Number];
        if (contact.QueuedClockTicks != clock.AtTicks) return;
        contact.QueuedClockTicks = 0;
        Schedule(ref contact);
    }

    void RequeueAgent(in Clock clock)
    {
        if (_agents[clock.Number] is not { } agent || agent.QueuedClockTicks != clock.AtTicks) return;
        agent.QueuedClockTicks = 0;
        Schedule(agent);
    }

    void Schedule(ref Contact contact)
    {
        var due = DueOf(contact);
        if (due == 0 || (contact.QueuedClockTicks != 0 && contact.QueuedClockTicks <= due)) return;
        contact.QueuedClockTicks = due;
        _clocks.Add(new(due, ClockOf.Contact, contact.Number));
    }

    void Schedule(Agent agent)
    {
        var due = DueOf(agent);
        if (due == 0 || (agent.QueuedClockTicks != 0 && agent.QueuedClockTicks <= due)) return;
        agent.QueuedClockTicks = due;
        _clocks.Add(new(due, ClockOf.Agent, agent.Number));
    }

    long DueOf(in Contact contact)
    {
        if (contact.Seek != SeekState.Waiting) return contact.UntilTicks;
        var due = Earlier(contact.UntilTicks, contact.OverflowTicks);
        return contact.FirstCoolDown == 0 ? due : Earlier(due, _coolDowns.First(contact).UntilTicks);
    }

    static long DueOf(Agent agent)
    {
        var due = agent.ConnectionTicks;
        foreach (var work in agent.Work)
        {
            if (work.State == WorkState.WrapUp) due = Earlier(due, work.UntilTicks);
        }

        return due;
    }

    /// <summary>0 is never.</summary>
    static long Earlier(long left, long right) => left == 0 ? right : right == 0 ? left : Math.Min(left, right);

    void Fire(ref Contact contact, long due)
    {
        contact.QueuedClockTicks = 0;
        if (contact.Seek == SeekState.Offered) Miss(ref contact);
        else if (contact.State == ContactState.Parked) Wake(ref contact, Reason.WakeUpDue);
        else if (contact.UntilTicks != 0 && contact.UntilTicks <= due)
        {
            if (contact.Step == 0) GiveUpOnNamed(ref contact, Reason.StepTimeOver);
            else EnterNextStep(ref contact, Reason.StepTimeOver);
        }
        else if (contact.OverflowTicks != 0 && contact.OverflowTicks <= due) Overflow(ref contact);
        else EndCoolDown(ref contact);

        Schedule(ref contact);
    }

    void EndCoolDown(ref Contact contact)
    {
        Emit(new() { Kind = EventKind.CoolDownEnded, Contact = contact.Number, Agent = _coolDowns.First(contact).Agent });
        Seek(ref contact);
    }

    void Fire(Agent agent, long due)
    {
        agent.QueuedClockTicks = 0;
        for (var place = 0; place < agent.Work.Length; place++)
        {
            var work = agent.Work[place];
            if (work.State != WorkState.WrapUp || work.UntilTicks == 0 || work.UntilTicks > due) continue;
            EndWrapUp(agent, work, Reason.LimitReached);
            place--;
        }

        if (agent.ConnectionTicks != 0 && agent.ConnectionTicks <= due) StayUnconnected(agent);
        Schedule(agent);
    }

    Refusal? Resume(long gapTicks)
    {
        if (gapTicks < 0 || gapTicks > Limits.LongestClock.Ticks) return Refusal.InstantOutOfRange;
        if (gapTicks == 0) return Refusal.NothingChanges;
        Emit(new() { Kind = EventKind.Resumed, UntilTicks = gapTicks });
        return null;
    }
}
