using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// What <see cref="Router.Apply"/> is asked. Made by its factories; a field that a kind does not use is its default.
/// Numbers are the router's own (<see cref="Directory"/> gives them for ids); 0 is nobody and nothing.
/// </summary>
public readonly partial record struct Command
{
    public CommandKind Kind { get; init; }
    public Channel Channel { get; init; }
    public AgentState State { get; init; }
    public Reason Reason { get; init; }

    /// <summary>
    /// A transfer: back to the sender, not to a queue, when the named agent does not take it. A skill: it is a
    /// language.
    /// </summary>
    public bool Flag { get; init; }
    public int Contact { get; init; }
    public int Agent { get; init; }
    public int Queue { get; init; }

    /// <summary>The agent to whom a transfer goes.</summary>
    public int ToAgent { get; init; }

    /// <summary>The skill number of the customer's language.</summary>
    public int Language { get; init; }

    /// <summary>Points of this contact; 0: what its channel costs the agent.</summary>
    public int Cost { get; init; }

    /// <summary>Thousandths of rank.</summary>
    public int BaseMilli { get; init; }

    /// <summary>A message number, or an offer number; 0 when the caller does not know one.</summary>
    public long Number { get; init; }

    /// <summary>UTC ticks of an instant, or ticks of a duration, as the kind has it.</summary>
    public long Ticks { get; init; }
    public Guid Id { get; init; }
    public Guid External { get; init; }

    /// <summary>A settings record, or the steps of an arrival; null for the rest.</summary>
    public object? Detail { get; init; }

    public DateTimeOffset Instant => new(Ticks, TimeSpan.Zero);
    public TimeSpan Duration => new(Ticks);
}

/// <summary>
/// A contact as it reaches the cell. What was acknowledged outside is never refused here, unless it is a repetition.
/// </summary>
public readonly record struct Arrival
{
    /// <summary>Made at the edge, version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>
    /// Identifies the thing outside within its channel (a digest, when it is not a Guid); empty: none. A repetition
    /// changes nothing.
    /// </summary>
    public Guid External { get; init; }

    /// <summary>0 or a removed queue: the contact ends with <see cref="Reason.UnknownQueue"/>.</summary>
    public required int Queue { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>
    /// Entry into the first queue, by the database's clock. Later than the router's <c>at</c> counts as <c>at</c>.
    /// </summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>
    /// When the work must be done: its wait counts from the queue's lead before that, even while that lies ahead. Null:
    /// from the arrival.
    /// </summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The skill number of the customer's language; 0: any.</summary>
    public int Language { get; init; }

    /// <summary>Added to the queue's base, in thousandths; may be negative.</summary>
    public int RaiseMilli { get; init; }

    /// <summary>1–100; 0: what the channel costs each agent.</summary>
    public int Cost { get; init; }

    /// <summary>In place of the queue's steps; null: the queue's.</summary>
    public IReadOnlyList<Step>? Steps { get; init; }
}

/// <summary>How a customer is called back.</summary>
public readonly record struct Promise
{
    /// <summary>A digest of his number: there is one open callback for each and queue.</summary>
    public required Guid Whom { get; init; }

    /// <summary>Not before; null: when it is the contact's turn.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whose it is until its release; 0: the queue's.</summary>
    public int Agent { get; init; }

    /// <summary>From when on anybody of the queue may keep it; with an agent only.</summary>
    public DateTimeOffset? Release { get; init; }

    /// <summary>He is called when an agent could take him, and waits for one when he answers; else the agent first.</summary>
    public bool CustomerFirst { get; init; }
}
