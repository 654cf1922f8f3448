using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Server.Dispatch;

/// <summary>What one command changed. Its events are numbered by <see cref="EventNumber"/>.</summary>
/// <param name="Sequence">In the journal.</param>
public sealed record Happened(long Sequence, DateTimeOffset At, IReadOnlyList<Event> Events);

/// <summary>What one commit changed, in order. It is stored: whoever hears of it may tell the world.</summary>
public sealed record Publication(IReadOnlyList<Happened> Records)
{
    /// <summary>Of the last record.</summary>
    public long Sequence => Records[^1].Sequence;
}

/// <summary>Names an event for good: the idempotency key of every effect.</summary>
/// <param name="Sequence">The record's.</param>
/// <param name="Index">From 0 within the record.</param>
public readonly record struct EventNumber(short Cell, long Sequence, int Index)
{
    public override string ToString() => $"{Cell}/{Sequence}/{Index}";
}

/// <summary>What became of a command that somebody waits for.</summary>
/// <param name="Refusal">The router's no; nothing was changed.</param>
/// <param name="Problem">Why the shell could not take or keep it; when the database went away it may have been stored.</param>
/// <param name="Sequence">The record that holds it; 0 when there is none.</param>
public sealed record Decision(Refusal? Refusal, Problem? Problem, long Sequence, IReadOnlyList<Event> Events)
{
    public bool Done => Refusal is null && Problem is null;

    internal static Decision Refused(Refusal refusal) => new(refusal, null, 0, []);

    internal static Decision NotTaken(Problem problem) => new(null, problem, 0, []);
}
