using System.Numerics;

namespace Centrala.Core.Workforce.Schedules.Search;

/// <summary>
/// How badly one person's row of days breaks the rules, in points: 0 is feasible, <see cref="Broken"/> is one day too many or
/// too few of something. Counts the same rules as <see cref="RosterCheck"/>, in one pass without allocating.
/// </summary>
/// <remarks>A cell is 0 for a day off, else the shift's number + 1.</remarks>
sealed class RowRules
{
    /// <summary>The points of one broken rule.</summary>
    public const int Broken = 10;

    readonly int values;
    readonly int[] minutes, starts, ends;
    readonly bool[] forbidden;
    readonly int meanMinutes;
    readonly Limits[] limits;
    readonly int[] worked;

    sealed record Limits(
        int MaxMinutes, int MinMinutes, int MaxConsecutive, int MinConsecutive, int MinDaysOff, int MaxWeekends, int[] MaxShifts,
        int[] Limited, WeekRules? Week);

    public RowRules(SchedulingProblem problem)
    {
        values = problem.Shifts.Count + 1;
        minutes = [0, .. problem.Shifts.Select(shift => shift.Minutes)];
        starts = [0, .. problem.Shifts.Select(shift => shift.StartMinute)];
        ends = [0, .. problem.Shifts.Select(shift => shift.EndMinute)];
        meanMinutes = Math.Max(1, (int)problem.Shifts.Average(shift => shift.Minutes));
        forbidden = new bool[values * values];
        for (var before = 1; before < values; before++)
            foreach (var after in problem.Shifts[before - 1].NeverBefore) forbidden[before * values + after + 1] = true;
        worked = new int[values];
        limits = [.. problem.Staff.Select(employee => Compile(employee, problem.Days))];
    }

    /// <param name="row">The person's days.</param>
    public int Points(int employee, ReadOnlySpan<byte> row)
    {
        var limit = limits[employee];
        Array.Clear(worked);
        int total = 0, broken = 0, weekends = 0, lastWeekend = -1, run = 0, previous = 0;
        for (var day = 0; day < row.Length; day++)
        {
            int value = row[day];
            worked[value]++;
            if (value != 0)
            {
                total += minutes[value];
                if (forbidden[previous * values + value]) broken++;
                if (day % 7 >= 5 && lastWeekend != day / 7)
                {
                    lastWeekend = day / 7;
                    weekends++;
                }
            }
            if (day > 0 && value == 0 != (previous == 0))
            {
                // A stretch ended here; one that began on the first day may be short.
                broken += Stretch(limit, previous != 0, run, inside: run < day);
                run = 0;
            }
            run++;
            previous = value;
        }
        broken += Stretch(limit, previous != 0, run, inside: false);
        broken += Math.Max(0, weekends - limit.MaxWeekends);
        foreach (var value in limit.Limited) broken += Math.Max(0, worked[value] - limit.MaxShifts[value]);
        return broken * Broken + Missing(total - limit.MaxMinutes) + Missing(limit.MinMinutes - total)
            + (limit.Week is { } week ? WeekPoints(week, row) : 0);
    }

    /// <summary>Working time by week, and the whole weeks without a rest: a bit a week.</summary>
    int WeekPoints(WeekRules rules, ReadOnlySpan<byte> row)
    {
        var (points, total, before, rested) = (0, 0, -1, 0UL);
        for (var day = 0; day <= row.Length; day++)
        {
            if (day == row.Length || day % 7 == 0)
            {
                points += Missing(total - rules.MaxMinutes);
                total = 0;
            }
            int value = day < row.Length ? row[day] : 0;
            if (value == 0 && day < row.Length) continue;
            total += minutes[value];
            var rest = before < 0 || day == row.Length ? int.MaxValue
                : (day - before) * 1440 + starts[value] - ends[row[before]];
            if (day - before > 1 && rest >= rules.RestMinutes)
                rested |= Bits((before + 1) / 7, rest / 2 >= rules.RestMinutes ? (day - 1) / 7 : (before + 1) / 7);
            before = day;
        }
        var weeks = row.Length / 7;
        return points + (weeks == 0 ? 0 : Broken * BitOperations.PopCount(Bits(0, weeks - 1) & ~rested));
    }

    static ulong Bits(int first, int last) => (ulong.MaxValue >> (63 - (last - first))) << first;

    static int Stretch(Limits limit, bool work, int length, bool inside) => work
        ? Math.Max(0, length - limit.MaxConsecutive) + (inside ? Math.Max(0, limit.MinConsecutive - length) : 0)
        : inside ? Math.Max(0, limit.MinDaysOff - length) : 0;

    int Missing(int minutes) => minutes <= 0 ? 0 : 1 + minutes * Broken / meanMinutes;

    static Limits Compile(Employee employee, int days) => new(employee.MaxMinutes, employee.MinMinutes, employee.MaxConsecutive,
        employee.MinConsecutive, employee.MinDaysOff, employee.MaxWeekends, [days, .. employee.MaxShifts],
        [.. employee.MaxShifts.Index().Where(pair => pair.Item > 0 && pair.Item < days).Select(pair => pair.Index + 1)],
        employee.Week);
}
