using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>The router's state as stored, between two commits. Lent: nothing of it may be kept after the question.</summary>
/// <param name="Sequence">Of the journal's last record; also the browser's measure of how new something is.</param>
/// <param name="At">The cell's time now: clocks and waits are counted against it.</param>
public readonly record struct CellView(Router Router, long Sequence, DateTimeOffset At);
