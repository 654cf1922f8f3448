using Centrala.Server.Foundation;

namespace Centrala.Bench.Routing;

/// <summary>How many decisions a second the router makes where most of its rules are at work.</summary>
static class MixedDecisions
{
    const int WarmUpRounds = 400_000;
    const int Rounds = 200_000;
    const int Runs = 7;

    public static Task Measure(Report report)
    {
        var floor = new MixedFloor(RoutingDecisions.Seed);
        Pace.Of(floor.Round, WarmUpRounds);
        LargePages.AskAtOnce();
        var (rates, allocated, before) = (new List<double>(), new List<double>(), floor.Decisions);
        var events = floor.Running.Events;
        var busy = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < Runs; run++)
        {
            var (soFar, bytes) = (floor.Decisions, GC.GetAllocatedBytesForCurrentThread());
            var rounds = Pace.Of(floor.Round, Rounds);
            allocated.Add((GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)(floor.Decisions - soFar));
            rates.Add(rounds * (floor.Decisions - soFar) / Rounds);
        }

        var decisions = (double)(floor.Decisions - before);
        var processor = Environment.CpuUsage.TotalTime - busy;
        report.Note($"mixed: {decisions / processor.TotalSeconds:N0} decisions per processor second, {floor.Running.Router.OpenContacts:N0} open contacts, "
            + $"{(floor.Running.Events - events) / decisions:F1} events a decision");
        report.Figure("routing.mixed_decisions_per_second", Quantiles.Median(rates), "1/s", atLeast: 1_000_000);
        report.Figure("routing.mixed_bytes_per_decision", Quantiles.Median(allocated), "B", atMost: 0);
        return Task.CompletedTask;
    }
}
