using System.Globalization;
using System.Runtime.InteropServices;
using Centrala.Core.Workforce.Schedules.Covering;

namespace Centrala.Server.Workforce.Exact;

/// <summary>The cheapest cover, proven, by branch and bound beside the search. Null results where the library is not there.</summary>
static class ExactCover
{
    /// <param name="Counts">By tour; null when none was found.</param>
    /// <param name="IsProven">Nothing is cheaper.</param>
    /// <param name="WasInterrupted">It takes Ctrl-C for itself while it works, and tells so here.</param>
    public sealed record Answer(IReadOnlyList<int>? Counts, bool IsProven, bool WasInterrupted);

    /// <summary>Begins in a thread of its own; null where nothing can be done.</summary>
    public static Task<Answer>? Begin(CoveringProblem problem, TimeSpan time) => CbcLibrary.IsPresent
        ? Task.Factory.StartNew(() => Solve(problem, time), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        : null;

    static Answer Solve(CoveringProblem problem, TimeSpan time)
    {
        var model = CbcLibrary.NewModel();
        try
        {
            Load(model, problem);
            CbcLibrary.SetLogLevel(model, 0);
            CbcLibrary.SetParameter(model, "log", "0");
            CbcLibrary.SetParameter(model, "sec", time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture));
            _ = CbcLibrary.Solve(model);
            var proven = CbcLibrary.IsProvenOptimal(model) != 0;
            var counts = Counts(model, problem);
            // Whole numbers came as fractions near them: what they are worth is counted here anew.
            if (counts is not null && problem.Shortages(counts).Any()) counts = null;
            return new(counts, proven && counts is not null, !proven && CbcLibrary.IsSecondsLimitReached(model) == 0);
        }
        finally
        {
            CbcLibrary.DeleteModel(model);
        }
    }

    static void Load(IntPtr model, CoveringProblem problem)
    {
        var (tours, slots) = (problem.Tours, problem.Required.Count);
        int[] indices = [.. tours.SelectMany(tour => tour.Slots)];
        var starts = new int[tours.Count + 1];
        for (var tour = 0; tour < tours.Count; tour++) starts[tour + 1] = starts[tour] + tours[tour].Slots.Count;
        CbcLibrary.LoadProblem(model, tours.Count, slots, starts, indices, Filled(indices.Length, 1), new double[tours.Count],
            Filled(tours.Count, problem.Required.Max()), [.. tours.Select(tour => (double)tour.Cost)],
            [.. problem.Required.Select(need => (double)need)], Filled(slots, double.MaxValue));
        for (var tour = 0; tour < tours.Count; tour++) CbcLibrary.SetInteger(model, tour);
    }

    static int[]? Counts(IntPtr model, CoveringProblem problem)
    {
        var solution = CbcLibrary.BestSolution(model);
        if (solution == IntPtr.Zero) return null;
        var values = new double[problem.Tours.Count];
        Marshal.Copy(solution, values, 0, values.Length);
        return [.. values.Select(value => (int)Math.Round(value))];
    }

    static double[] Filled(int length, double value)
    {
        var filled = new double[length];
        Array.Fill(filled, value);
        return filled;
    }
}
