namespace Centrala.Core.Workforce.Schedules.Timetables;

/// <summary>What no roster at all can keep, found by counting: whose rule forbids it, when, and how many people are missing.</summary>
public static class Impossible
{
    public static IReadOnlyList<string> In(WorkPlan plan) => [.. Contracts(plan), .. Heads(plan), .. Weeks(plan)];

    /// <summary>Contracts that want more hours than days and rules leave.</summary>
    static IEnumerable<string> Contracts(WorkPlan plan)
    {
        foreach (var person in plan.Problem.Staff)
        {
            var most = Enumerable.Range(0, (plan.Problem.Days + 6) / 7).Sum(week => MostMinutes(plan, person, week));
            if (most < person.MinMinutes)
                yield return $"{person.Id}: the contract wants {Hours(person.MinMinutes)} h, and days off, weekly hours and shifts "
                    + $"leave {Hours(most)} h";
        }
    }

    /// <summary>Times at which fewer people can be there than are needed, whatever they do on other days.</summary>
    static IEnumerable<string> Heads(WorkPlan plan)
    {
        var sets = new NeedSets(plan);
        foreach (var set in sets.All.Where(set => set.IsBound))
            for (int step = 0, end; step < plan.Steps; step = end)
            {
                var (required, able) = (sets.Required(set, step), Able(plan, set, step));
                for (end = step + 1; end < plan.Steps && end % plan.StepsADay != 0 && sets.Required(set, end) == required
                    && Able(plan, set, end) == able; end++) { }
                if (able < required && sets.AllWanted(set, step))
                    yield return $"{plan.Time(step)}–{plan.ClockTime(end)} {set.Name}: {required - able} of {required} people missing "
                        + $"whatever is planned; {able} have the skill, a shift then and no day off";
            }
    }

    /// <summary>Weeks that need more hours than contracts and law allow all who have the skill.</summary>
    static IEnumerable<string> Weeks(WorkPlan plan)
    {
        var sets = new NeedSets(plan);
        foreach (var set in sets.All.Where(set => set.IsBound))
            for (var week = 0; week * 7 < plan.Problem.Days; week++)
            {
                var last = Math.Min(plan.Steps, (week + 1) * 7 * plan.StepsADay);
                var needed = Enumerable.Range(week * 7 * plan.StepsADay, last - week * 7 * plan.StepsADay)
                    .Sum(step => sets.Required(set, step)) * plan.StepMinutes;
                var able = plan.Problem.Staff.Where(person => set.Groups.Contains(person.Group)).ToArray();
                var most = able.Sum(person => MostMinutes(plan, person, week));
                if (needed <= most || able.Length == 0) continue;
                var each = Math.Max(1, most / able.Length);
                yield return $"week of {plan.Date(week * 7):yyyy-MM-dd}, {set.Name}: {Hours(needed)} h needed, and weekly hours, days off "
                    + $"and rest leave {able.Length} people {Hours(most)} h; {(needed - most + each - 1) / each} people missing";
            }
    }

    /// <summary>At most: the longest shifts on every day that is free, within the week's hours and days on end.</summary>
    static int MostMinutes(WorkPlan plan, Employee person, int week)
    {
        var days = Enumerable.Range(week * 7, Math.Min(7, plan.Problem.Days - week * 7)).Count(day => !person.DaysOff.Contains(day));
        if (person.Week is not null) days = Math.Min(days, 6);
        var longest = plan.Problem.Shifts.Where((_, shift) => person.MaxShifts[shift] > 0).Select(shift => shift.Minutes)
            .DefaultIfEmpty(0).Max();
        return Math.Min(days * longest, Math.Min(person.MaxMinutes, person.Week?.MaxMinutes ?? int.MaxValue));
    }

    static int Able(WorkPlan plan, NeedSets.Set set, int step)
    {
        var day = step / plan.StepsADay;
        return plan.Problem.Staff.Count(person => set.Groups.Contains(person.Group) && (Can(person, day) || Can(person, day - 1)));

        bool Can(Employee person, int start) => start >= 0 && !person.DaysOff.Contains(start)
            && plan.Templates.Index().Any(one => person.MaxShifts[one.Index] > 0
                && plan.StepsOf(one.Index, start) is var (from, to) && from <= step && step < to);
    }

    static string Hours(int minutes) => FormattableString.Invariant($"{minutes / 60.0:0.#}");
}
