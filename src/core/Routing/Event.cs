using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// What happened, with everything that <see cref="Router.Evolve"/> needs. <see cref="EventKind"/> says which fields a
/// kind carries.
/// </summary>
public record struct Event
{
    public EventKind Kind { get; internal set; }
    public Channel Channel { get; internal set; }
    public AgentState State { get; internal set; }
    public Reason Reason { get; internal set; }
    public bool Flag { get; internal set; }

    /// <summary>From 1 in the contact's steps; 0: only a named agent.</summary>
    public byte Step { get; internal set; }
    public int Contact { get; internal set; }
    public int Agent { get; internal set; }
    public int Queue { get; internal set; }
    public int ToAgent { get; internal set; }

    /// <summary>From 1 within the contact: with the contact's id it names the segment for good.</summary>
    public int Segment { get; internal set; }

    /// <summary>From 1 within the contact.</summary>
    public int Offer { get; internal set; }
    public int Language { get; internal set; }
    public int Cost { get; internal set; }
    public int BaseMilli { get; internal set; }
    public long Number { get; internal set; }

    /// <summary>
    /// UTC ticks of the instant of the decision; all events of one <see cref="Router.Apply"/> have the same.
    /// </summary>
    public long AtTicks { get; internal set; }

    /// <summary>UTC ticks of the other instant that the kind has; 0: none.</summary>
    public long UntilTicks { get; internal set; }
    public Guid Id { get; internal set; }
    public Guid External { get; internal set; }

    /// <summary>A settings record, or the steps of an arrival; null for the rest.</summary>
    public object? Detail { get; internal set; }

    public readonly DateTimeOffset At => new(AtTicks, TimeSpan.Zero);
    public readonly DateTimeOffset? Until => UntilTicks == 0 ? null : new(UntilTicks, TimeSpan.Zero);
}
