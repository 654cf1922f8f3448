using System.Diagnostics;
using System.Text;
using Centrala.Core.Workforce.Schedules.Covering;
using Centrala.Server.Workforce.Exact;

namespace Centrala.Server.Workforce;

/// <summary>Lets the search for the cheapest cover run for its time; the best answer so far outlives any end.</summary>
static class CoverNeed
{
    static readonly TimeSpan told = TimeSpan.FromSeconds(1);

    sealed record Chosen(string Id, int Count);

    sealed record Missing(int Slot, int People);

    sealed record Found(bool Feasible, long? Objective, long LowerBound, double Seconds, bool Stopped,
        IEnumerable<Chosen> Shifts, IEnumerable<Missing> Shortages);

    /// <returns>0 with an answer, 1 when some slot is out of every shift's reach.</returns>
    public static int Run(CoveringProblem problem, RosterOrder order, bool json, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var search = new CheapestCover(problem, order.Seed);
        var exact = search.IsOver ? null : ExactCover.Begin(problem, order.Time);
        Search(search, exact, order, clock, stop);

        var answer = exact is { IsCompletedSuccessfully: true } ? exact.Result : null;
        var best = answer?.Counts is { } counts && problem.Cost(counts) <= search.BestCost ? counts : search.Best;
        if (order.Out is not null && best is not null) KeptFile.Write(order.Out, Text(problem, best));
        var least = answer is { IsProven: true, Counts: { } proven } ? problem.Cost(proven) : search.LowestCost;
        Print(problem, best ?? new int[problem.Tours.Count], least, clock.Elapsed,
            stop.IsCancellationRequested || answer?.WasInterrupted == true, json);
        if (!json && order.Out is null && best is not null) Console.Write(Text(problem, best));
        return best is null ? 1 : 0;
    }

    static void Search(
        CheapestCover search, Task<ExactCover.Answer>? exact, RosterOrder order, Stopwatch clock, CancellationToken stop)
    {
        var (toldAt, toldCost) = (TimeSpan.Zero, long.MaxValue);
        while (clock.Elapsed < order.Time && !stop.IsCancellationRequested && !search.IsOver)
        {
            if (exact?.IsCompleted == true && (exact.IsFaulted || exact.Result.IsProven || exact.Result.WasInterrupted)) return;
            search.Step(stop);
            if (clock.Elapsed - toldAt < told || search.BestCost == toldCost) continue;
            (toldAt, toldCost) = (clock.Elapsed, search.BestCost);
            if (order.Out is not null && search.Best is { } best) KeptFile.Write(order.Out, Text(search.Problem, best));
            Console.Error.WriteLine($"{toldAt.TotalSeconds,6:N0} s  best so far {toldCost:N0}, at least {search.LowestCost:N0}");
        }
    }

    /// <param name="least">What any plan costs at least.</param>
    public static void Print(CoveringProblem problem, IReadOnlyList<int> counts, long least, TimeSpan took, bool stopped, bool json)
    {
        var shortages = problem.Shortages(counts).Select(one => new Missing(one.Slot, one.Missing)).ToArray();
        if (json)
            Answer.Print(new Found(shortages.Length == 0, problem.Cost(counts), least, Math.Round(took.TotalSeconds, 2), stopped,
                counts.Index().Where(pair => pair.Item > 0).Select(pair => new Chosen(problem.Tours[pair.Index].Id, pair.Item)), shortages));
        else
        {
            foreach (var one in shortages) Console.Error.WriteLine($"slot {one.Slot}: {one.People} people missing");
            Console.WriteLine($"{counts.Sum()} people, cost {problem.Cost(counts):N0}; no plan costs less than {least:N0}.");
        }
    }

    static string Text(CoveringProblem problem, IReadOnlyList<int> counts)
    {
        var text = new StringBuilder();
        foreach (var (tour, count) in counts.Index())
            if (count > 0) text.Append(problem.Tours[tour].Id).Append(',').Append(count).Append('\n');
        return text.ToString();
    }
}
