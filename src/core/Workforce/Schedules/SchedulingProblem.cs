namespace Centrala.Core.Workforce.Schedules;

/// <summary>Who can work which shifts on which days, what the law and the contracts demand, and what is needed.</summary>
/// <param name="Days">Length of the horizon; day 0 is a Monday.</param>
/// <param name="Cover">What is needed; a roster is judged by how far it misses each line.</param>
/// <param name="FairnessWeight">
/// Each person's burden — missed wishes and unpopular shifts — costs its square times this; 0: it does not matter who bears it.
/// </param>
public sealed record SchedulingProblem(
    int Days,
    IReadOnlyList<ShiftType> Shifts,
    IReadOnlyList<Employee> Staff,
    IReadOnlyList<ShiftRequest> Requests,
    IReadOnlyList<CoverLine> Cover,
    int FairnessWeight = 0)
{
    public const int DaysMax = 366;
    public const int StaffMax = 10_000;
    public const int ShiftsMax = 250;
}

/// <summary>A shift as it is worked on any day.</summary>
/// <param name="Minutes">Working time that counts towards the contract.</param>
/// <param name="NeverBefore">Shifts, by number, that may not follow on the next day: the rest would be too short.</param>
/// <param name="StartMinute">After midnight of its day; matters for the weekly rest alone.</param>
/// <param name="EndMinute">After the same midnight; beyond 1440 it ends on the next day.</param>
/// <param name="Burden">How unpopular it is, in the units of the wishes' weights.</param>
public sealed record ShiftType(
    string Id, int Minutes, IReadOnlySet<int> NeverBefore, int StartMinute = 0, int EndMinute = 1440, int Burden = 0);

/// <summary>What holds in each week from Monday to Sunday.</summary>
/// <param name="MaxMinutes">Working time.</param>
/// <param name="RestMinutes">
/// One rest without work so long. It serves the week in which its first day off lies, and the next ones when it is twice as long.
/// </param>
public sealed record WeekRules(int MaxMinutes, int RestMinutes);

/// <summary>A person with the limits of the contract. Every limit is hard.</summary>
/// <param name="MaxShifts">By shift number: how often in the horizon; 0 where the person cannot work it.</param>
/// <param name="MinConsecutive">Shortest stretch of working days; stretches at either end of the horizon may be shorter.</param>
/// <param name="MinDaysOff">Shortest stretch of days off; same exemption.</param>
/// <param name="MaxWeekends">A weekend counts when its Saturday or its Sunday is worked.</param>
/// <param name="DaysOff">Days on which the person does not work at all.</param>
/// <param name="Group">People of one group count towards the same cover lines.</param>
/// <param name="Week">Null: no rule of the week holds.</param>
/// <param name="Pay">By shift number: what it costs besides when this person works it; null: nothing.</param>
public sealed record Employee(
    string Id,
    IReadOnlyList<int> MaxShifts,
    int MaxMinutes,
    int MinMinutes,
    int MaxConsecutive,
    int MinConsecutive,
    int MinDaysOff,
    int MaxWeekends,
    IReadOnlySet<int> DaysOff,
    int Group = 0,
    WeekRules? Week = null,
    IReadOnlyList<int>? Pay = null);

/// <summary>A wish to work (<paramref name="On"/>) or not to work one shift; missing it costs its weight.</summary>
public sealed record ShiftRequest(int Employee, int Day, int Shift, int Weight, bool On);

/// <summary>A stretch of time for which people are needed.</summary>
/// <param name="Shifts">By shift number: those that count, when worked on <paramref name="Day"/>.</param>
/// <param name="UnderWeight">Cost of each missing person.</param>
/// <param name="OverWeight">Cost of each person too many.</param>
/// <param name="Groups">The groups of staff that count; null: all.</param>
/// <param name="ShiftsBefore">Those that count when worked on the day before: they last beyond midnight. Null: none.</param>
public sealed record CoverLine(
    string Name, int Day, IReadOnlyList<int> Shifts, int Required, int UnderWeight, int OverWeight, IReadOnlySet<int>? Groups = null,
    IReadOnlyList<int>? ShiftsBefore = null)
{
    public long Cost(int present) => present < Required
        ? (long)(Required - present) * UnderWeight
        : (long)(present - Required) * OverWeight;
}
