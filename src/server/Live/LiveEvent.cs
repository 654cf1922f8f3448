namespace Centrala.Server.Live;

/// <summary>
/// Something that browsers of staff are told after its commit. Each type declares its audience: who may receive it at all
/// (checked for every connection) and which of those it is for. A test sends each type to a foreign partner, visitor and agent.
/// </summary>
/// <param name="Type">The name in the stream, for example <c>conversation.message</c>.</param>
/// <param name="Sequence">The cell's journal sequence that it is as new as; 0 when routing has no part in it.</param>
/// <param name="Data">What the browser gets, serialised once for all receivers.</param>
public abstract record LiveEvent(string Type, long Sequence, object Data)
{
    /// <summary>Events with the same key and receiver that were not sent yet replace each other; null keeps every one.</summary>
    public virtual string? CoalesceBy => null;

    /// <summary>Whether the event is for this receiver, who must be allowed to see it.</summary>
    public abstract bool IsFor(LiveConnection connection);
}

/// <summary>For one person, on all of the person's tabs.</summary>
public sealed record ForPerson(Guid Person, string Type, long Sequence, object Data, string? Key = null) : LiveEvent(Type, Sequence, Data)
{
    public override string? CoalesceBy => Key;

    public override bool IsFor(LiveConnection connection) =>
        connection.Actor.Kind == ActorKind.Staff && connection.Actor.Id == Person;
}

/// <summary>For those who watch a topic (<c>floor</c>, <c>conversation:…</c>), may see its partner and hold the permission.</summary>
/// <param name="Partner">Null for what concerns no single partner; then only those who serve all partners receive it.</param>
public sealed record ForWatchers(
    string Topic, Guid? Partner, Permission Permission, string Type, long Sequence, object Data, string? Key = null)
    : LiveEvent(Type, Sequence, Data)
{
    /// <summary>For actors of this kind alone; null: of any.</summary>
    public ActorKind? Only { get; init; }

    public override string? CoalesceBy => Key;

    public override bool IsFor(LiveConnection connection) =>
        connection.Watches(Topic) && connection.Actor.May(Permission)
        && (Only is null || connection.Actor.Kind == Only)
        && (Partner is { } partner ? connection.Actor.Serves(partner) : connection.Actor.AllPartners);
}

/// <summary>For one tab, whose content was made for exactly its actor.</summary>
public sealed record ForTab(
    string Tab, Permission Permission, string Type, long Sequence, object Data, string? Key = null) : LiveEvent(Type, Sequence, Data)
{
    public override string? CoalesceBy => Key;

    public override bool IsFor(LiveConnection connection) => connection.Id == Tab && connection.Actor.May(Permission);
}
