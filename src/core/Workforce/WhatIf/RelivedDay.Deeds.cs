using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>Whether what was done on the day makes sense now, who does it, and by which numbers.</summary>
public sealed partial class RelivedDay
{
    /// <param name="agent">Whose doing it was to be; becomes whose it is.</param>
    bool Stands(Deed deed, ref int agent)
    {
        if (deed.About.Kind == MilestoneKind.Miss) return IsStillMissing(agent);
        if (deed.Contact == default) return true;
        var number = router.Directory.Contact(deed.Contact);
        if (!router.HasContact(number)) return false;
        ref readonly var contact = ref router.Contact(number);
        var ordinal = deed.About.Ordinal;
        switch (deed.About.Kind)
        {
            case MilestoneKind.Offer:
                agent = contact.OfferedTo;
                return contact.Seek == SeekState.Offered && contact.Offers == ordinal;
            case MilestoneKind.Segment when deed.IsByConnectedAgent:
                agent = contact.ConnectedTo;
                return HasSegment(agent, number, WorkState.Connected, ordinal);
            case MilestoneKind.WrapUp:
                if (agent == 0) agent = router.Directory.Agent(deed.Agent);
                return HasSegment(agent, number, WorkState.WrapUp, ordinal);
            case MilestoneKind.Parking:
                return contact.State == ContactState.Parked && lives.Parkings(deed.Contact) == ordinal;
            case MilestoneKind.End:
                return lives.Ends(deed.Contact) == ordinal;
            case MilestoneKind.Arrival:
                return contact.Segments == 0 && lives.Ends(deed.Contact) == ordinal
                    && contact.State is ContactState.Waiting or ContactState.Offered;
            default:
                return contact.Segments == deed.Segments;
        }
    }

    bool IsStillMissing(int agent) =>
        router.Agent(agent) is { State: AgentState.Away } away && away.AwayKind == AwayKind.NoAnswer;

    bool HasSegment(int agent, int contact, WorkState state, int segment) =>
        router.Agent(agent) is { } worker && worker.Find(contact, state) is var place and >= 0
        && worker.Work[place].Segment == segment;

    /// <summary>With the numbers that things have here.</summary>
    Command Translated(Deed deed, int agent)
    {
        var (command, directory) = (deed.What, router.Directory);
        static int Number(int known, Guid id, int here) => id == default || here == 0 ? known : here;
        var isByAnother = deed.IsByItsAgent || deed.About.Kind == MilestoneKind.Miss;
        return command with
        {
            Contact = Number(command.Contact, deed.Contact, directory.Contact(deed.Contact)),
            Agent = isByAnother ? agent : Number(command.Agent, deed.Agent, directory.Agent(deed.Agent)),
            ToAgent = Number(command.ToAgent, deed.ToAgent, directory.Agent(deed.ToAgent)),
            Queue = Number(command.Queue, deed.Queue, directory.Queue(deed.Queue)),
            Language = Number(command.Language, deed.Language, directory.Skill(deed.Language)),
            Ticks = TicksOf(deed),
            Detail = command.Detail is QueueSettings settings ? change.Of(settings) : command.Detail,
        };
    }

    /// <summary>Who set something aside for an hour does so later too, and who calls again does so when he does.</summary>
    long TicksOf(Deed deed) => deed.What.Kind switch
    {
        CommandKind.Snooze or CommandKind.ParkContact => deed.What.Ticks + nowTicks - deed.AtTicks,
        CommandKind.Arrive when redials.Contains(deed.What.Id) => nowTicks,
        CommandKind.Arrive when deed.About.Kind == MilestoneKind.End => deed.What.Ticks + nowTicks - deed.AtTicks,
        _ => deed.What.Ticks,
    };
}
