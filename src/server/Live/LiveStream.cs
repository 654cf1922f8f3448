using System.Collections.Concurrent;

namespace Centrala.Server.Live;

/// <summary>All open tabs of staff on this node. Publish after the commit only.</summary>
public sealed class LiveStream
{
    readonly ConcurrentDictionary<string, LiveConnection> connections = new();

    /// <summary>Tells who came (true) or went (false), with how many tabs the person has left.</summary>
    public event Action<LiveConnection, bool, int>? Changed;

    /// <summary>Names a topic that a tab began to watch or no longer watches.</summary>
    public event Action<string>? WatchChanged;

    public IEnumerable<LiveConnection> Connections => connections.Values;

    public void Publish(LiveEvent item)
    {
        foreach (var connection in connections.Values) if (item.IsFor(connection)) connection.Enqueue(item);
    }

    public bool IsWatched(string topic) => connections.Values.Any(connection => connection.Watches(topic));

    internal void Add(LiveConnection connection)
    {
        connections[connection.Id] = connection;
        Changed?.Invoke(connection, true, TabsOf(connection.Actor.Id));
    }

    internal LiveConnection? Find(string id) => connections.GetValueOrDefault(id);

    internal void Remove(string id)
    {
        if (!connections.TryRemove(id, out var connection)) return;
        Changed?.Invoke(connection, false, TabsOf(connection.Actor.Id));
        foreach (var topic in connection.Topics) WatchChanged?.Invoke(topic);
    }

    internal void NoteWatch(string topic) => WatchChanged?.Invoke(topic);

    public int TabsOf(Guid person) => connections.Values.Count(connection => connection.Actor.Id == person);
}
