namespace Centrala.Core.Workforce.Schedules.Timetables;

/// <summary>
/// A planner's weeks: dates, shifts with their breaks, needs by skill and time of day, trainings; and what a roster for them
/// has to keep and cost.
/// </summary>
/// <param name="FirstDay">A Monday.</param>
/// <param name="StepMinutes">Divides an hour; everything begins and ends on a step.</param>
/// <param name="Templates">By shift number of <paramref name="Problem"/>.</param>
public sealed record WorkPlan(
    DateOnly FirstDay,
    int StepMinutes,
    IReadOnlyList<ShiftTemplate> Templates,
    IReadOnlyList<SkillNeed> Needs,
    IReadOnlyList<Training> Trainings,
    SchedulingProblem Problem)
{
    /// <summary>Needs of different skills: each set of them is looked at.</summary>
    public const int NeedsMax = 6;

    public int StepsADay => 1440 / StepMinutes;

    public int Steps => Problem.Days * StepsADay;

    public double StepHours => StepMinutes / 60.0;

    public DateOnly Date(int day) => FirstDay.AddDays(day);

    /// <summary>Like <c>2026-11-30 09:15</c>.</summary>
    public string Time(int step) => FormattableString.Invariant($"{Date(step / StepsADay):yyyy-MM-dd} {ClockTime(step)}");

    /// <summary>Like <c>09:15</c>.</summary>
    public string ClockTime(int step)
    {
        var minute = step % StepsADay * StepMinutes;
        return FormattableString.Invariant($"{minute / 60:00}:{minute % 60:00}");
    }

    /// <summary>The steps of a shift that is worked on a day; beyond the last day they are nobody's matter.</summary>
    public (int From, int To) StepsOf(int shift, int day) => (
        day * StepsADay + Templates[shift].StartMinute / StepMinutes,
        Math.Min(Steps, day * StepsADay + Templates[shift].EndMinute / StepMinutes));
}

/// <summary>A shift as a planner describes it.</summary>
/// <param name="StartMinute">After midnight.</param>
/// <param name="LengthMinutes">From its begin to its end, breaks included.</param>
public sealed record ShiftTemplate(string Id, int StartMinute, int LengthMinutes, IReadOnlyList<BreakRule> Breaks)
{
    public int EndMinute => StartMinute + LengthMinutes;

    /// <summary>What counts as working time.</summary>
    public int WorkMinutes => LengthMinutes - Breaks.Where(one => !one.Paid).Sum(one => one.Minutes);
}

/// <summary>A break of a shift: it begins somewhere in its window, where it hurts least.</summary>
/// <param name="EarliestMinute">Of its begin, counted from the begin of the shift.</param>
/// <param name="LatestMinute">Of its begin.</param>
public sealed record BreakRule(string Name, int Minutes, bool Paid, int EarliestMinute, int LatestMinute);

/// <summary>How many people of a skill must be there, step by step.</summary>
/// <param name="Groups">Groups of staff who have the skill.</param>
/// <param name="People">By step from the first midnight.</param>
public sealed record SkillNeed(string Name, IReadOnlySet<int> Groups, IReadOnlyList<int> People);

/// <summary>Something to learn during a shift, each trainee when it is quiet.</summary>
public sealed record Training(string Name, int Minutes, IReadOnlyList<int> Trainees, int FirstDay, int LastDay);
