using System.Collections.Immutable;
using System.Diagnostics;

namespace Centrala.Server.Voice.Media;

/// <summary>Turns every bridge over each 20 ms, on a thread of its own, with real-time priority where that is permitted.</summary>
sealed class MediaClock : IDisposable
{
    const long TickNs = 20_000_000;

    /// <summary>More than this behind, ticks are left out: to send a burst would help nobody.</summary>
    const long BehindNsMax = 10 * TickNs;

    const int Priority = 10;

    readonly ManualResetEventSlim hasWork = new(false);
    readonly ILogger log;
    readonly Thread thread;
    ImmutableList<Bridge> bridges = [];
    volatile bool isOver;

    public MediaClock(ILogger log)
    {
        this.log = log;
        thread = new(Run) { IsBackground = true, Name = "voice clock" };
        thread.Start();
    }

    public void Add(Bridge bridge)
    {
        ImmutableInterlocked.Update(ref bridges, list => list.Add(bridge));
        hasWork.Set();
    }

    public void Remove(Bridge bridge) => ImmutableInterlocked.Update(ref bridges, list => list.Remove(bridge));

    public void Dispose()
    {
        isOver = true;
        hasWork.Set();
        thread.Join();
        hasWork.Dispose();
    }

    void Run()
    {
        var priority = Priority;
        if (LinuxCalls.Schedule(0, LinuxCalls.RoundRobin, ref priority) < 0) VoiceLog.NoRealTime(log);
        var due = Now();
        while (!isOver)
        {
            if (bridges.IsEmpty) due = Rest();
            SleepUntil(due);
            var late = Now() - due;
            VoiceMetrics.Ticked(TimeSpan.FromTicks(late / 100));
            foreach (var bridge in bridges) bridge.Tick();
            due = late > BehindNsMax ? Now() : due + TickNs;
        }
    }

    long Rest()
    {
        hasWork.Reset();
        if (bridges.IsEmpty && !isOver) hasWork.Wait();
        return Now();
    }

    /// <summary>The stopwatch's clock is the system's monotonic one, in nanoseconds.</summary>
    static long Now() => Stopwatch.GetTimestamp();

    static void SleepUntil(long due)
    {
        var (seconds, nanoseconds) = Math.DivRem(due, 1_000_000_000);
        var time = new LinuxCalls.Time { Seconds = seconds, Nanoseconds = nanoseconds };
        while (Now() < due && LinuxCalls.SleepUntil(LinuxCalls.Monotonic, LinuxCalls.Absolute, ref time, 0) != 0) { }
    }
}
