namespace Centrala.Core.Workforce.Schedules.Covering;

/// <summary>
/// The cheapest cover, proven: fractions of people give a bound, a tour that comes out as a fraction is tried with fewer and with
/// more people, and what cannot be cheaper than the best known answer is left out.
/// </summary>
public sealed class BranchAndBound
{
    /// <summary>Slots × tours: beyond it the tableau is too large to be worked through.</summary>
    public const int CellsMax = 1_000_000;

    const double Whole = 1e-6;

    readonly CoveringProblem problem;
    readonly Relaxation root;
    readonly Stack<Branch> open = [];
    readonly int step;

    /// <param name="Limits">From the root down to it.</param>
    sealed record Branch(IReadOnlyList<(int Tour, int Count, bool IsFloor)> Limits);

    public BranchAndBound(CoveringProblem problem)
    {
        this.problem = problem;
        step = problem.CostStep;
        LowestCost = problem.LowestCost;
        root = new(problem);
        if (root.Solve(double.PositiveInfinity)) open.Push(new([]));
        LowestCost = Math.Max(LowestCost, Rounded(root.Cost));
    }

    public static bool Fits(CoveringProblem problem) => (long)problem.Required.Count * problem.Tours.Count <= CellsMax;

    /// <summary>By tour, how many; null while nothing cheaper than <see cref="CostBelow"/> was found.</summary>
    public IReadOnlyList<int>? Best { get; private set; }

    /// <summary>Only cheaper answers are looked for; whoever knows one may lower it.</summary>
    public long CostBelow { get; set; } = long.MaxValue;

    /// <summary>No answer costs less.</summary>
    public long LowestCost { get; }

    /// <summary>Nothing is cheaper than <see cref="CostBelow"/>.</summary>
    public bool IsOver => open.Count == 0 || CostBelow <= LowestCost;

    /// <summary>Follows one branch down to its end.</summary>
    public void Step(CancellationToken stop)
    {
        if (IsOver) return;
        var limits = open.Pop().Limits.ToList();
        var floor = root.Copy();
        foreach (var (tour, count, isFloor) in limits) floor.Limit(tour, count, isFloor);
        while (!stop.IsCancellationRequested && floor.Solve(CostBelow) && Rounded(floor.Cost) < CostBelow)
        {
            var counts = floor.Counts(problem.Tours.Count);
            Offer([.. counts.Select(count => (int)Math.Ceiling(count - Whole))]);
            var tour = MostUndecided(counts);
            if (tour < 0) return;
            var count = (int)Math.Floor(counts[tour]);
            open.Push(new([.. limits, (tour, count, false)]));
            limits.Add((tour, count + 1, true));
            floor.Limit(tour, count + 1, isFloor: true);
        }
        if (stop.IsCancellationRequested) open.Push(new(limits));
    }

    /// <summary>Takes an answer without those whom nobody misses, if it is cheaper.</summary>
    void Offer(int[] counts)
    {
        var spare = new int[problem.Required.Count];
        foreach (var (slot, need) in problem.Required.Index()) spare[slot] = -need;
        for (var tour = 0; tour < counts.Length; tour++)
            foreach (var slot in problem.Tours[tour].Slots) spare[slot] += counts[tour];
        if (spare.Any(one => one < 0)) return;
        foreach (var tour in Enumerable.Range(0, counts.Length).OrderByDescending(tour => problem.Tours[tour].Cost))
            while (counts[tour] > 0 && problem.Tours[tour].Slots.All(slot => spare[slot] > 0))
            {
                counts[tour]--;
                foreach (var slot in problem.Tours[tour].Slots) spare[slot]--;
            }
        if (problem.Cost(counts) is var cost && cost < CostBelow) (Best, CostBelow) = (counts, cost);
    }

    static int MostUndecided(double[] counts)
    {
        var (most, distance) = (-1, Whole);
        for (var tour = 0; tour < counts.Length; tour++)
            if (Math.Abs(counts[tour] - Math.Round(counts[tour])) is var off && off > distance) (most, distance) = (tour, off);
        return most;
    }

    long Rounded(double cost) => (long)Math.Ceiling((cost - Whole) / step - Whole) * step;
}
