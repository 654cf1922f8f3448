using System.Diagnostics;

namespace Centrala.Bench;

/// <summary>How many decisions a second the router makes under backlog, how long one command takes, and what it allocates.</summary>
/// <remarks>A decision is an agent becoming free or an arrival; ends, wrap-ups and acceptances run in the mix and are not counted.</remarks>
static class RoutingDecisions
{
    const int Seed = 20260105;
    const int DecisionsPerRound = 2;
    const int WarmUpRounds = 300_000;
    const int Rounds = 500_000;
    const int TimedRounds = 200_000;
    const int Pairs = 5;

    public static Task Measure(Report report)
    {
        var floor = new RoutingFloor(Seed);
        for (var round = 0; round < WarmUpRounds; round++) floor.Round();

        var rates = new List<double>();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var events = floor.Events;
        for (var pair = 0; pair < Pairs; pair++) rates.Add(Rate(floor));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        events = floor.Events - events;

        var decisions = (double)Pairs * Rounds * DecisionsPerRound;
        report.Note($"{floor.Router.OpenContacts:N0} open contacts, {events / decisions:F1} events a decision, rates "
            + string.Join(" ", rates.Select(rate => rate.ToString("N0", null))));
        report.Figure("routing.decisions_per_second", Median(rates), "1/s", atLeast: 1_000_000);
        report.Figure("routing.apply_p99_us", PercentileOfApply(floor, 0.99), "µs", atMost: 5);
        report.Figure("routing.bytes_per_decision", allocated / decisions, "B", atMost: 64);
        return Task.CompletedTask;
    }

    static double Rate(RoutingFloor floor)
    {
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++) floor.Round();
        return Rounds * DecisionsPerRound / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <returns>Microseconds, the reading of the clock included.</returns>
    static double PercentileOfApply(RoutingFloor floor, double share)
    {
        var ticks = new List<long>(TimedRounds * 5);
        long start = 0;
        floor.Observe = isStart =>
        {
            if (isStart) start = Stopwatch.GetTimestamp();
            else ticks.Add(Stopwatch.GetTimestamp() - start);
        };
        for (var round = 0; round < TimedRounds; round++) floor.Round();
        floor.Observe = null;
        ticks.Sort();
        return ticks[(int)(ticks.Count * share)] * 1e6 / Stopwatch.Frequency;
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
