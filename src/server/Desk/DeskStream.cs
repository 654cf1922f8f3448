using System.Collections.Concurrent;
using Centrala.Core.Routing;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Npgsql;

namespace Centrala.Server.Desk;

/// <summary>
/// Sends agents their desks when something on them has changed: at once what was decided about them, every half second
/// what was said in their conversations (who has one open gets each message by itself), every two seconds what merely
/// waits where they are members. A browser gets the newest only, however many there were since the last it took.
/// </summary>
sealed class DeskStream(
    Cell cell, Desks desks, Names names, HelpRequests help, LiveStream stream, IEnumerable<IContactContent> channels, ILogger<DeskStream> log)
    : BackgroundService
{
    const string Type = "desk";
    const int AtOnce = 4;
    static readonly TimeSpan saidEvery = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan waitingEvery = TimeSpan.FromSeconds(2);
    static readonly TimeSpan pauseAfterFailure = TimeSpan.FromMilliseconds(500);

    readonly ConcurrentDictionary<Guid, byte> changed = new();
    readonly ConcurrentDictionary<Guid, byte> saidTo = new();
    readonly ConcurrentDictionary<int, byte> queuesChanged = new();
    readonly ConcurrentDictionary<Guid, Guid> agentOfConversation = new();
    readonly Signal signal = new();

    /// <summary>Listens before anybody can connect: the work itself begins when a thread is free.</summary>
    public override Task StartAsync(CancellationToken cancel)
    {
        cell.Published += Hear;
        cell.Recovered += _ => NoteEverybody();
        stream.Changed += (connection, came, _) => { if (came) Note(connection.Actor.Id); };
        help.Changed += Note;
        foreach (var channel in channels) channel.Changed += HearConversation;
        return base.StartAsync(cancel);
    }

    public override void Dispose()
    {
        signal.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(SendChanged(stop), LookAtSaid(stop), LookAtWaiting(stop));

    // On the writer's thread: note who is concerned, and be gone.
    void Hear(Publication publication, CellView view)
    {
        names.Hear(publication);
        var router = view.Router;
        foreach (var record in publication.Records)
            foreach (var happened in record.Events)
            {
                if (happened.Queue != 0) queuesChanged[happened.Queue] = 0;
                NoteAgent(router, happened.Agent);
                NoteAgent(router, happened.ToAgent);
                if (happened.Contact == 0 || !router.HasContact(happened.Contact)) continue;
                ref readonly var contact = ref router.Contact(happened.Contact);
                queuesChanged[contact.Queue] = 0;
                NoteAgent(router, contact.ConnectedTo);
                NoteAgent(router, contact.OfferedTo);
                NoteAgent(router, contact.LastAgent);
            }
    }

    void NoteAgent(Router router, int agent)
    {
        if (agent != 0) Note(router.Directory.AgentId(agent));
    }

    void HearConversation(Guid conversation)
    {
        if (agentOfConversation.TryGetValue(conversation, out var agent)) saidTo[agent] = 0;
    }

    void NoteEverybody()
    {
        foreach (var connection in stream.Connections) Note(connection.Actor.Id);
    }

    void Note(Guid agent)
    {
        changed[agent] = 0;
        signal.Raise();
    }

    async Task SendChanged(CancellationToken stop)
    {
        await using var stopping = stop.Register(signal.Raise);
        while (!stop.IsCancellationRequested)
        {
            await signal.Wait(waitingEvery);
            var present = Present();
            List<Actor> concerned = [];
            foreach (var agent in changed.Keys)
                if (changed.TryRemove(agent, out _) && present.TryGetValue(agent, out var actor)) concerned.Add(actor);
            var each = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
            await Parallel.ForEachAsync(concerned, each, async (actor, _) => await Send(actor, stop));
        }
    }

    async Task Send(Actor actor, CancellationToken stop)
    {
        try
        {
            if (await desks.Of(actor, stop) is not { } desk) return;
            foreach (var contact in desk.Contacts)
                if (contact.ConversationId is { } conversation) agentOfConversation[conversation] = actor.Id;
            stream.Publish(new ForPerson(actor.Id, Type, desk.Sequence, desk, Type));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops; browsers fetch from the next one.
        }
        catch (Exception failure) when (failure is UnavailableException or NpgsqlException or OperationCanceledException)
        {
            DeskLog.SendFailed(log, failure, Type);
            await Task.Delay(pauseAfterFailure, CancellationToken.None);
            changed[actor.Id] = 0;
        }
    }

    async Task LookAtSaid(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(saidEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                foreach (var agent in saidTo.Keys)
                    if (saidTo.TryRemove(agent, out _)) Note(agent);
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    async Task LookAtWaiting(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(waitingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                int[] queues = [.. queuesChanged.Keys.Where(queue => queuesChanged.TryRemove(queue, out _))];
                if (queues.Length > 0) await NoteMembers(queues, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    async Task NoteMembers(int[] queues, CancellationToken stop)
    {
        var present = Present();
        try
        {
            var members = await cell.Read(view => MembersOf(view.Router, queues, present.Keys), stop);
            foreach (var agent in members) Note(agent);
        }
        catch (UnavailableException)
        {
            foreach (var queue in queues) queuesChanged[queue] = 0; // Looked at again when somebody writes.
        }
    }

    static List<Guid> MembersOf(Router router, int[] queues, IEnumerable<Guid> present) =>
        [.. present.Where(id => router.Directory.Agent(id) is var agent and not 0 && queues.Any(queue => router.IsMember(queue, agent)))];

    Dictionary<Guid, Actor> Present()
    {
        var present = new Dictionary<Guid, Actor>();
        foreach (var connection in stream.Connections) present[connection.Actor.Id] = connection.Actor;
        return present;
    }
}

static partial class DeskLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not send a {What} to a browser; it is tried again.")]
    public static partial void SendFailed(ILogger logger, Exception failure, string what);
}
