using System.Globalization;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// What must hold after every decision. Slow and obvious on purpose: it asks every agent about every contact.
/// </summary>
public static class Invariants
{
    /// <returns>Every statement that does not hold; empty when all is well.</returns>
    public static IReadOnlyList<string> Check(Router router)
    {
        ArgumentNullException.ThrowIfNull(router);
        var broken = new List<string>();
        for (var number = 1; number <= router.LastAgent; number++)
        {
            if (router.Agent(number) is { } agent) Check(router, agent, broken);
        }

        for (var number = router.FirstContact; number <= router.LastContact; number++)
        {
            if (router.HasContact(number)) Check(router, router.Contact(number), broken);
        }

        for (var number = 1; number <= router.LastQueue; number++)
        {
            if (router.Queue(number) is { } queue) CheckCounts(router, queue, broken);
        }

        return broken;
    }

    static void Check(Router router, Agent agent, List<string> broken)
    {
        var (points, pausable, calls) = (0, 0, 0);
        var parts = new HashSet<(int, int, bool)>();
        foreach (var work in agent.Work)
        {
            if (!work.IsPaused) points += work.Cost;
            if (work.MayPause) pausable += work.Cost;
            if (work.Channel == Channel.Call && work.State != WorkState.Parked) calls++;
            if (!parts.Add((work.Contact, work.Segment, work.State == WorkState.Parked)))
            {
                Add(broken, $"agent {agent.Number} has a part of contact {work.Contact} twice");
            }
            if (!router.HasContact(work.Contact))
            {
                Add(broken, $"agent {agent.Number} works at the forgotten contact {work.Contact}");
            }
            else if (!Agrees(router.Contact(work.Contact), work, agent.Number))
            {
                Add(broken, $"agent {agent.Number} and contact {work.Contact} disagree: {work.State}");
            }
        }

        if (points != agent.PointsUsed)
        {
            Add(broken, $"agent {agent.Number} has {agent.PointsUsed} points in use, his work takes {points}");
        }
        if (points - pausable > Limits.Points || (points > Limits.Points && !HasOffer(agent)))
        {
            Add(broken, $"agent {agent.Number} is over his points");
        }
        foreach (var work in agent.Work)
        {
            if (work.IsPaused && points + work.Cost <= Limits.Points)
            {
                Add(broken, $"agent {agent.Number} could go on with contact {work.Contact}");
            }
        }
        if (calls > 1) Add(broken, $"agent {agent.Number} has {calls} calls");
        if (agent.State != AgentState.Available && HasOffer(agent))
        {
            Add(broken, $"agent {agent.Number} is {agent.State} and has an offer");
        }
        if (agent.State == AgentState.Offline && HasMoreThanParked(agent))
        {
            Add(broken, $"agent {agent.Number} is offline and at work");
        }
    }

    static bool HasOffer(Agent agent)
    {
        foreach (var work in agent.Work)
        {
            if (work.State == WorkState.Offered) return true;
        }

        return false;
    }

    static bool HasMoreThanParked(Agent agent)
    {
        foreach (var work in agent.Work)
        {
            if (work.State != WorkState.Parked) return true;
        }

        return false;
    }

    static bool Agrees(in Contact contact, in Work work, int agent) => work.State switch
    {
        WorkState.Offered => contact.Seek == SeekState.Offered && contact.OfferedTo == agent && work.UntilTicks > 0
            && work.UntilTicks == contact.UntilTicks && work.Offer == contact.Offers,
        WorkState.Consulting => contact.Seek == SeekState.Consulting && contact.OfferedTo == agent && contact.ConnectedTo > 0
            && contact.ConnectedTo != agent && work.UntilTicks == 0 && work.Offer == contact.Offers,
        WorkState.Connected => contact.ConnectedTo == agent && work.Segment == contact.Segments,
        WorkState.WrapUp =>
            contact.WrapUps > 0 && work.Segment <= contact.Segments && contact.State != ContactState.Ended,
        _ => contact.State == ContactState.Parked && contact.ParkedWith == agent && work.Cost == 0,
    };

    static void Check(Router router, in Contact contact, List<string> broken)
    {
        if (!IsInOneState(contact)) Add(broken, $"contact {contact.Number} is {contact.State} and also something else");
        if (contact.Partner == 0 && contact.Reason != Reason.UnknownQueue)
        {
            Add(broken, $"contact {contact.Number} has no partner");
        }
        var asked = contact.Seek == SeekState.Consulting ? WorkState.Consulting : WorkState.Offered;
        if (contact.OfferedTo > 0 && !Has(router.Agent(contact.OfferedTo), contact.Number, asked))
        {
            Add(broken, $"contact {contact.Number} is offered to {contact.OfferedTo}, who does not know");
        }

        if (contact.ConnectedTo > 0 && !Has(router.Agent(contact.ConnectedTo), contact.Number, WorkState.Connected))
        {
            Add(broken, $"contact {contact.Number} is connected to {contact.ConnectedTo}, who does not know");
        }

        if (contact.Seek != SeekState.Waiting) return;
        for (var number = 1; number <= router.LastAgent; number++)
        {
            if (router.Agent(number) is { } agent && router.CouldHave(contact, agent))
            {
                Add(broken, $"agent {number} stands beside contact {contact.Number} and could have it");
            }
        }
    }

    static bool Has(Agent? agent, int contact, WorkState state) => agent is not null && agent.Find(contact, state) >= 0;

    static bool IsInOneState(in Contact contact) => contact.State switch
    {
        ContactState.Waiting => contact is { Seek: SeekState.Waiting, OfferedTo: 0, ConnectedTo: 0 },
        ContactState.Offered => contact is { Seek: SeekState.Offered, OfferedTo: > 0, ConnectedTo: 0, UntilTicks: > 0 },
        ContactState.Connected => contact.ConnectedTo > 0
            && contact.Seek is SeekState.Offered or SeekState.Consulting == contact.OfferedTo > 0,
        ContactState.WrapUp => contact is { Seek: SeekState.None, WrapUps: > 0, ConnectedTo: 0, UntilTicks: 0 },
        ContactState.Parked => contact is { Seek: SeekState.None, ConnectedTo: 0, UntilTicks: > 0 },
        ContactState.Ended => contact is { Seek: SeekState.None, ConnectedTo: 0, WrapUps: 0, UntilTicks: 0 },
        _ => false,
    };

    static void CheckCounts(Router router, Queue queue, List<string> broken)
    {
        var waiting = new List<int>();
        router.CopyWaiting(queue.Number, waiting);
        var (contacts, messages) = (0, 0);
        for (var number = router.FirstContact; number <= router.LastContact; number++)
        {
            if (!router.HasContact(number) || router.Contact(number).Queue != queue.Number) continue;
            ref readonly var contact = ref router.Contact(number);
            if (contact.State != ContactState.Ended) contacts++;
            if (contact.State == ContactState.Parked && contact.Reason == Reason.MessageTaken) messages++;
            var waits = contact.Seek == SeekState.Waiting && contact.Step > 0;
            if (waits != waiting.Contains(number)) Add(broken, $"contact {number} is in the wrong lane");
        }

        if (queue.Waiting != waiting.Count)
        {
            Add(broken, $"queue {queue.Number} counts {queue.Waiting} waiting of {waiting.Count}");
        }
        if (queue.Contacts != contacts)
        {
            Add(broken, $"queue {queue.Number} counts {queue.Contacts} contacts of {contacts}");
        }
        if (queue.Messages != messages)
        {
            Add(broken, $"queue {queue.Number} counts {queue.Messages} messages of {messages}");
        }
    }

    static void Add(List<string> broken, FormattableString statement) =>
        broken.Add(statement.ToString(CultureInfo.InvariantCulture));
}
