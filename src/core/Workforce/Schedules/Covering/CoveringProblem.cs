namespace Centrala.Core.Workforce.Schedules.Covering;

/// <summary>
/// How many of which shifts or tours are needed, before anybody has a name: every slot wants enough of them, and all together
/// should cost as little as can be.
/// </summary>
/// <param name="Required">By slot: people; ≥ 0.</param>
public sealed record CoveringProblem(IReadOnlyList<int> Required, IReadOnlyList<Tour> Tours)
{
    public const int SlotsMax = 20_000;
    public const int ToursMax = 100_000;

    /// <summary>What any answer costs at least: all work spread over the cheapest hours.</summary>
    public long LowestCost
    {
        get
        {
            var cheapest = Tours.Where(tour => tour.Slots.Count > 0)
                .Select(tour => (double)tour.Cost / tour.Slots.Count).DefaultIfEmpty(0).Min();
            var steps = (long)Math.Ceiling(Required.Sum(need => (long)need) * cheapest / CostStep - 1e-9);
            return steps * CostStep;
        }
    }

    /// <summary>Costs differ by multiples of this.</summary>
    public int CostStep => Tours.Select(tour => tour.Cost).Aggregate(0, Divisor) is var step and > 0 ? step : 1;

    /// <summary>What must be there and is not, by slot; the slots where nothing is missing left out.</summary>
    public IEnumerable<(int Slot, int Missing)> Shortages(IReadOnlyList<int> counts)
    {
        var present = new int[Required.Count];
        for (var tour = 0; tour < Tours.Count; tour++)
            foreach (var slot in Tours[tour].Slots) present[slot] += counts[tour];
        return Required.Select((need, slot) => (slot, Missing: need - present[slot])).Where(one => one.Missing > 0);
    }

    public long Cost(IReadOnlyList<int> counts) => Tours.Select((tour, number) => (long)tour.Cost * counts[number]).Sum();

    static int Divisor(int one, int other) => other == 0 ? one : Divisor(other, one % other);
}

/// <summary>A shift of a day or a pattern of a week.</summary>
/// <param name="Slots">Those in which it works.</param>
/// <param name="Cost">What one person in it costs: paid slots, or 1 to count people; ≥ 1.</param>
public sealed record Tour(string Id, IReadOnlyList<int> Slots, int Cost);
