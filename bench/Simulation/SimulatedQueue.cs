using System.Diagnostics;
using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Bench.Simulation;

/// <summary>How many contacts a second one core simulates with the router in the loop, beside a loop without it.</summary>
/// <remarks>M/M/100 at 90 erlangs; both in turn, so that their ratio holds on a machine with neighbours.</remarks>
static class SimulatedQueue
{
    const int Pairs = 7;
    const int Contacts = 1_000_000;
    const int Agents = 100;
    const double HandleSeconds = 180;
    const double PerHour = 90 * 3600 / HandleSeconds;

    static readonly Scenario scenario = ReadScenario.From(FormattableString.Invariant($$"""
        horizon: {{Contacts / PerHour:F3}}h
        groups: [{ name: agents, count: {{Agents}} }]
        queues:
          - name: calls
            arrivals: { rate_per_hour: {{PerHour}} }
            handle_time: { exponential: {{HandleSeconds}}s }
        """));

    public static Task Measure(Report report)
    {
        var plain = new PlainQueue(PerHour / 3600, HandleSeconds, Agents, 1);
        var (rates, plainRates) = (new List<double>(), new List<double>());
        plain.Run(Contacts);
        new Replication(scenario, 1, 0).Run();
        for (var pair = 1; pair <= Pairs; pair++)
        {
            var start = Stopwatch.GetTimestamp();
            var result = new Replication(scenario, 1, pair).Run();
            rates.Add(result.Contacts / Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
            plain.Run(Contacts);
            plainRates.Add(Contacts / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var ratios = rates.Zip(plainRates, (rate, other) => rate / other).ToList();
        report.Note($"plain loop {Median(plainRates):N0} contacts/s");
        report.Figure("simulation.contacts_per_second", Median(rates), "1/s");
        report.Figure("simulation.oracle_ratio", Median(ratios), "", atLeast: 0.2);
        return Task.CompletedTask;
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
