using System.Diagnostics;
using Centrala.Server.Foundation;

namespace Centrala.Bench.Routing;

/// <summary>
/// How many decisions a second the router makes under backlog, how long one command takes, and what it allocates.
/// </summary>
/// <remarks>
/// A decision is an agent becoming free or an arrival; ends, wrap-ups and acceptances run in the mix and are not
/// counted. Both floors lie in large pages, as a large server's does. The bare floor runs in turn with the router, so
/// that their ratio holds on a machine with neighbours. What is allocated is the median of the runs: now and then a
/// table still grows, which is said beside it.
/// </remarks>
static class RoutingDecisions
{
    public const ulong Seed = 20260105;
    public const int DecisionsPerRound = 2;
    const int WarmUpRounds = 300_000;
    const int Rounds = 300_000;
    const int TimedRounds = 200_000;
    const int Pairs = 7;

    public static Task Measure(Report report)
    {
        var (floor, bare) = (new RoutingFloor(FloorSize.Usual, Seed), new BareFloor(Seed));
        var (round, bareRound) = ((Action)floor.Round, (Action)bare.Round);
        Pace.Of(round, WarmUpRounds);
        Pace.Of(bareRound, WarmUpRounds);
        LargePages.AskAtOnce();
        var (rates, bareRates, allocated) = (new List<double>(), new List<double>(), new List<double>());
        var (events, processor) = (floor.Running.Events, TimeSpan.Zero);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (busyBefore, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            var rate = Pace.Of(round, Rounds);
            allocated.Add((GC.GetAllocatedBytesForCurrentThread() - before) / (double)(Rounds * DecisionsPerRound));
            processor += Environment.CpuUsage.TotalTime - busyBefore;
            rates.Add(DecisionsPerRound * rate);
            bareRates.Add(DecisionsPerRound * Pace.Of(bareRound, Rounds));
        }

        var decisions = (double)Pairs * Rounds * DecisionsPerRound;
        report.Note($"{floor.Router.OpenContacts:N0} open contacts, "
            + $"{(floor.Running.Events - events) / decisions:F1} events a decision, "
            + $"{decisions / processor.TotalSeconds:N0} decisions per processor second, "
            + $"bare {Quantiles.Median(bareRates):N0} per second, "
            + $"{allocated.Sum() * Rounds * DecisionsPerRound:N0} B allocated in all");
        report.Figure("routing.decisions_per_second", Quantiles.Median(rates), "1/s", atLeast: 2_000_000);
        var shares = rates.Zip(bareRates, (rate, other) => rate / other);
        report.Figure("routing.oracle_ratio", Quantiles.Median([.. shares]), "", atLeast: 0.5);
        report.Figure("routing.apply_p99_us", PercentileOfApply(floor, 0.99), "µs", atMost: 2);
        report.Figure("routing.bytes_per_decision", Quantiles.Median(allocated), "B", atMost: 0);
        return Task.CompletedTask;
    }

    /// <returns>Microseconds, the reading of the clock included.</returns>
    static double PercentileOfApply(RoutingFloor floor, double share)
    {
        var ticks = new List<double>(TimedRounds * 6);
        long start = 0;
        floor.Running.Observe = isStart =>
        {
            if (isStart) start = Stopwatch.GetTimestamp();
            else ticks.Add(Stopwatch.GetTimestamp() - start);
        };
        for (var round = 0; round < TimedRounds; round++) floor.Round();
        floor.Running.Observe = null;
        return Quantiles.At(ticks, share) * 1e6 / Stopwatch.Frequency;
    }
}
