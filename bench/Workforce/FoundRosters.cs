using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Search;

namespace Centrala.Bench.Workforce;

/// <summary>
/// The public scheduling instances, each beside the best penalty that anybody has published; the evaluator has the last word.
/// A minute each, or as many seconds as CENTRALA_BENCH_SECONDS says: the targets are meant for 600.
/// </summary>
static class FoundRosters
{
    const int MovesAtOnce = 20_000;

    static readonly TimeSpan time = TimeSpan.FromSeconds(double.Parse(
        Environment.GetEnvironmentVariable("CENTRALA_BENCH_SECONDS") ?? "60", CultureInfo.InvariantCulture));

    /// <param name="number">Of the instance.</param>
    /// <param name="bestKnown">docs/sources.md#shift-scheduling.</param>
    /// <param name="atMost">Times the best known.</param>
    public static Func<Report, Task> Measure(int number, int bestKnown, double atMost) => report =>
    {
        var problem = BenchmarkFormat.Read(File.ReadAllText(FileOf(number)));
        var search = new RosterSearch(problem, seed: 1);
        var cooling = new Cooling(search, Cooling.Scale(problem));
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time && search.BestPenalty > bestKnown;)
            cooling.Step(MovesAtOnce, clock.Elapsed / time);

        var verdict = search.Best is { } best ? RosterCheck.Judge(problem, best) : null;
        report.Note($"instance {number}: {verdict?.Penalty.ToString(CultureInfo.InvariantCulture) ?? "nothing"}, best known {bestKnown}, "
            + $"{verdict?.Violations.Count ?? 0} rules broken, {time.TotalSeconds} s at most");
        report.Figure($"schedule.instance{number}_ratio",
            verdict is { Violations.Count: 0 } ? verdict.Penalty / (double)bestKnown : double.PositiveInfinity, "", atMost: atMost);
        return Task.CompletedTask;
    };

    static string FileOf(int number, [CallerFilePath] string here = "")
    {
        var name = $"Instance{number}.txt";
        var folder = Path.GetDirectoryName(here)!;
        var own = Path.Combine(folder, "instances", name);
        return File.Exists(own) ? own : Path.Combine(folder, "../../test/Core/Workforce/Schedules/instances", name);
    }
}
