namespace Centrala.Core.Workforce.Schedules;

/// <summary>A person who cannot work on some days after the roster was made: ill, on leave, at a training.</summary>
/// <param name="FirstDay">Counted from day 0; <paramref name="LastDay"/> is included.</param>
public sealed record Absence(int Employee, int FirstDay, int LastDay)
{
    /// <summary>
    /// The problem that is left: those days are off, what was planned on them counts as worked, and the absence may cut
    /// stretches short.
    /// </summary>
    public SchedulingProblem Apply(SchedulingProblem problem, Roster roster)
    {
        var lost = Enumerable.Range(FirstDay, LastDay - FirstDay + 1).Select(day => roster[Employee, day])
            .Where(shift => shift != Roster.Off).Sum(shift => problem.Shifts[shift].Minutes);
        var person = problem.Staff[Employee];
        var absent = person with
        {
            DaysOff = person.DaysOff.Union(Enumerable.Range(FirstDay, LastDay - FirstDay + 1)).ToHashSet(),
            MinMinutes = Math.Max(0, person.MinMinutes - lost),
            MaxMinutes = Math.Max(0, person.MaxMinutes - lost),
            MinConsecutive = 1,
            MinDaysOff = 1,
        };
        return problem with { Staff = [.. problem.Staff.Select((one, number) => number == Employee ? absent : one)] };
    }
}
