using System.Runtime.InteropServices;
using Centrala.Core.Routing;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Core.Workforce.WhatIf;

/// <summary>
/// Customers who call again: as recorded while they are lost as they were; nobody who is answered now does; who is lost only
/// now does as often, and after as long, as those who were lost on the day.
/// </summary>
public sealed partial class RelivedDay
{
    /// <summary>How those arrived who have not been answered yet: so they would again.</summary>
    readonly Dictionary<Guid, ImprovisedDeed> unanswered = [];

    /// <summary>Contacts that were not there on the day.</summary>
    readonly HashSet<Guid> redials = [];

    void FollowRedials(in Event happened, Guid contact)
    {
        switch (happened.Kind)
        {
            case EventKind.Arrived:
                unanswered[contact] = ArrivalLike(happened);
                break;
            case EventKind.Connected:
                unanswered.Remove(contact);
                break;
            case EventKind.ContactEnded when unanswered.Remove(contact, out var arrival):
                if (Callers.IsLoss(happened, segments: 0) && MayCallAgain(contact)) CallAgain(arrival, happened);
                break;
        }
    }

    /// <summary>Who was lost on the day has done what he does then.</summary>
    bool MayCallAgain(Guid contact) => !day.Callers.HasLost(contact)
        && (change.Redial is not null || day.Callers.IsKnown(contact) || redials.Contains(contact));

    /// <summary>Whether what a recorded arrival followed upon is so now: its customer is lost.</summary>
    bool CallsAgain(Deed deed, in Event happened) =>
        deed.What.Kind != CommandKind.Arrive
        || Callers.IsLoss(happened, router.Contact(happened.Contact).Segments);

    void CallAgain(ImprovisedDeed arrival, in Event happened)
    {
        var (contact, queue) = (happened.Contact, QueueOf(happened.Contact));
        var luck = new RandomStream(Habits.Seed, contact, 0, Purpose.Redials);
        var share = change.Redial?.Probability ?? day.Callers.ShareCallingAgain(queue);
        if (luck.Share() >= share) return;
        var after = change.Redial?.After.Draw(ref luck) ?? day.Habits.Draw(Purpose.Redials, queue, contact, 1);
        Improvise(arrival, 0, nowTicks + after);
        redials.Add(arrival.What.Id);
    }

    ImprovisedDeed ArrivalLike(in Event happened) => new()
    {
        What = new()
        {
            Kind = CommandKind.Arrive,
            Id = After(happened.Id),
            Queue = happened.Queue,
            Channel = happened.Channel,
            Language = happened.Language,
            Cost = happened.Cost,
            BaseMilli = happened.BaseMilli,
            Detail = happened.Detail,
        },
    };

    /// <summary>An id of its own, and always the same.</summary>
    static Guid After(Guid id)
    {
        var words = MemoryMarshal.Cast<Guid, ulong>(MemoryMarshal.CreateSpan(ref id, 1));
        words[1]++;
        return id;
    }
}
