using System.Collections.Concurrent;
using Centrala.Server.Access;

namespace Centrala.Server.Live;

/// <summary>One tab's stream: numbered from 1 without gaps, bounded, coalesced where only the newest counts.</summary>
public sealed class LiveConnection(string id, SignedIn signedIn)
{
    /// <summary>Messages that may wait for a slow browser; beyond it the connection is dropped and the browser fetches anew.</summary>
    public const int WaitingMax = 500;

    /// <summary>Topics that one tab may watch.</summary>
    public const int TopicsMax = 200;

    readonly ConcurrentDictionary<string, byte> topics = new();
    readonly LinkedList<LiveEvent> waiting = new();
    readonly Dictionary<string, LinkedListNode<LiveEvent>> newest = [];
    readonly SemaphoreSlim signal = new(0, 1);
    bool overflowed;
    bool ending;
    long number;

    public string Id => id;

    public SignedIn SignedIn => signedIn;

    public Actor Actor => signedIn.Actor;

    public IEnumerable<string> Topics => topics.Keys;

    public bool Watches(string topic) => topics.ContainsKey(topic);

    /// <returns>False when the tab watches too much already.</returns>
    public bool Watch(string topic) => topics.Count < TopicsMax && (topics.TryAdd(topic, 0) || true);

    public void Unwatch(string topic) => topics.TryRemove(topic, out _);

    /// <summary>Queues an event; an unsent one with the same key is replaced in its place.</summary>
    public void Enqueue(LiveEvent item)
    {
        lock (waiting)
        {
            if (ending) return;
            if (item.CoalesceBy is { } key && newest.TryGetValue(key, out var node)) node.Value = item;
            else if (waiting.Count >= WaitingMax) overflowed = true;
            else
            {
                node = waiting.AddLast(item);
                if (item.CoalesceBy is { } fresh) newest[fresh] = node;
            }
            if (signal.CurrentCount == 0) signal.Release();
        }
    }

    /// <summary>True once <see cref="End"/> was called: the line closes after what waits.</summary>
    public bool Ending
    {
        get { lock (waiting) return ending; }
    }

    /// <summary>Sends a last event and what waits before it, and nothing after.</summary>
    public void End(LiveEvent last)
    {
        lock (waiting)
        {
            if (ending) return;
            ending = true;
            waiting.AddLast(last);
            if (signal.CurrentCount == 0) signal.Release();
        }
    }

    /// <summary>Waits for the next event and numbers it.</summary>
    /// <returns>Null when the line is to be closed: it ended, or the browser was too slow and will fetch anew.</returns>
    public async Task<Numbered?> Next(CancellationToken cancel)
    {
        while (true)
        {
            lock (waiting)
            {
                if (overflowed) return null;
                if (waiting.First is { } first)
                {
                    waiting.RemoveFirst();
                    if (first.Value.CoalesceBy is { } key) newest.Remove(key);
                    return new Numbered(++number, first.Value.Sequence, first.Value.Type, first.Value.Data);
                }
                if (ending) return null;
            }
            await signal.WaitAsync(cancel);
        }
    }

    /// <param name="N">Consecutive per connection: a gap or a restart at 1 means fetch.</param>
    /// <param name="Sequence">The cell's journal sequence.</param>
    public sealed record Numbered(long N, long Sequence, string Type, object Data);
}
