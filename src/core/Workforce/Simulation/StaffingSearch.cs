namespace Centrala.Core.Workforce.Simulation;

/// <summary>A staffing that was tried: agents of each group more (or fewer) than the scenario has.</summary>
/// <param name="Shortfall">How much the targets are missed, added up; 0: all are met.</param>
public sealed record TriedStaffing(IReadOnlyList<int> Change, double Cost, double Shortfall, Findings Findings);

/// <summary>
/// The cheapest agents who keep the targets, as simulation sees it: first whoever helps most for his cost is added, then
/// whoever is not needed is left out, or replaced by somebody cheaper.
/// </summary>
/// <remarks>
/// Every staffing is tried with the same customers (common random numbers), so that one more agent is never worse by
/// bad luck alone. The search is a descent: it finds a staffing in which no few agents can be spared or exchanged.
/// </remarks>
/// <param name="simulate">Plays a scenario, always with the same seed and replications.</param>
public sealed class StaffingSearch(Scenario scenario, Func<Scenario, Findings> simulate)
{
    /// <summary>Together with the scenario's own.</summary>
    const int AgentsMax = 20_000;

    /// <summary>Agents of one group who are spared at once.</summary>
    const int MostSpared = 3;

    readonly Dictionary<string, TriedStaffing> tried = [];

    /// <summary>Staffings tried so far.</summary>
    public int Tries => tried.Count;

    /// <summary>The cheapest so far that keeps the targets; null while none does.</summary>
    public TriedStaffing? Best { get; private set; }

    /// <returns>Null: no number of these agents keeps the targets.</returns>
    public TriedStaffing? Find()
    {
        var best = Try(new int[scenario.Groups.Count]);
        while (best.Shortfall > 0)
        {
            if (BestAddition(best) is not { } better) return null;
            best = better;
        }

        while (BestSaving(best) is { } cheaper) best = cheaper;
        return best;
    }

    /// <summary>The scenario with so many agents more in each group, at every time; never fewer than none.</summary>
    public static Scenario With(Scenario scenario, IReadOnlyList<int> change) => scenario with
    {
        Groups = [.. scenario.Groups.Select((group, place) => group with { Count = Shifted(group.Count, change[place]) })],
    };

    static Course Shifted(Course count, int change) =>
        count with { Values = [.. count.Values.Select(value => Math.Max(0, value + change))] };

    /// <summary>Whoever takes away the most of the shortfall for his cost; several at once while much is missing.</summary>
    TriedStaffing? BestAddition(TriedStaffing now)
    {
        var step = 1 + (int)(now.Shortfall * scenario.Groups.Sum(group => group.Count.Most) / 8);
        TriedStaffing? best = null;
        var most = 0.0;
        for (var group = 0; group < scenario.Groups.Count; group++)
        {
            if (now.Change[group] + step + scenario.Groups[group].Count.Most > AgentsMax) continue;
            var added = Try(Changed(now.Change, group, step));
            var gain = (now.Shortfall - added.Shortfall) / (added.Cost - now.Cost);
            if (gain > most) (most, best) = (gain, added);
        }

        return best;
    }

    /// <summary>A few fewer of one group, perhaps with fewer or cheaper ones instead: the cheapest that suffices.</summary>
    TriedStaffing? BestSaving(TriedStaffing now)
    {
        var savings = Exchanges(now).Where(change => CostOf(change) < now.Cost - 1e-9).OrderBy(CostOf);
        foreach (var change in savings)
        {
            if (Try(change) is { Shortfall: 0 } enough) return enough;
        }

        return null;
    }

    IEnumerable<int[]> Exchanges(TriedStaffing now)
    {
        for (var group = 0; group < scenario.Groups.Count; group++)
        {
            for (var fewer = 1; fewer <= MostSpared && fewer <= scenario.Groups[group].Count.Most + now.Change[group]; fewer++)
            {
                var spared = Changed(now.Change, group, -fewer);
                yield return spared;
                for (var other = 0; other < scenario.Groups.Count; other++)
                {
                    for (var instead = 1; other != group && instead <= fewer; instead++)
                    {
                        yield return Changed(spared, other, instead);
                    }
                }
            }
        }
    }

    TriedStaffing Try(int[] change)
    {
        var key = string.Join(' ', change);
        if (tried.TryGetValue(key, out var known)) return known;
        var findings = simulate(With(scenario, change));
        var shortfall = scenario.Targets.Sum(target =>
            Math.Max(0, target.ServiceLevel - findings.Queues[target.Queue].ServiceLevel.Value));
        var now = tried[key] = new(change, CostOf(change), shortfall, findings);
        if (shortfall == 0 && (Best is null || now.Cost < Best.Cost)) Best = now;
        return now;
    }

    /// <summary>Of the whole horizon; where no cost is given, the agents' hours.</summary>
    double CostOf(int[] change)
    {
        var isFree = scenario.Groups.All(group => group.CostPerAgentHour == 0);
        return scenario.Groups.Select((group, place) =>
            Shifted(group.Count, change[place]).Values.Average() * scenario.Horizon.TotalHours
                * (isFree ? 1 : Math.Max(group.CostPerAgentHour, 1e-6))).Sum();
    }

    static int[] Changed(IReadOnlyList<int> change, int group, int by)
    {
        int[] changed = [.. change];
        changed[group] += by;
        return changed;
    }
}
