using System.Globalization;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>What the law of a country leaves to a planner, in minutes; agreements may be stricter, and some allow more.</summary>
/// <param name="Rest">Between two shifts.</param>
/// <param name="Shift">Working time of one day.</param>
/// <param name="Week">Working time of one week, overtime included.</param>
/// <param name="WeekRest">Without a break, once a week.</param>
/// <param name="OnEnd">Work without a break; null: not said.</param>
/// <param name="Pauses">A shift longer than the first has breaks of at least the second together.</param>
/// <param name="Source">Where it stands.</param>
sealed record LabourLaw(
    string Country, int Rest, int Shift, int Week, int WeekRest, int DaysInARow, int? OnEnd,
    IReadOnlyList<(int Over, int Least)> Pauses, string Source)
{
    /// <summary>Without a law nothing but one shift a day and the contracts' own limits holds.</summary>
    public static readonly LabourLaw None = new("none", 0, 1440, 7 * 1440, 0, 366, null, [], "");

    // Sources: docs/sources.md#working-time.
    public static IReadOnlyList<LabourLaw> All { get; } =
    [
        new("DE", Rest: 660, Shift: 600, Week: 3600, WeekRest: 2100, DaysInARow: 6, OnEnd: 360, [(360, 30), (540, 45)],
            "Arbeitszeitgesetz §§ 3, 4, 5, 9, 11"),
        new("ES", Rest: 720, Shift: 540, Week: 2400, WeekRest: 2160, DaysInARow: 6, OnEnd: null, [(360, 15)],
            "Estatuto de los Trabajadores, art. 34, 37"),
        new("FR", Rest: 660, Shift: 600, Week: 2880, WeekRest: 2100, DaysInARow: 6, OnEnd: 360, [(360, 20)],
            "Code du travail, L3121-16, L3121-18, L3121-20, L3131-1, L3132-1, L3132-2"),
        new("PL", Rest: 660, Shift: 720, Week: 2880, WeekRest: 2100, DaysInARow: 6, OnEnd: null, [(359, 15), (540, 30)],
            "Kodeks pracy, art. 131–135 (12 h a day in the equivalent system)"),
        new("PT", Rest: 660, Shift: 480, Week: 2400, WeekRest: 2100, DaysInARow: 6, OnEnd: 300, [(300, 60)],
            "Código do Trabalho, art. 203, 213, 214, 232, 233"),
        new("TR", Rest: 660, Shift: 660, Week: 2700, WeekRest: 1440, DaysInARow: 6, OnEnd: null, [(0, 15), (240, 30), (450, 60)],
            "İş Kanunu 4857, md. 46, 63, 68; Postalar Yönetmeliği md. 9"),
    ];

    /// <summary>What a shift breaks of it; null: nothing.</summary>
    public string? Forbids(Core.Workforce.Schedules.Timetables.ShiftTemplate shift)
    {
        if (shift.WorkMinutes > Shift) return $"at most {Hours(Shift)} of work a day ({Country})";
        var least = Pauses.Where(rule => shift.WorkMinutes > rule.Over).Select(rule => rule.Least).DefaultIfEmpty(0).Max();
        if (shift.Breaks.Sum(one => one.Minutes) < least)
            return $"breaks of at least {least}m in {Hours(shift.WorkMinutes)} of work ({Country})";
        return OnEnd is { } most && Longest(shift) > most
            ? $"at most {Hours(most)} without a break, wherever the breaks will lie in their windows ({Country})" : null;
    }

    /// <summary>The longest stretch of work that the windows of the breaks allow.</summary>
    static int Longest(Core.Workforce.Schedules.Timetables.ShiftTemplate shift)
    {
        var (longest, end) = (0, 0);
        foreach (var rule in shift.Breaks.OrderBy(rule => rule.EarliestMinute))
        {
            longest = Math.Max(longest, rule.LatestMinute - end);
            end = rule.EarliestMinute + rule.Minutes;
        }
        return Math.Max(longest, shift.LengthMinutes - end);
    }

    static string Hours(int minutes) => (minutes / 60.0).ToString("0.##", CultureInfo.InvariantCulture) + "h";
}
