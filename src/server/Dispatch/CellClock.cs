namespace Centrala.Server.Dispatch;

/// <summary>
/// A cell's time: the wall clock at start plus monotonic time since, never below what is in the journal. A wall clock
/// that is set while the program runs moves nothing. Whole microseconds, as the journal stores them.
/// </summary>
sealed class CellClock
{
    readonly TimeProvider time;
    readonly DateTimeOffset start;
    readonly long startedAt;

    /// <param name="floor">The journal's last instant: time goes on from there when the wall clock is behind.</param>
    public CellClock(TimeProvider time, DateTimeOffset floor)
    {
        this.time = time;
        startedAt = time.GetTimestamp();
        var wall = time.GetUtcNow();
        start = wall > floor ? wall : floor;
    }

    public DateTimeOffset Now => Truncated(start + time.GetElapsedTime(startedAt));

    public static DateTimeOffset Truncated(DateTimeOffset instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
