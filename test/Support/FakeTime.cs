namespace Centrala.Testing;

/// <summary>A clock that stands still until it is turned; timers fire while it is turned, in order.</summary>
public sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    readonly Lock gate = new();
    readonly List<FakeTimer> timers = [];
    DateTimeOffset now = start;

    public FakeTime() : this(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Turns the clock and fires what falls due on the way, each at its own instant.</summary>
    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (TakeDue(until) is { } due) due.Fire();
        lock (gate) now = until;
    }

    FakeTimer? TakeDue(DateTimeOffset until)
    {
        lock (gate)
        {
            var due = timers.Where(timer => timer.At <= until).MinBy(timer => timer.At);
            if (due is null) return null;
            if (due.At > now) now = due.At.Value;
            due.At = due.Period > TimeSpan.Zero ? due.At + due.Period : null;
            if (due.At is null) timers.Remove(due);
            return due;
        }
    }

    sealed class FakeTimer(FakeTime clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? At { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                Period = period;
                At = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
                if (At is not null) clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
