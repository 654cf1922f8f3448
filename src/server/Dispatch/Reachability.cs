using System.Collections.Concurrent;
using Centrala.Core.Routing;
using Centrala.Server.Database;
using Centrala.Server.Live;

namespace Centrala.Server.Dispatch;

/// <summary>
/// Tells the router which agents have a live connection. An agent's id is the person's. What was not told, because
/// nobody wrote just then, is made good when a writer begins: the router then hears how things stand.
/// </summary>
sealed class Reachability(Cell cell, LiveStream stream) : BackgroundService
{
    /// <summary>What could not be told is told again after this, if nothing else happens before.</summary>
    static readonly TimeSpan retryEvery = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Guid, byte> changed = new();
    readonly Signal signal = new();

    /// <summary>Listens before anybody can connect: the work itself begins when a thread is free.</summary>
    public override Task StartAsync(CancellationToken cancel)
    {
        stream.Changed += (connection, _, _) => Note(connection.Actor.Id);
        cell.Recovered += NoteAll;
        cell.Published += NoteConfigured;
        return base.StartAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await using var stopping = stop.Register(signal.Raise);
        while (!stop.IsCancellationRequested)
        {
            await signal.Wait(retryEvery);
            await Task.WhenAll(changed.Keys.Select(agent => Tell(agent, stop)));
        }
    }

    public override void Dispose()
    {
        signal.Dispose();
        base.Dispose();
    }

    void Note(Guid person)
    {
        changed[person] = 0;
        signal.Raise();
    }

    void NoteAll(CellView view)
    {
        for (var number = 1; number <= view.Router.LastAgent; number++)
            if (view.Router.Agent(number) is { } agent && agent.IsConnected != IsHere(agent.Id)) Note(agent.Id);
    }

    // Somebody who sits at the desk already when he is made an agent.
    void NoteConfigured(Publication publication, CellView view)
    {
        foreach (var happened in publication.Records.SelectMany(record => record.Events))
            if (happened.Kind == EventKind.AgentConfigured && view.Router.Agent(happened.Agent) is { } agent && IsHere(agent.Id))
                Note(agent.Id);
    }

    async Task Tell(Guid agent, CancellationToken stop)
    {
        changed.TryRemove(agent, out _);
        try
        {
            // Refused for people who are no agents, and when it is so already: both are fine.
            await cell.Send(IsHere(agent) ? CellCommand.Reconnect(agent) : CellCommand.LoseConnection(agent), stop);
        }
        catch (Exception failure) when (failure is UnavailableException or OperationCanceledException)
        {
            changed[agent] = 0; // Told again when a writer is back.
        }
    }

    bool IsHere(Guid person) => stream.TabsOf(person) > 0;
}
