namespace Centrala.Core.Workforce.Schedules;

/// <summary>Why a roster cannot be better, in words: what it breaks, and where people are missing.</summary>
public static class Conflicts
{
    /// <summary>What a roster that is not feasible breaks, the people who are too few on some day first.</summary>
    public static IReadOnlyList<string> Of(SchedulingProblem problem, Roster roster) =>
    [
        .. Shortages(problem, roster),
        .. RosterCheck.Judge(problem, roster).Violations.Select(broken =>
            $"{broken.Employee}{(broken.Day is { } day ? $", day {day}" : "")}: {broken.Says} ({broken.Rule})"),
    ];

    /// <summary>Lines of cover that miss people, and how many could be there at the very most.</summary>
    public static IReadOnlyList<string> Shortages(SchedulingProblem problem, Roster roster) =>
    [
        .. from line in problem.Cover
           let present = RosterCheck.Present(problem, roster, line)
           where present < line.Required
           let able = problem.Staff.Count(employee => CanHelp(employee, line))
           select $"{line.Name}: {line.Required - present} of {line.Required} people missing"
               + (able < line.Required ? $" (only {able} could work then at all)" : ""),
    ];

    static bool CanHelp(Employee employee, CoverLine line) => line.Groups?.Contains(employee.Group) != false
        && !employee.DaysOff.Contains(line.Day) && line.Shifts.Concat(line.ShiftsBefore ?? []).Any(shift => employee.MaxShifts[shift] > 0);
}
