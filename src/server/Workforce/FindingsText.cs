using System.Globalization;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Server.Workforce;

/// <summary>What a simulation found, for people or (as JSON) for programs.</summary>
static class FindingsText
{
    /// <param name="HalfWidth">Of the 95 % interval; null for one replication.</param>
    sealed record Figure(double? Value, double? HalfWidth)
    {
        public static Figure Of(Estimate estimate) => new(Finite(estimate.Value), Finite(estimate.HalfWidth));

        static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
    }

    public static void Print(Scenario scenario, ulong seed, int replications, Findings findings, bool asJson)
    {
        if (asJson) PrintJson(scenario, seed, replications, findings);
        else PrintTable(findings);
    }

    static void PrintJson(Scenario scenario, ulong seed, int replications, Findings findings) => Answer.Print(new
    {
        scenario.Name,
        Seed = seed,
        Replications = replications,
        Queues = findings.Queues.Select(queue => new
        {
            queue.Name,
            Offered = Figure.Of(queue.Offered),
            PWait = Figure.Of(queue.WaitProbability),
            PAbandon = Figure.Of(queue.AbandonProbability),
            MeanWaitS = Figure.Of(queue.MeanWaitSeconds),
            ServiceLevel = Figure.Of(queue.ServiceLevel),
            Blocked = Figure.Of(queue.Blocked),
            Unserved = Figure.Of(queue.Unserved),
            MeanQueue = Figure.Of(queue.MeanQueue),
        }),
        Groups = findings.Groups.Select(group => new
        {
            group.Name,
            Occupancy = Figure.Of(group.Occupancy),
            AgentHours = Figure.Of(group.AgentHours),
        }),
    });

    static void PrintTable(Findings findings)
    {
        Line("queue", "offered", "wait %", "abandon %", "mean wait s", "in time %", "blocked %");
        foreach (var queue in findings.Queues)
        {
            Line(
                queue.Name, Text(queue.Offered, 1, "F0"), Text(queue.WaitProbability, 100, "F2"),
                Text(queue.AbandonProbability, 100, "F2"), Text(queue.MeanWaitSeconds, 1, "F2"),
                Text(queue.ServiceLevel, 100, "F2"), Text(queue.Blocked, 100, "F2"));
        }

        Line("group", "agent hours", "occupied %");
        foreach (var group in findings.Groups)
        {
            Line(group.Name, Text(group.AgentHours, 1, "F1"), Text(group.Occupancy, 100, "F2"));
        }
    }

    static void Line(string name, params string[] cells) =>
        Console.WriteLine($"{name,-20}" + string.Concat(cells.Select(cell => $"{cell,16}")));

    static string Text(Estimate estimate, double times, string format)
    {
        string Number(double value) => (value * times).ToString(format, CultureInfo.InvariantCulture);
        return double.IsNaN(estimate.Value) ? "–"
            : estimate.HalfWidth is { } width ? $"{Number(estimate.Value)} ±{Number(width)}"
            : Number(estimate.Value);
    }
}
