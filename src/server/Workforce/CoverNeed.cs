using System.Diagnostics;
using System.Text;
using Centrala.Core.Workforce.Schedules.Covering;

namespace Centrala.Server.Workforce;

/// <summary>Lets the search for the cheapest cover run for its time; the best answer so far outlives any end.</summary>
static class CoverNeed
{
    const int MovesAtOnce = 20_000;

    /// <summary>From hot to cold in so many moves; then again.</summary>
    const long MovesARound = 100_000;

    static readonly TimeSpan told = TimeSpan.FromSeconds(1);

    sealed record Chosen(string Id, int Count);

    sealed record Missing(int Slot, int People);

    sealed record Found(bool Feasible, long? Objective, long LowerBound, double Seconds, bool Stopped,
        IEnumerable<Chosen> Shifts, IEnumerable<Missing> Shortages);

    /// <returns>0 with an answer, 1 when some slot is out of every shift's reach.</returns>
    public static int Run(CoveringProblem problem, RosterOrder order, bool json, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var search = new CoveringSearch(problem, order.Seed);
        var (moves, toldAt, toldCost) = (0L, TimeSpan.Zero, long.MaxValue);
        while (clock.Elapsed < order.Time && !stop.IsCancellationRequested && !search.IsOver)
        {
            search.Step(MovesAtOnce, 1 - moves % MovesARound / (double)MovesARound);
            moves += MovesAtOnce;
            if (clock.Elapsed - toldAt < told || search.BestCost == toldCost) continue;
            (toldAt, toldCost) = (clock.Elapsed, search.BestCost);
            Keep(problem, search, order);
            Console.Error.WriteLine($"{toldAt.TotalSeconds,6:N0} s  best so far {toldCost:N0}, at least {problem.LowestCost:N0}");
        }
        Keep(problem, search, order);
        Print(problem, search.Best ?? new int[problem.Tours.Count], clock.Elapsed, stop.IsCancellationRequested, json);
        if (!json && order.Out is null && search.Best is { } best) Console.Write(Text(problem, best));
        return search.Best is null ? 1 : 0;
    }

    public static void Print(CoveringProblem problem, IReadOnlyList<int> counts, TimeSpan took, bool stopped, bool json)
    {
        var shortages = problem.Shortages(counts).Select(one => new Missing(one.Slot, one.Missing)).ToArray();
        if (json)
            Answer.Print(new Found(shortages.Length == 0, problem.Cost(counts), problem.LowestCost, Math.Round(took.TotalSeconds, 2), stopped,
                counts.Index().Where(pair => pair.Item > 0).Select(pair => new Chosen(problem.Tours[pair.Index].Id, pair.Item)), shortages));
        else
        {
            foreach (var one in shortages) Console.Error.WriteLine($"slot {one.Slot}: {one.People} people missing");
            Console.WriteLine($"{counts.Sum()} people, cost {problem.Cost(counts):N0}; no plan costs less than {problem.LowestCost:N0}.");
        }
    }

    static void Keep(CoveringProblem problem, CoveringSearch search, RosterOrder order)
    {
        if (order.Out is not null && search.Best is { } best) KeptFile.Write(order.Out, Text(problem, best));
    }

    static string Text(CoveringProblem problem, IReadOnlyList<int> counts)
    {
        var text = new StringBuilder();
        foreach (var (tour, count) in counts.Index())
            if (count > 0) text.Append(problem.Tours[tour].Id).Append(',').Append(count).Append('\n');
        return text.ToString();
    }
}
