using System.Diagnostics;
using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Workforce;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Bench.Simulation;

/// <summary>How long a big day takes, and a what-if by many replications of a middling one.</summary>
static class SimulatedDays
{
    const int Runs = 5;
    const int Replicated = 50;

    public static Task Measure(Report report)
    {
        var big = ReadScenario.From(Day(queues: 20, agentsPerGroup: 500, handleSeconds: 900, callsPerHour: 1_667));
        var seconds = new List<double>();
        var contacts = 0L;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            contacts = new Replication(big, 1, run).Run().Contacts;
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        report.Note($"{contacts:N0} calls a day");
        report.Figure("simulation.day_of_10000_agents_seconds", seconds.Order().ElementAt(Runs / 2), "s", atMost: 3);
        MeasureWhatIf(report);
        return Task.CompletedTask;
    }

    static void MeasureWhatIf(Report report)
    {
        var day = ReadScenario.From(Day(queues: 4, agentsPerGroup: 50, handleSeconds: 300, callsPerHour: 540));
        var start = Stopwatch.GetTimestamp();
        var results = Replications.Run(day, 1, Replicated, CancellationToken.None);
        report.Figure(
            "simulation.what_if_50_replications_seconds", Stopwatch.GetElapsedTime(start).TotalSeconds, "s", atMost: 60);
        var widest = Findings.Of(day, results).Queues.Max(queue => queue.ServiceLevel.HalfWidth!.Value);
        report.Figure("simulation.what_if_half_width_points", widest * 100, "points", atMost: 0.5);
    }

    /// <summary>Twelve hours; each group has its own queue's skill and its neighbour's.</summary>
    static string Day(int queues, int agentsPerGroup, int handleSeconds, int callsPerHour)
    {
        var numbers = Enumerable.Range(0, queues).ToList();
        var groups = numbers.Select(one =>
            $"  - {{ name: g{one}, count: {agentsPerGroup}, skills: {{ s{one}: 2, s{(one + 1) % queues}: 1 }} }}");
        var plans = numbers.Select(one => $$"""
              - name: q{{one}}
                steps: [{ requires: "s{{one}} >= 2", for: 20s }, { requires: "s{{one}} >= 1" }]
                arrivals: { rate_per_hour: {{callsPerHour}} }
                handle_time: { lognormal: { mean: {{handleSeconds}}s, sd: {{handleSeconds}}s } }
                patience: { exponential: 120s }
            """);
        return $"""
            horizon: 12h
            skills: [{string.Join(", ", numbers.Select(one => $"s{one}"))}]
            groups:
            {string.Join('\n', groups)}
            queues:
            {string.Join('\n', plans)}
            """;
    }
}
