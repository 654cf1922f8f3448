using System.Numerics;

namespace Centrala.Core.Workforce.Schedules.Timetables;

/// <summary>
/// Needs that share people. Nobody serves two skills at once, so all needs are kept exactly when for each set of them enough
/// people are there who have any of its skills (Hall); the largest lack is how many are missing.
/// </summary>
sealed class NeedSets
{
    readonly WorkPlan plan;

    /// <param name="Needs">A bit a need.</param>
    /// <param name="Family">Needs of different families have nobody in common.</param>
    /// <param name="IsFamily">It is all of its family.</param>
    /// <param name="IsBound">It does not fall apart into sets without common people.</param>
    /// <param name="Groups">Who has any of the skills.</param>
    public sealed record Set(string Name, int Needs, int Family, bool IsFamily, bool IsBound, IReadOnlySet<int> Groups);

    public NeedSets(WorkPlan plan)
    {
        this.plan = plan;
        var count = plan.Needs.Count;
        var families = Families((1 << count) - 1);
        All =
        [
            .. from needs in Enumerable.Range(1, Math.Max(0, (1 << count) - 1))
               let family = families.FindIndex(family => (needs & ~family) == 0)
               where family >= 0
               select new Set(
                   string.Join(" or ", In(needs).Select(need => plan.Needs[need].Name)), needs, family, needs == families[family],
                   Families(needs).Count == 1, In(needs).SelectMany(need => plan.Needs[need].Groups).ToHashSet()),
        ];
        FamilyCount = families.Count;
    }

    public IReadOnlyList<Set> All { get; }

    public int FamilyCount { get; }

    public int Required(Set set, int step) => In(set.Needs).Sum(need => plan.Needs[need].People[step]);

    /// <summary>Whether each of the set's needs wants somebody then.</summary>
    public bool AllWanted(Set set, int step) => In(set.Needs).All(need => plan.Needs[need].People[step] > 0);

    /// <summary>Falls apart into those that share people, directly or by others.</summary>
    List<int> Families(int needs)
    {
        List<int> families = [];
        while (needs != 0)
        {
            var family = needs & -needs;
            for (var before = 0; before != family;)
            {
                before = family;
                foreach (var need in In(needs & ~family))
                    if (In(family).Any(other => plan.Needs[other].Groups.Overlaps(plan.Needs[need].Groups))) family |= 1 << need;
            }
            families.Add(family);
            needs &= ~family;
        }
        return families;
    }

    static IEnumerable<int> In(int needs)
    {
        for (; needs != 0; needs &= needs - 1) yield return BitOperations.TrailingZeroCount(needs);
    }
}
