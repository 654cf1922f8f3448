using System.Diagnostics;

namespace Centrala.Bench.Routing;

/// <summary>How fast rounds go by.</summary>
static class Pace
{
    /// <returns>Rounds a second.</returns>
    public static double Of(Action round, int rounds)
    {
        var start = Stopwatch.GetTimestamp();
        for (var left = rounds; left > 0; left--) round();
        return rounds / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>All rounds together; to ten milliseconds.</summary>
    public static TimeSpan ProcessorTimeOf(Action round, int rounds)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var left = rounds; left > 0; left--) round();
        return Environment.CpuUsage.TotalTime - before;
    }
}
