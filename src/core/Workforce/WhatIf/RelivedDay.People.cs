using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>What people do upon what happens: as recorded, or, where nothing is, as is usual.</summary>
public sealed partial class RelivedDay
{
    void Observe(in Event happened)
    {
        tally.Observe(happened);
        if (happened.Contact == 0 || !router.HasContact(happened.Contact)) return;
        var contact = router.Contact(happened.Contact).Id;
        if (happened.Kind == EventKind.Arrived)
        {
            ExpectLeaving(happened.Contact);
            Follow(new(MilestoneKind.Arrival, contact, 0), happened);
        }

        if (happened.Kind == EventKind.SegmentEnded) LetGo(happened.Agent);
        FollowRedials(happened, contact);
        var milestone = lives.Reach(contact, happened);
        if (milestone.Kind == MilestoneKind.None) return;
        if (!Follow(milestone, happened)) Expect(milestone, happened.Contact, happened.Agent);
    }

    /// <summary>Upon the milestone, what was done upon it on the day.</summary>
    /// <returns>Whether that settles it: nobody else need do anything.</returns>
    bool Follow(Milestone milestone, in Event happened)
    {
        var isSettled = false;
        foreach (var deed in day.CourseOf(milestone))
        {
            if (!CallsAgain(deed, happened)) continue;
            agenda.Enqueue((deed, happened.Agent), (day.Possible(nowTicks + deed.AfterTicks!.Value), deed.Order));
            isSettled |= deed.Settles(milestone.Kind);
        }

        return isSettled;
    }

    /// <summary>Somebody does in his usual time what nobody did on the day; he takes longer than was seen then.</summary>
    void Expect(Milestone milestone, int contact, int agent)
    {
        var (purpose, command) = milestone.Kind switch
        {
            MilestoneKind.Offer => (Purpose.Answer, Command.AcceptOffer(0, 0)),
            MilestoneKind.Segment => (Purpose.HandleTime, Command.EndSegment(0, 0)),
            MilestoneKind.WrapUp => (Purpose.WrapUp, Command.FinishWrapUp(0, 0)),
            MilestoneKind.Miss => (Purpose.Return, Command.ChooseState(0, AgentState.Available)),
            _ => default,
        };
        if (purpose == default) return;
        if (milestone.Kind == MilestoneKind.Offer && day.Has(milestone with { Kind = MilestoneKind.Miss })) return;
        if (milestone.Kind == MilestoneKind.Miss && day.Has(milestone)) return;
        var usual = day.Habits.Draw(purpose, QueueOf(contact), contact, milestone.Ordinal);
        Improvise(
            new() { What = command, Contact = milestone.Contact, About = milestone }, agent,
            nowTicks + Math.Max(usual, day.LeastTicks(milestone)));
    }

    /// <summary>A customer who was answered leaves when he has to wait longer than he can bear.</summary>
    void ExpectLeaving(int number)
    {
        ref readonly var contact = ref router.Contact(number);
        if (contact.Segments > 0 || !day.Bore(contact.Id, out var untilTicks)) return;
        var arrived = contact.ArrivedAt.UtcTicks;
        if (redials.Contains(contact.Id)) untilTicks = arrived;
        if (day.Habits.Leaves(QueueOf(number), number, untilTicks - arrived) is not { } patience) return;
        Improvise(
            new()
            {
                What = Command.EndContact(0, Reason.CustomerEnded),
                Contact = contact.Id,
                About = new(MilestoneKind.Arrival, contact.Id, lives.Ends(contact.Id)),
            },
            0, arrived + patience);
    }

    /// <summary>What cannot be done is done otherwise where somebody would wait for it for ever.</summary>
    /// <exception cref="UnreadableInputException">Other settings are refused.</exception>
    void Instead(in Command command, Refusal refusal)
    {
        if (command.Kind is CommandKind.ConfigureAgent or CommandKind.ConfigureQueue)
        {
            throw new UnreadableInputException($"the change is impossible: {refusal.Title}");
        }

        if (command.Kind is CommandKind.TransferToAgent or CommandKind.TransferToQueue)
        {
            ref readonly var contact = ref router.Contact(command.Contact);
            var segment = new Milestone(MilestoneKind.Segment, contact.Id, contact.Segments);
            Expect(segment, command.Contact, command.Agent);
        }
        else if (command.Kind == CommandKind.ChooseState && refusal == Refusal.ContactsStillOpen && leaving.Add(command.Agent))
        {
            Apply(Command.ChooseState(command.Agent, AgentState.Away));
        }
    }

    /// <summary>Who wanted to leave does so when his last contact is over.</summary>
    void LetGo(int agent)
    {
        if (!leaving.Remove(agent)) return;
        Improvise(new() { What = Command.ChooseState(agent, AgentState.Offline) }, agent, nowTicks);
    }

    void Improvise(ImprovisedDeed what, int agent, long atTicks)
    {
        var at = day.Possible(atTicks);
        var deed = new Deed
        {
            Order = ++improvised,
            AtTicks = at,
            What = what.What,
            Contact = what.Contact,
            Agent = what.Agent,
            About = what.About,
        };
        agenda.Enqueue((deed, agent), (at, deed.Order));
    }

    readonly record struct ImprovisedDeed(Command What, Guid Contact, Guid Agent, Milestone About);

    Guid QueueOf(int contact) => router.Directory.QueueId(router.Contact(contact).Queue);
}
