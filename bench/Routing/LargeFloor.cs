using Centrala.Server.Foundation;

namespace Centrala.Bench.Routing;

/// <summary>
/// How much slower decisions are where ten times the queues and five times the contacts are spread over memory: what is
/// looked at is the same, only further away.
/// </summary>
static class LargeFloor
{
    const int WarmUpRounds = 300_000;
    const int Rounds = 200_000;
    const int Pairs = 7;

    public static Task Measure(Report report)
    {
        var usual = new RoutingFloor(FloorSize.Usual, RoutingDecisions.Seed);
        var large = new RoutingFloor(FloorSize.Large, RoutingDecisions.Seed);
        Pace.Of(usual.Round, WarmUpRounds);
        Pace.Of(large.Round, WarmUpRounds);
        LargePages.AskAtOnce();
        var (rates, ratios) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            rates.Add(RoutingDecisions.DecisionsPerRound * Pace.Of(large.Round, Rounds));
            ratios.Add(rates[^1] / (RoutingDecisions.DecisionsPerRound * Pace.Of(usual.Round, Rounds)));
        }

        report.Figure("routing.large_decisions_per_second", Quantiles.Median(rates), "1/s");
        report.Figure("routing.large_ratio", Quantiles.Median(ratios), "", atLeast: 0.3);
        return Task.CompletedTask;
    }
}
