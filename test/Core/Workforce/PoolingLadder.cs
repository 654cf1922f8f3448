using Centrala.Core.Routing;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Core.Tests.Workforce;

/// <summary>
/// Resource pooling: six classes, 90 agents, 30 waiting places in all, ten minutes a contact, 82.5 erlangs; each agent
/// has his primary skill and up to five more. Idle agents with the class as their primary skill are asked first.
/// </summary>
static class PoolingLadder
{
    const int Classes = 6;
    const int PerPrimary = 15;
    const double PerHour = 82.5 * 6 / Classes;

    public static Scenario WithSkills(int skills, double hours)
    {
        var groups = Enumerable.Range(0, Classes).SelectMany(primary => Pools(primary, skills)).ToArray();
        return FloorPlans.Of(hours, groups, [.. Enumerable.Range(0, Classes).Select(one => Class(one, groups))]) with
        {
            SharedPlaces = [new([.. Enumerable.Range(0, Classes)], 30)],
        };
    }

    /// <summary>With two skills all thirty ordered pairs, three agents each.</summary>
    static IEnumerable<StaffGroup> Pools(int primary, int skills) => skills switch
    {
        2 => Enumerable.Range(1, Classes - 1)
            .Select(other => Pool(primary, PerPrimary / (Classes - 1), [primary, (primary + other) % Classes])),
        _ => [Pool(primary, PerPrimary, [.. Enumerable.Range(0, skills).Select(other => (primary + other) % Classes)])],
    };

    static StaffGroup Pool(int primary, int agents, int[] skills) =>
        FloorPlans.Pool(agents, skills) with { Name = $"primary {primary + 1}, {string.Join('+', skills)}" };

    static QueuePlan Class(int one, StaffGroup[] groups) => FloorPlans.Class(one, PerHour, null, 30) with
    {
        HandleTime = Duration.Exponential(TimeSpan.FromSeconds(600)),
        SlopeMilli = 1_000,
        Selection = Selection.Random,
        PrefersGroups =
        [
            .. Enumerable.Range(0, groups.Length)
                .Where(group => groups[group].Name.StartsWith($"primary {one + 1},", StringComparison.Ordinal)),
        ],
    };
}
