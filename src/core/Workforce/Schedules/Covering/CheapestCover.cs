namespace Centrala.Core.Workforce.Schedules.Covering;

/// <summary>
/// Looks for the cheapest cover in two ways by turns: branch and bound, which proves and soon ends on small needs, and annealing,
/// which finds good answers to large ones. What one of them finds, the other need not find again.
/// </summary>
public sealed class CheapestCover
{
    const int MovesAtOnce = 20_000;

    /// <summary>From hot to cold in so many moves; then again, twice as slowly.</summary>
    const long MovesFirstRound = 100_000;

    readonly CoveringSearch search;
    readonly BranchAndBound? tree;
    long left = MovesFirstRound, round = MovesFirstRound;

    public CheapestCover(CoveringProblem problem, ulong seed)
    {
        Problem = problem;
        search = new(problem, seed);
        if (!search.IsOver && BranchAndBound.Fits(problem)) tree = new(problem);
        LowestCost = tree?.LowestCost ?? problem.LowestCost;
    }

    public CoveringProblem Problem { get; }

    /// <summary>By tour, how many; null while nothing was found.</summary>
    public IReadOnlyList<int>? Best => tree?.Best is { } proven && Problem.Cost(proven) <= search.BestCost ? proven : search.Best;

    public long BestCost => Math.Min(search.BestCost, tree?.CostBelow ?? long.MaxValue);

    /// <summary>No answer costs less.</summary>
    public long LowestCost { get; private set; }

    /// <summary>Nothing can be better, or nothing can be done.</summary>
    public bool IsOver => search.IsOver || BestCost <= LowestCost;

    /// <summary>A turn of each, some hundredths of a second.</summary>
    public void Step(CancellationToken stop)
    {
        if (tree is not null)
        {
            tree.CostBelow = BestCost;
            tree.Step(stop);
            if (tree.IsOver) LowestCost = BestCost;
        }
        if (IsOver) return;
        if (left == 0) left = round *= 2;
        search.Step(MovesAtOnce, left / (double)round);
        left -= MovesAtOnce;
    }
}
