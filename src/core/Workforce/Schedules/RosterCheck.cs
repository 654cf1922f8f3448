namespace Centrala.Core.Workforce.Schedules;

/// <summary>A broken rule of a roster.</summary>
/// <param name="Rule">
/// dayoff, succession, maxshifts, maxminutes, minminutes, maxconsecutive, minconsecutive, mindaysoff, maxweekends,
/// weekminutes or weekrest.
/// </param>
/// <param name="Day">The first day concerned; null where the whole horizon is.</param>
public sealed record Violation(string Employee, string Rule, int? Day, string Says)
{
    public override string ToString() => Day is { } day ? $"{Employee}:{Rule} {day}" : $"{Employee}:{Rule}";
}

/// <summary>What a roster is worth. Feasible when nothing is violated; then the smaller penalty is the better roster.</summary>
public sealed record RosterVerdict(
    IReadOnlyList<Violation> Violations, long OnRequests, long OffRequests, long UnderCover, long OverCover, long Pay = 0,
    long Unfairness = 0)
{
    public long Penalty => OnRequests + OffRequests + UnderCover + OverCover + Pay + Unfairness;
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
            covers.Where(cover => cover.Present > cover.line.Required).Sum(cover => cover.line.Cost(cover.Present)),
            Worked(problem, roster).Sum(one => (long)(problem.Staff[one.Employee].Pay?[one.Shift] ?? 0)),
            problem.FairnessWeight * Burdens(problem, roster).Sum(burden => burden * burden));
    }

    /// <summary>By person: missed wishes and the burden of the shifts worked.</summary>
    public static IReadOnlyList<long> Burdens(SchedulingProblem problem, Roster roster)
    {
        var burdens = new long[problem.Staff.Count];
        foreach (var request in problem.Requests)
            if (roster[request.Employee, request.Day] == request.Shift != request.On) burdens[request.Employee] += request.Weight;
        foreach (var (employee, shift) in Worked(problem, roster)) burdens[employee] += problem.Shifts[shift].Burden;
        return burdens;
    }

    static IEnumerable<(int Employee, int Shift)> Worked(SchedulingProblem problem, Roster roster) =>
        from employee in Enumerable.Range(0, problem.Staff.Count)
        from day in Enumerable.Range(0, problem.Days)
        let shift = roster[employee, day]
        where shift != Roster.Off
        select (employee, shift);

    /// <summary>How many people count towards a line.</summary>
    public static int Present(SchedulingProblem problem, Roster roster, CoverLine line) =>
        Enumerable.Range(0, problem.Staff.Count).Count(employee =>
            line.Groups?.Contains(problem.Staff[employee].Group) != false
            && (line.Shifts.Contains(roster[employee, line.Day])
                || line.Day > 0 && line.ShiftsBefore?.Contains(roster[employee, line.Day - 1]) == true));

    static IEnumerable<Violation> Violations(SchedulingProblem problem, Employee employee, int[] days) =>
    [
        .. Assignments(problem, employee, days),
        .. Totals(problem, employee, days),
        .. Stretches(employee, days),
        .. employee.Week is { } rules ? Weeks(problem, employee, rules, days) : [],
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

    static IEnumerable<Violation> Weeks(SchedulingProblem problem, Employee employee, WeekRules rules, int[] days)
    {
        for (var monday = 0; monday < days.Length; monday += 7)
        {
            var week = days[monday..Math.Min(days.Length, monday + 7)];
            var minutes = week.Where(shift => shift != Roster.Off).Sum(shift => problem.Shifts[shift].Minutes);
            if (minutes > rules.MaxMinutes)
                yield return new(employee.Id, "weekminutes", monday, $"{minutes} minutes in a week, at most {rules.MaxMinutes}");
            if (week.Length == 7 && !Rests(problem, days, rules.RestMinutes).Contains(monday / 7))
                yield return new(employee.Id, "weekrest", monday, $"no rest of {rules.RestMinutes / 60.0:0.#} hours in a week");
        }
    }

    /// <summary>The weeks that have a rest of their own.</summary>
    static IEnumerable<int> Rests(SchedulingProblem problem, int[] days, int minutes)
    {
        int[] worked = [-1, .. Enumerable.Range(0, days.Length).Where(day => days[day] != Roster.Off), days.Length];
        foreach (var (before, after) in worked.Zip(worked.Skip(1)))
        {
            var rest = before < 0 || after == days.Length ? int.MaxValue
                : (after - before) * 1440 + problem.Shifts[days[after]].StartMinute - problem.Shifts[days[before]].EndMinute;
            if (after - before < 2 || rest < minutes) continue;
            for (var day = before + 1; day < after; day++)
                if (rest >= 2L * minutes || day / 7 == (before + 1) / 7) yield return day / 7;
        }
    }
}
