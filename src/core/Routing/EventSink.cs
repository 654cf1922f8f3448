using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Receives what one or more <see cref="Router.Apply"/> calls decided. Kept and cleared, it allocates nothing in the
/// long run.
/// </summary>
public sealed class EventSink
{
    Event[] _events = new Event[64];
    int _count;

    /// <summary>In order. Valid until the next <see cref="Clear"/> or <see cref="Router.Apply"/>.</summary>
    public ReadOnlySpan<Event> Events => _events.AsSpan(0, _count);

    public int Count => _count;

    /// <summary>Why the last command was refused; null when it was not. A refused command adds no event.</summary>
    public Refusal? Refusal { get; private set; }

    public void Clear()
    {
        _count = 0;
        Refusal = null;
    }

    internal void Begin() => Refusal = null;

    internal void Refuse(Refusal refusal) => Refusal = refusal;

    /// <summary>
    /// The next event, still empty. It is filled in where it lies: copies of it would cost more than deciding.
    /// </summary>
    internal ref Event Next()
    {
        if (_count == _events.Length) Array.Resize(ref _events, _count * 2);
        ref var next = ref _events[_count++];
        next = default;
        return ref next;
    }

    internal void Add(in Event happened) => Next() = happened;
}
