using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>What a recorded command was done upon: looked up before it changes anything.</summary>
public sealed partial class RecordedDay
{
    void Remember(in Command command, long atTicks)
    {
        if (router.NextDeadline is { } due && due.UtcTicks <= atTicks) Notice(due.UtcTicks, atTicks);
        if (command.Kind == CommandKind.PassTime) return;
        if (command.Kind == CommandKind.Resume)
        {
            outages.Add((Math.Max(atTicks - command.Ticks, lastTicks), atTicks, records));
        }

        var about = command.Kind == CommandKind.Arrive ? AboutArrival(command.Id, atTicks) : About(command);
        var hasBegun = reached.TryGetValue(about, out var since);
        var deed = new Deed
        {
            Order = records,
            AtTicks = atTicks,
            What = command,
            Contact = ContactId(command.Contact),
            Agent = router.Directory.AgentId(command.Agent),
            ToAgent = router.Directory.AgentId(command.ToAgent),
            Queue = router.Directory.QueueId(command.Queue),
            Language = router.Directory.SkillId(command.Language),
            About = about,
            AfterTicks = hasBegun ? atTicks - since : null,
            Segments = router.HasContact(command.Contact) ? router.Contact(command.Contact).Segments : 0,
        };
        if (!hasBegun) deeds.Add(deed);
        else if (courses.TryGetValue(about, out var course)) course.Add(deed);
        else courses[about] = [deed];
        if (about.Kind == MilestoneKind.Miss) Habits.Add(Purpose.Return, Guid.Empty, atTicks - since);
    }

    /// <summary>Who was lost and calls again does so a while after he was.</summary>
    Milestone AboutArrival(Guid contact, long atTicks)
    {
        if (Callers.CallsAgain(contact, atTicks) is not { } loss) return default;
        Habits.Add(Purpose.Redials, loss.Queue, atTicks - reached[loss.End]);
        return loss.End;
    }

    Milestone About(in Command command)
    {
        if (command.Kind == CommandKind.ChooseState) return AboutState(command);
        if (!router.HasContact(command.Contact)) return default;
        ref readonly var contact = ref router.Contact(command.Contact);
        return command.Kind switch
        {
            CommandKind.AcceptOffer or CommandKind.RefuseOffer => new(MilestoneKind.Offer, contact.Id, contact.Offers),
            CommandKind.EndSegment or CommandKind.TransferToQueue or CommandKind.TransferToAgent
                or CommandKind.CancelTransfer or CommandKind.Snooze =>
                new(MilestoneKind.Segment, contact.Id, SegmentOf(command, WorkState.Connected)),
            CommandKind.FinishWrapUp => new(MilestoneKind.WrapUp, contact.Id, SegmentOf(command, WorkState.WrapUp)),
            CommandKind.EndContact or CommandKind.ParkContact or CommandKind.PromiseCallback when contact.Segments > 0 =>
                new(MilestoneKind.Segment, contact.Id, contact.Segments),
            CommandKind.EndContact when contact.State is ContactState.Waiting or ContactState.Offered
                && lives.Ends(contact.Id) == 0 => new(MilestoneKind.Arrival, contact.Id, 0),
            CommandKind.WakeContact => new(MilestoneKind.Parking, contact.Id, lives.Parkings(contact.Id)),
            CommandKind.ReopenContact => new(MilestoneKind.End, contact.Id, lives.Ends(contact.Id)),
            _ => default,
        };
    }

    /// <summary>Who says that he is back after an offer that he missed.</summary>
    Milestone AboutState(in Command command) =>
        command.State == AgentState.Available && router.Agent(command.Agent) is { State: AgentState.Away } agent
        && agent.AwayKind == AwayKind.NoAnswer
            ? missedBy.GetValueOrDefault(command.Agent)
            : default;

    int SegmentOf(in Command command, WorkState state) =>
        router.Agent(command.Agent) is { } agent && agent.Find(command.Contact, state) is var place and >= 0
            ? agent.Work[place].Segment
            : 0;

    Guid ContactId(int contact) => router.HasContact(contact) ? router.Contact(contact).Id : Guid.Empty;
}
