using Centrala.Core.Workforce.Schedules.Search;

namespace Centrala.Core.Workforce.Schedules.Covering;

/// <summary>
/// Covers the need within a budget by annealing: single tours are replaced, added and left out until nothing is missing. Then
/// the budget falls by one step, and so on: what was found before is always a whole answer.
/// </summary>
public sealed class CoveringSearch
{
    const double Hottest = 0.3, Coldest = 0.1;

    /// <summary>Half of the replacements look for something alike: so far away in the list of tours.</summary>
    const int Near = 8;

    readonly CoveringProblem problem;
    readonly int[][] slots;
    readonly int[] missing;
    readonly List<int> chosen = [];
    readonly long lowest;
    readonly int step;
    SearchDice dice;
    int[]? best;
    long budget, cost, shortage;

    public CoveringSearch(CoveringProblem problem, ulong seed)
    {
        this.problem = problem;
        slots = [.. problem.Tours.Select(tour => tour.Slots.ToArray())];
        missing = [.. problem.Required];
        (lowest, step) = (problem.LowestCost, problem.CostStep);
        shortage = missing.Sum(one => (long)one);
        dice = new(seed);
        Begin();
    }

    public CoveringProblem Problem => problem;

    /// <summary>By tour, how many; null while nothing was found.</summary>
    public IReadOnlyList<int>? Best => best;

    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Nothing can be better, or nothing can be done.</summary>
    public bool IsOver => best is not null && BestCost <= lowest || chosen.Count == 0;

    /// <summary>Tries a number of moves.</summary>
    /// <param name="heat">From 1, hot, to 0, cold.</param>
    public void Step(int moves, double heat)
    {
        var temperature = Coldest * Math.Pow(Hottest / Coldest, heat);
        for (var move = 0; move < moves && !IsOver; move++)
        {
            Try(-temperature * Math.Log(dice.Share()));
            if (shortage == 0) Succeed();
        }
    }

    /// <summary>Adds whatever helps most for its cost, until nothing is missing or nothing helps.</summary>
    void Begin()
    {
        while (shortage > 0)
        {
            var (tour, help) = (-1, 0.0);
            for (var other = 0; other < slots.Length; other++)
            {
                var helps = slots[other].Count(slot => missing[slot] > 0) / (double)problem.Tours[other].Cost;
                if (helps > help) (tour, help) = (other, helps);
            }
            if (tour < 0) break;
            Put(tour);
        }
        if (shortage > 0) chosen.Clear();
        else Succeed();
    }

    void Succeed()
    {
        best = new int[slots.Length];
        foreach (var tour in chosen) best[tour]++;
        BestCost = cost;
        budget = cost - step;
        while (cost > budget && chosen.Count > 0) Take(dice.Below(chosen.Count));
    }

    void Try(double worse)
    {
        var added = dice.Below(slots.Length);
        if (cost + problem.Tours[added].Cost <= budget)
        {
            Put(added);
            return;
        }
        var place = dice.Below(chosen.Count);
        var taken = chosen[place];
        if (dice.Below(2) == 0) added = Math.Clamp(taken + dice.Below(2 * Near + 1) - Near, 0, slots.Length - 1);
        if (added == taken || cost - problem.Tours[taken].Cost + problem.Tours[added].Cost > budget) return;
        var before = shortage;
        Take(place);
        Put(added);
        if (shortage - before <= worse) return;
        Take(chosen.Count - 1);
        Put(taken);
    }

    void Put(int tour)
    {
        chosen.Add(tour);
        cost += problem.Tours[tour].Cost;
        foreach (var slot in slots[tour])
            if (missing[slot]-- > 0) shortage--;
    }

    void Take(int place)
    {
        var tour = chosen[place];
        (chosen[place], chosen[^1]) = (chosen[^1], chosen[place]);
        chosen.RemoveAt(chosen.Count - 1);
        cost -= problem.Tours[tour].Cost;
        foreach (var slot in slots[tour])
            if (missing[slot]++ >= 0) shortage++;
    }
}
