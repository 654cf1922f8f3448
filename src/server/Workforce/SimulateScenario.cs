using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Workforce;

/// <summary>The command <c>simulate</c>: the router in virtual time among the customers of a scenario.</summary>
static class SimulateScenario
{
    const int ReplicationsMax = 100_000;

    const string Help = """
        centrala simulate SCENARIO.yaml [--replications 20] [--seed 1] [--json]
            Tries a centre out with the router that runs it live, and says what its customers and agents would see:
            each figure with half the width of its 95 % interval. The same seed gives the same figures.

        --replications  how often it is played through, each time with other customers (20)
        --seed          another number gives other customers (the file's)

        Example:
          centrala simulate monday.yaml --replications 50 --json
        """;

    public static async Task<int> Run(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(said, ["replications", "seed"], ["json"]);
        if (arguments.Has("help"))
        {
            Console.WriteLine(Help);
            return 0;
        }
        if (arguments.Files is not [var file]) throw new ArgumentsException("simulate wants SCENARIO.yaml (see --help).");
        var scenario = await InputFile.Read(file, ReadScenario.From, stop);
        var seed = arguments.Whole("seed", 0, int.MaxValue) is { } given ? (ulong)given : scenario.Seed;
        var replications = arguments.Whole("replications", 1, ReplicationsMax) ?? 20;
        var findings = Findings.Of(scenario, Replications.Run(scenario, seed, replications, stop, SayProgress));
        FindingsText.Print(scenario, seed, replications, findings, arguments.Has("json"));
        return 0;
    }

    static void SayProgress(int done, int all)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write(done < all ? $"\r{done} of {all}" : "\r            \r");
    }
}
