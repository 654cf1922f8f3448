using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Timetables;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>Finds a roster for a planner's weeks and places breaks and trainings in it; or judges a roster of somebody else's.</summary>
static class PlanWork
{
    /// <summary>What a changed cell costs in a repair: half an hour of a missing person.</summary>
    public const int ChangeCostUsual = 50;

    /// <param name="timetableOut">File for everybody's shifts, breaks and trainings; null: none.</param>
    /// <returns>0 with a roster that breaks no rule, 1 without.</returns>
    public static int Run(WorkPlan plan, RosterOrder order, string? timetableOut, bool json, CancellationToken stop)
    {
        var impossible = Impossible.In(plan);
        foreach (var one in impossible) Console.Error.WriteLine($"impossible: {one}");
        var searched = FindRoster.Search(plan.Problem, order, stop);
        if (searched.Search.Best is not { } roster)
        {
            var nearest = searched.Search.Current;
            if (json) PlanText.PrintJson(PlanText.Of(plan, nearest, impossible) with { Search = SearchOf(searched, null, stop) });
            else
            {
                PlanText.PrintViolations(plan, nearest, Console.Error);
                Console.Error.WriteLine("No roster was found that keeps every rule; above is what the nearest one breaks.");
            }
            return 1;
        }

        var timetable = Timetable.Of(plan, roster);
        if (timetableOut is not null) KeptFile.Write(timetableOut, TimetableText.Csv(plan, roster, timetable));
        int? changes = order.Near is { } near ? roster.Differences(near) : null;
        if (json)
        {
            PlanText.PrintJson(PlanText.Of(plan, roster, impossible) with
            {
                Search = SearchOf(searched, changes, stop),
                Rows = order.Out is null ? roster.Write(plan.Problem).TrimEnd().Split('\n') : null,
            });
            return 0;
        }
        if (order.Out is null) Console.Write(roster.Write(plan.Problem));
        PlanText.Print(plan, roster, order.Out is null ? Console.Error : Console.Out);
        if (changes is not null) Console.Error.WriteLine($"{changes} cells differ from the roster it began with.");
        return 0;
    }

    public static void Check(WorkPlan plan, Roster roster, bool json)
    {
        if (json) PlanText.PrintJson(PlanText.Of(plan, roster, Impossible.In(plan)));
        else
        {
            PlanText.PrintViolations(plan, roster, Console.Out);
            PlanText.Print(plan, roster, Console.Out);
        }
    }

    static PlanText.Searched SearchOf(FindRoster.Searched searched, int? changes, CancellationToken stop) =>
        new(Math.Round(searched.Took.TotalSeconds, 2), searched.Moves, stop.IsCancellationRequested, changes);
}
