namespace Centrala.Core.Workforce.Schedules;

/// <summary>A broken rule of a roster.</summary>
/// <param name="Rule">
/// dayoff, succession, maxshifts, maxminutes, minminutes, maxconsecutive, minconsecutive, mindaysoff or maxweekends.
/// </param>
/// <param name="Day">The first day concerned; null where the whole horizon is.</param>
public sealed record Violation(string Employee, string Rule, int? Day, string Says)
{
    public override string ToString() => Day is { } day ? $"{Employee}:{Rule} {day}" : $"{Employee}:{Rule}";
}

/// <summary>What a roster is worth. Feasible when nothing is violated; then the smaller penalty is the better roster.</summary>
public sealed record RosterVerdict(
    IReadOnlyList<Violation> Violations, long OnRequests, long OffRequests, long UnderCover, long OverCover)
{
    public long Penalty => OnRequests + OffRequests + UnderCover + OverCover;
}

/// <summary>
/// Judges a roster rule by rule, plainly and slowly: the search has arithmetic of its own, and this is what it is held to.
/// </summary>
public static class RosterCheck
{
    public static RosterVerdict Judge(SchedulingProblem problem, Roster roster)
    {
        List<Violation> violations = [];
        for (var employee = 0; employee < problem.Staff.Count; employee++)
        {
            var days = Enumerable.Range(0, problem.Days).Select(day => roster[employee, day]).ToArray();
            violations.AddRange(Violations(problem, problem.Staff[employee], days));
        }

        bool Missed(ShiftRequest request) => roster[request.Employee, request.Day] == request.Shift != request.On;
        var missed = problem.Requests.Where(Missed).ToArray();
        var covers = problem.Cover.Select(line => (line, Present: Present(problem, roster, line))).ToArray();
        return new(violations,
            missed.Where(request => request.On).Sum(request => (long)request.Weight),
            missed.Where(request => !request.On).Sum(request => (long)request.Weight),
            covers.Where(cover => cover.Present < cover.line.Required).Sum(cover => cover.line.Cost(cover.Present)),
            covers.Where(cover => cover.Present > cover.line.Required).Sum(cover => cover.line.Cost(cover.Present)));
    }

    /// <summary>How many people count towards a line.</summary>
    public static int Present(SchedulingProblem problem, Roster roster, CoverLine line) =>
        Enumerable.Range(0, problem.Staff.Count).Count(employee =>
            line.Groups?.Contains(problem.Staff[employee].Group) != false && line.Shifts.Contains(roster[employee, line.Day]));

    static IEnumerable<Violation> Violations(SchedulingProblem problem, Employee employee, int[] days) =>
    [
        .. Assignments(problem, employee, days),
        .. Totals(problem, employee, days),
        .. Stretches(employee, days),
    ];

    static IEnumerable<Violation> Assignments(SchedulingProblem problem, Employee employee, int[] days)
    {
        for (var day = 0; day < days.Length; day++)
        {
            if (days[day] == Roster.Off) continue;
            if (employee.DaysOff.Contains(day)) yield return new(employee.Id, "dayoff", day, "works on a day off");
            if (day == 0 || days[day - 1] == Roster.Off) continue;
            var (before, now) = (problem.Shifts[days[day - 1]], problem.Shifts[days[day]]);
            if (before.NeverBefore.Contains(days[day]))
                yield return new(employee.Id, "succession", day - 1, $"{now.Id} may not follow {before.Id}");
        }
    }

    static IEnumerable<Violation> Totals(SchedulingProblem problem, Employee employee, int[] days)
    {
        var worked = days.Where(shift => shift != Roster.Off).ToArray();
        for (var shift = 0; shift < problem.Shifts.Count; shift++)
            if (worked.Count(one => one == shift) is var times && times > employee.MaxShifts[shift])
                yield return new(employee.Id, "maxshifts", null,
                    $"{problem.Shifts[shift].Id} {times} times, at most {employee.MaxShifts[shift]}");

        var minutes = worked.Sum(shift => problem.Shifts[shift].Minutes);
        if (minutes > employee.MaxMinutes)
            yield return new(employee.Id, "maxminutes", null, $"{minutes} minutes, at most {employee.MaxMinutes}");
        if (minutes < employee.MinMinutes)
            yield return new(employee.Id, "minminutes", null, $"{minutes} minutes, at least {employee.MinMinutes}");

        var weekends = Enumerable.Range(0, days.Length).Where(day => day % 7 >= 5 && days[day] != Roster.Off)
            .Select(day => day / 7).Distinct().Count();
        if (weekends > employee.MaxWeekends)
            yield return new(employee.Id, "maxweekends", null, $"{weekends} weekends, at most {employee.MaxWeekends}");
    }

    static IEnumerable<Violation> Stretches(Employee employee, int[] days)
    {
        for (int start = 0, end; start < days.Length; start = end)
        {
            var off = days[start] == Roster.Off;
            for (end = start; end < days.Length && days[end] == Roster.Off == off; end++) { }
            var (length, inside) = (end - start, start > 0 && end < days.Length);
            if (!off && length > employee.MaxConsecutive)
                yield return new(employee.Id, "maxconsecutive", start, $"{length} days on end, at most {employee.MaxConsecutive}");
            if (!off && inside && length < employee.MinConsecutive)
                yield return new(employee.Id, "minconsecutive", start, $"{length} days on end, at least {employee.MinConsecutive}");
            if (off && inside && length < employee.MinDaysOff)
                yield return new(employee.Id, "mindaysoff", start, $"{length} days off, at least {employee.MinDaysOff}");
        }
    }
}
