using System.Globalization;
using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Workforce;

/// <summary>The command <c>staff</c>: how many of each group keep a scenario's targets at the least cost.</summary>
static class StaffScenario
{
    const string Help = """
        centrala staff SCENARIO.yaml [--replications 10] [--seed 1] [--json]
            Adds, spares and exchanges agents of the scenario's groups until its targets are kept as cheaply as single
            changes can make it, judging each staffing by simulation with the same customers.
            The scenario says: targets: [{ queue: first, service_level: 0.8 }], and costs by group (cost_per_hour) or for
            all (costs: { per_agent_hour: 25 }). Where counts follow the time, every interval gets as many more or fewer.
            Ctrl-C ends it with the cheapest staffing so far.

        Example:
          centrala staff monday.yaml --replications 20
        """;

    public static async Task<int> Run(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(said, ["replications", "seed"], ["json"]);
        if (arguments.Has("help"))
        {
            Console.WriteLine(Help);
            return 0;
        }
        if (arguments.Files is not [var file]) throw new ArgumentsException("staff wants SCENARIO.yaml (see --help).");
        var scenario = await InputFile.Read(file, ReadScenario.From, stop);
        if (scenario.Targets.Count == 0)
        {
            throw new UnreadableInputException($"{file}: targets were expected, like [{{ queue: …, service_level: 0.8 }}].");
        }
        var seed = arguments.Whole("seed", 0, int.MaxValue) is { } given ? (ulong)given : scenario.Seed;
        var replications = arguments.Whole("replications", 2, 10_000) ?? 10;
        var search = new StaffingSearch(
            scenario, tried => Findings.Of(tried, Replications.Run(tried, seed, replications, stop)));
        if (Find(search, stop) is not { } found)
        {
            await Console.Error.WriteLineAsync(stop.IsCancellationRequested
                ? "centrala: Stopped before any staffing kept the targets."
                : "centrala: No number of these agents keeps the targets: more of them do not help.");
            return 1;
        }

        Print(scenario, search, found, seed, replications, arguments.Has("json"));
        return 0;
    }

    /// <summary>Tells each second how far it is; a stop ends it with the cheapest staffing so far.</summary>
    static TriedStaffing? Find(StaffingSearch search, CancellationToken stop)
    {
        using var telling = new Timer(_ => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{search.Tries} staffings tried{(search.Best is { } best ? $", best so far costs {best.Cost:F2}" : "")}")), null, 1_000, 1_000);
        try
        {
            return search.Find();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return search.Best;
        }
    }

    static void Print(
        Scenario scenario, StaffingSearch search, TriedStaffing found, ulong seed, int replications, bool asJson)
    {
        var staffed = StaffingSearch.With(scenario, found.Change);
        if (asJson)
        {
            Answer.Print(new
            {
                scenario.Name,
                Seed = seed,
                Replications = replications,
                search.Tries,
                found.Cost,
                Groups = staffed.Groups.Select(group => new { group.Name, Count = group.Count.Values }),
                Targets = scenario.Targets.Select(target => new
                {
                    Queue = scenario.Queues[target.Queue].Name,
                    Wanted = target.ServiceLevel,
                    ServiceLevel = found.Findings.Queues[target.Queue].ServiceLevel.Value,
                    found.Findings.Queues[target.Queue].ServiceLevel.HalfWidth,
                }),
            });
            return;
        }

        foreach (var group in staffed.Groups) Console.WriteLine($"{group.Name,-20}{string.Join(' ', group.Count.Values)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cost {found.Cost:F2}, {search.Tries} staffings tried"));
        FindingsText.Print(staffed, seed, replications, found.Findings, asJson: false);
    }
}
