namespace Centrala.Bench.Routing;

/// <summary>
/// What one decision costs on floors of many sizes, drawn to <c>artifacts/bench/routing-cost.svg</c>: one curve for
/// agents, queues, contacts that wait, and queues of an agent, the others as usual. Processor time, so that neighbours
/// count less.
/// </summary>
static class RoutingCost
{
    const int WarmUpRounds = 150_000;
    const int Rounds = 100_000;
    const int Runs = 3;

    static readonly Curve[] Curves =
    [
        new("agents", [100, 300, 1_000, 3_000, 10_000, 30_000], n => FloorSize.Usual with { Agents = n }),
        new("queues", [23, 50, 150, 500, 1_500, 5_000, 15_000], n => FloorSize.Usual with { Queues = n }),
        new("waiting", [1_000, 10_000, 100_000, 1_000_000], n => FloorSize.Usual with { Waiting = n }),
        new("queues_per_agent", [8, 23, 92, 368], n => FloorSize.Usual with { QueuesPerAgent = n }),
    ];

    public static Task Measure(Report report)
    {
        CostOf(FloorSize.Usual); // What is measured first is still being compiled.
        var chart = new CostChart("Nanoseconds a decision, by size");
        foreach (var curve in Curves)
        {
            var costs = curve.Sizes.Select(n => (Size: (double)n, Nanoseconds: CostOf(curve.SizedBy(n)))).ToArray();
            chart.Add(curve.Name.Replace('_', ' '), costs);
            var told = costs.Select(cost => $"{cost.Size:N0} {cost.Nanoseconds:N0} ns");
            report.Note($"{curve.Name}: {string.Join(", ", told)}");
            report.Figure($"routing.cost_exponent_{curve.Name}", Exponent(costs), "", atMost: 0.9);
        }

        report.Note("drawn to " + chart.Write("routing-cost.svg"));
        return Task.CompletedTask;
    }

    static double CostOf(FloorSize size)
    {
        var floor = new RoutingFloor(size, RoutingDecisions.Seed);
        Pace.Of(floor.Round, WarmUpRounds);
        var times = Enumerable.Range(0, Runs).Select(_ => Pace.ProcessorTimeOf(floor.Round, Rounds));
        return times.Min().TotalNanoseconds / (Rounds * RoutingDecisions.DecisionsPerRound);
    }

    /// <summary>
    /// The slope of the straight line through the logarithms: 0 when size does not matter, 1 when cost is in proportion.
    /// </summary>
    static double Exponent((double Size, double Cost)[] points)
    {
        var logs = points.Select(point => (Size: Math.Log(point.Size), Cost: Math.Log(point.Cost))).ToArray();
        var (size, cost) = (logs.Average(point => point.Size), logs.Average(point => point.Cost));
        return logs.Sum(point => (point.Size - size) * (point.Cost - cost))
            / logs.Sum(point => (point.Size - size) * (point.Size - size));
    }

    sealed record Curve(string Name, int[] Sizes, Func<int, FloorSize> SizedBy);
}
