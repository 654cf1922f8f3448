using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// What happened, with everything that <see cref="Router.Evolve"/> needs. <see cref="EventKind"/> says which fields a
/// kind carries.
/// </summary>
public readonly record struct Event
{
    public EventKind Kind { get; init; }
    public Channel Channel { get; init; }
    public AgentState State { get; init; }
    public Reason Reason { get; init; }
    public bool Flag { get; init; }

    /// <summary>From 1 in the contact's steps; 0: only a named agent.</summary>
    public byte Step { get; init; }
    public int Contact { get; init; }
    public int Agent { get; init; }
    public int Queue { get; init; }
    public int ToAgent { get; init; }

    /// <summary>From 1 within the contact: with the contact's id it names the segment for good.</summary>
    public int Segment { get; init; }

    /// <summary>From 1 within the contact.</summary>
    public int Offer { get; init; }
    public int Language { get; init; }
    public int Cost { get; init; }
    public int BaseMilli { get; init; }
    public long Number { get; init; }

    /// <summary>
    /// UTC ticks of the instant of the decision; all events of one <see cref="Router.Apply"/> have the same.
    /// </summary>
    public long AtTicks { get; init; }

    /// <summary>UTC ticks of the other instant that the kind has; 0: none.</summary>
    public long UntilTicks { get; init; }
    public Guid Id { get; init; }
    public Guid External { get; init; }

    /// <summary>A settings record, or the steps of an arrival; null for the rest.</summary>
    public object? Detail { get; init; }

    public DateTimeOffset At => new(AtTicks, TimeSpan.Zero);
    public DateTimeOffset? Until => UntilTicks == 0 ? null : new(UntilTicks, TimeSpan.Zero);
}
