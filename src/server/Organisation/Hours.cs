using System.Globalization;

namespace Centrala.Server.Organisation;

/// <summary>Opening hours as people write and the interface carries them.</summary>
/// <param name="Monday">Periods like <c>08:00-16:30</c>; <c>24:00</c> is the end of the day. None: closed.</param>
/// <param name="Exceptions">Days that differ: holidays have no periods.</param>
public sealed record Hours(
    IReadOnlyList<string> Monday, IReadOnlyList<string> Tuesday, IReadOnlyList<string> Wednesday,
    IReadOnlyList<string> Thursday, IReadOnlyList<string> Friday, IReadOnlyList<string> Saturday,
    IReadOnlyList<string> Sunday, IReadOnlyList<Hours.Exception> Exceptions)
{
    public const int PeriodsADayMax = 12;
    public const int ExceptionsMax = 500;

    /// <param name="Name">What people call the day.</param>
    public sealed record Exception(DateOnly Date, string Name, IReadOnlyList<string> Periods);

    /// <returns>Null when something is wrong, which <paramref name="faults"/> then says.</returns>
    public OpeningCalendar? Calendar(string timeZone, Faults faults)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            faults.Add("timeZone", Say($"There is no time zone “{timeZone}”. Use a name like Europe/Warsaw."));
            return null;
        }
        var before = faults.Count;
        var week = Week.Select(day => Periods(day.Periods, "hours." + day.Name, faults)).ToList();
        if (Exceptions.Count > ExceptionsMax) faults.Add("hours.exceptions", Say($"At most {ExceptionsMax} days can differ."));
        var exceptions = new Dictionary<DateOnly, IReadOnlyList<OpeningPeriod>>();
        foreach (var exception in Exceptions.Take(ExceptionsMax))
        {
            var field = $"hours.exceptions.{exception.Date:yyyy-MM-dd}";
            if (!exceptions.TryAdd(exception.Date, Periods(exception.Periods, field, faults)))
                faults.Add(field, Say($"The day stands in the list twice."));
        }
        return faults.Count == before ? new OpeningCalendar(zone, week, exceptions) : null;
    }

    IReadOnlyList<(string Name, IReadOnlyList<string> Periods)> Week =>
    [
        ("sunday", Sunday), ("monday", Monday), ("tuesday", Tuesday), ("wednesday", Wednesday), ("thursday", Thursday),
        ("friday", Friday), ("saturday", Saturday),
    ];

    static IReadOnlyList<OpeningPeriod> Periods(IReadOnlyList<string> texts, string field, Faults faults)
    {
        if (texts.Count > PeriodsADayMax) faults.Add(field, Say($"A day has at most {PeriodsADayMax} periods."));
        var periods = new List<OpeningPeriod>();
        foreach (var text in texts.Take(PeriodsADayMax))
        {
            if (Period(text) is not { } period) faults.Add(field, Say($"“{text}” is not a period like 08:00-16:30."));
            else if (periods.Count > 0 && period.OpensMinute < periods[^1].ClosesMinute)
                faults.Add(field, Say($"“{text}” begins before the period in front of it ends."));
            else periods.Add(period);
        }
        return periods;
    }

    static OpeningPeriod? Period(string text) =>
        text.Split('-') is [var opens, var closes] && Minute(opens) is { } from && Minute(closes) is { } to && from < to
            ? new OpeningPeriod(from, to)
            : null;

    static int? Minute(string text) =>
        text is [>= '0' and <= '2', >= '0' and <= '9', ':', >= '0' and <= '5', >= '0' and <= '9']
        && int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60
            + int.Parse(text.AsSpan(3), CultureInfo.InvariantCulture) is <= 1440 and var minute
            ? minute
            : null;
}
