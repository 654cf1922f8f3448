using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>An event on its way to an effect, with the ids of what it is about.</summary>
/// <param name="Number">The idempotency key of whatever the effect does.</param>
/// <param name="Contact">Empty when the event is about none.</param>
/// <param name="Agent">Empty when the event is about none.</param>
public sealed record Notice(EventNumber Number, DateTimeOffset At, Event Event, Guid Contact, Guid Agent);

/// <summary>
/// Something done in the world because of stored events: a row in another module, a mail, a ring. Each effect has a
/// durable position of its own, goes through the journal in order from there, also after a restart, and is told an event
/// again when it did not get past it: carrying out must be safe to repeat with the same number.
/// </summary>
public abstract class Effect
{
    /// <summary>Names the position in the database: kebab case, never changed.</summary>
    public abstract string Name { get; }

    /// <summary>Which events it is told.</summary>
    public abstract bool Concerns(EventKind kind);

    /// <summary>Does it. A failure is tried again, later events wait.</summary>
    public abstract Task Carry(Notice notice, CancellationToken cancel);
}
