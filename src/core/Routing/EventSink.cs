using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Receives what one or more <see cref="Router.Apply"/> calls decided. Kept and cleared, it allocates nothing in the
/// long run.
/// </summary>
public sealed class EventSink
{
    /// <summary>Empty beyond those that are counted.</summary>
    Event[] events = new Event[64];
    int count;

    /// <summary>In order. Valid until the next <see cref="Clear"/> or <see cref="Router.Apply"/>.</summary>
    public ReadOnlySpan<Event> Events => events.AsSpan(0, count);

    public int Count => count;

    /// <summary>Why the last command was refused; null when it was not. A refused command adds no event.</summary>
    public Refusal? Refusal { get; private set; }

    public void Clear()
    {
        Array.Clear(events, 0, count);
        count = 0;
        Refusal = null;
    }

    internal void Begin() => Refusal = null;

    internal void Refuse(Refusal refusal) => Refusal = refusal;

    /// <summary>
    /// The next event, still empty. It is filled in where it lies: copies of it would cost more than deciding.
    /// </summary>
    internal ref Event Next()
    {
        if (count == events.Length) Array.Resize(ref events, count * 2);
        return ref events[count++];
    }

    internal void Add(in Event happened) => Next() = happened;
}
