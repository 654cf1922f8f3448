using System.Collections.Concurrent;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Centre;

/// <summary>What the router decided about a caller on the line.</summary>
/// <param name="Agent">Empty where nobody is concerned.</param>
/// <param name="Offer">0 where it is none.</param>
sealed record RoutingNews(EventKind Kind, Guid Contact, Guid Agent, int Offer, Reason Reason);

/// <summary>How a caller's contact stands when a writer begins.</summary>
/// <param name="Agent">To whom it is offered, or who is connected.</param>
/// <param name="IsAsking">Its agent asks a colleague, or has one sought.</param>
sealed record Standing(Guid Contact, ContactState State, Guid Agent, int Offer, bool IsAsking = false);

/// <summary>Picks out of all that is decided what concerns callers on this machine's lines, and tells the telephone; on the writer's thread.</summary>
sealed class CallersEar(Cell cell) : IHearsVoice, IDisposable
{
    readonly ConcurrentDictionary<Guid, byte> callers = new();
    LinkEnd? link;

    public void Listen(LinkEnd voice)
    {
        link = voice;
        cell.Published += Hear;
        cell.Recovered += Recover;
    }

    /// <summary>The callers that the telephone has now; it is told how they stand.</summary>
    public async Task Turn(IReadOnlyCollection<Guid> calls, CancellationToken cancel)
    {
        foreach (var one in callers.Keys.Except(calls)) Remove(one);
        foreach (var one in calls) Add(one);
        try
        {
            await cell.Read(view => Tell(view), cancel);
        }
        catch (UnavailableException)
        {
            // Nobody writes yet: whoever begins to, tells.
        }
    }

    /// <summary>To be told before the contact can be decided upon.</summary>
    public void Add(Guid contact) => callers[contact] = 0;

    public void Remove(Guid contact) => callers.TryRemove(contact, out _);

    public void Dispose()
    {
        cell.Published -= Hear;
        cell.Recovered -= Recover;
    }

    void Hear(Publication publication, CellView view)
    {
        if (callers.IsEmpty) return;
        List<RoutingNews>? news = null;
        foreach (var record in publication.Records)
            foreach (var one in record.Events)
                if (Concerns(one.Kind) && IdOf(one.Contact, view.Router) is { } contact && callers.ContainsKey(contact))
                    (news ??= []).Add(new(one.Kind, contact, AgentOf(one.Agent, view.Router), one.Offer, one.Reason));
        if (news is not null) link!.Say(new NewsHeard(news));
    }

    void Recover(CellView view) => Tell(view);

    /// <returns>How many are known.</returns>
    int Tell(CellView view)
    {
        var router = view.Router;
        var standings = new List<Standing>();
        foreach (var id in callers.Keys)
        {
            // One that is still in the inbox is not known yet.
            if (IdOf(router.Directory.Contact(id), router) is null) continue;
            ref readonly var contact = ref router.Contact(router.Directory.Contact(id));
            var agent = contact.State is ContactState.Connected ? contact.ConnectedTo : contact.OfferedTo;
            var isAsking = contact.Consults && contact.Seek is not SeekState.None;
            standings.Add(new(id, contact.State, AgentOf(agent, router), contact.Offers, isAsking));
        }
        link!.Say(new StandingsHeard(standings));
        return standings.Count;
    }

    static bool Concerns(EventKind kind) => kind is EventKind.Offered or EventKind.OfferFailed or EventKind.Connected
        or EventKind.SegmentEnded or EventKind.ContactEnded or EventKind.ContactParked or EventKind.TransferStarted
        or EventKind.SeekEnded or EventKind.Consulted or EventKind.ConsultEnded
        or EventKind.CallbackPromised;

    static Guid? IdOf(int contact, Router router) => contact != 0 && router.HasContact(contact) ? router.Contact(contact).Id : null;

    static Guid AgentOf(int agent, Router router) => agent == 0 ? default : router.Directory.AgentId(agent);
}
