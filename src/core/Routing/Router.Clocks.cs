using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    /// <summary>
    /// What is due fires one after the other, each with its matching, as if it had been called for by itself.
    /// </summary>
    Refusal? PassTime()
    {
        for (var due = clocks.Earliest; due != 0 && due <= at; due = clocks.Earliest)
        {
            var clock = clocks.Take();
            contacts.FetchAhead(clocks.NextContact);
            if (clock.Of == ClockOf.Contact) Fire(ref contacts[clock.Number], due);
            else Fire(agents[clock.Number]!, due);
            Decide();
        }

        return null;
    }

    void Schedule(ref Contact contact) =>
        clocks.Set(ref contact.Clock, ClockOf.Contact, contact.Number, DueOf(contact));

    void Schedule(Agent agent) => clocks.Set(ref agent.Clock, ClockOf.Agent, agent.Number, DueOf(agent));

    long DueOf(in Contact contact)
    {
        if (contact.Seek != SeekState.Waiting) return contact.UntilTicks;
        var due = Earlier(contact.UntilTicks, contact.OverflowTicks);
        return contact.FirstCoolDown == 0 ? due : Earlier(due, coolDowns.First(contact).UntilTicks);
    }

    static long DueOf(Agent agent)
    {
        var due = Earlier(agent.ConnectionTicks, agent.RampTicks);
        foreach (var work in agent.Work)
        {
            if (work.State == WorkState.WrapUp || work.IsPaused) due = Earlier(due, work.UntilTicks);
        }

        return due;
    }

    /// <summary>0 is never.</summary>
    static long Earlier(long left, long right) => left == 0 ? right : right == 0 ? left : Math.Min(left, right);

    void Fire(ref Contact contact, long due)
    {
        contact.Clock = 0;
        if (contact.Seek == SeekState.Offered) Miss(ref contact);
        else if (contact.State == ContactState.Parked) WakeUp(ref contact);
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
        Emit(new()
        {
            Kind = EventKind.CoolDownEnded,
            Contact = contact.Number,
            Agent = coolDowns.First(contact).Agent,
        });
        Seek(ref contact);
    }

    void Fire(Agent agent, long due)
    {
        agent.Clock = 0;
        for (var place = 0; place < agent.Work.Length; place++)
        {
            var work = agent.Work[place];
            if (work.UntilTicks == 0 || work.UntilTicks > due) continue;
            if (work.IsPaused) ReturnContact(ref contacts[work.Contact], Reason.PausedTooLong);
            else if (work.State == WorkState.WrapUp) EndWrapUp(agent, work, Reason.LimitReached);
            else continue;
            place--;
        }

        if (agent.RampTicks != 0 && agent.RampTicks <= due)
        {
            Emit(new() { Kind = EventKind.RampInPauseEnded, Agent = agent.Number });
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
