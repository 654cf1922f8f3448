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
        var (rates, before) = (new List<double>(), floor.Decisions);
        var (events, allocated) = (floor.Running.Events, GC.GetAllocatedBytesForCurrentThread());
        var busy = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < Runs; run++)
        {
            var soFar = floor.Decisions;
            var rounds = Pace.Of(floor.Round, Rounds);
            rates.Add(rounds * (floor.Decisions - soFar) / Rounds);
        }

        var decisions = (double)(floor.Decisions - before);
        var processor = Environment.CpuUsage.TotalTime - busy;
        report.Note($"mixed: {decisions / processor.TotalSeconds:N0} decisions per processor second, {floor.Running.Router.OpenContacts:N0} open contacts, "
            + $"{(floor.Running.Events - events) / decisions:F1} events and "
            + $"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / decisions:F0} B a decision");
        report.Figure("routing.mixed_decisions_per_second", Quantiles.Median(rates), "1/s", atLeast: 1_000_000);
        return Task.CompletedTask;
    }
}
