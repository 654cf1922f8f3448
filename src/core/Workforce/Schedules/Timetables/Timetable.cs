namespace Centrala.Core.Workforce.Schedules.Timetables;

/// <summary>A break or a training of one person.</summary>
/// <param name="From">Step, counted from the first midnight.</param>
/// <param name="To">The step behind it.</param>
public sealed record Activity(int Employee, int Day, string Name, int From, int To);

/// <summary>A stretch of time in which people are missing.</summary>
public sealed record Shortage(string Need, int From, int To, int Missing);

/// <summary>What everybody does in the shifts of a roster, and how well that keeps the needs.</summary>
/// <param name="Untrained">Trainings without any place, by person.</param>
public sealed record Timetable(
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<Shortage> Shortages,
    IReadOnlyList<(string Training, int Employee)> Untrained,
    double NeededHours,
    double MissingHours,
    double SurplusHours)
{
    /// <summary>Places breaks and trainings where they are missed least.</summary>
    public static Timetable Of(WorkPlan plan, Roster roster)
    {
        var days = new PlaceActivities(plan, roster);
        days.Place();
        var floor = days.Floor;
        var missing = new int[floor.Sets.FamilyCount, plan.Steps];
        var tightest = new string[floor.Sets.FamilyCount, plan.Steps];
        var (spare, needed) = (0.0, 0.0);
        foreach (var (number, set) in floor.Sets.All.Index())
            for (var step = 0; step < plan.Steps; step++)
            {
                var left = floor.Spare(number, step);
                if (set.IsFamily)
                {
                    spare += Math.Max(0, left);
                    needed += floor.Sets.Required(set, step);
                }
                if (-left <= missing[set.Family, step]) continue;
                (missing[set.Family, step], tightest[set.Family, step]) = (-left, set.Name);
            }
        return new(days.Activities, [.. Merged(missing, tightest)], days.Untrained, needed * plan.StepHours,
            missing.Cast<int>().Sum() * plan.StepHours, spare * plan.StepHours);
    }

    static IEnumerable<Shortage> Merged(int[,] missing, string[,] tightest)
    {
        for (var family = 0; family < missing.GetLength(0); family++)
            for (int step = 0, end; step < missing.GetLength(1); step = end)
            {
                for (end = step + 1; end < missing.GetLength(1) && missing[family, end] == missing[family, step]
                    && tightest[family, end] == tightest[family, step]; end++) { }
                if (missing[family, step] > 0) yield return new(tightest[family, step], step, end, missing[family, step]);
            }
    }
}
