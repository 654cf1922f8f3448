using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Forecast;
using Centrala.Server.Organisation;

namespace Centrala.Server.Workforce.Planning;

/// <summary>What came in the past, with the calendar it lived in.</summary>
/// <param name="HandleSeconds">Mean of the last weeks; null where it is not known.</param>
sealed record History(Series Series, SpecialDays Calendar, int SlotMinutes, IReadOnlyList<string> Gaps, double? HandleSeconds)
{
    /// <summary>With less, no weekday has come twice.</summary>
    public const int DaysLeast = 14;

    /// <summary>Older days say little, and cost time.</summary>
    public const int DaysMost = 3 * 366;

    /// <summary>Reads rows of <c>date,start,value</c>.</summary>
    /// <returns>Null, and a fault, when it cannot be read.</returns>
    public static History? Of(string text, SpecialDays calendar, Faults faults)
    {
        try
        {
            var read = SeriesText.Parse(text);
            if (read.ByDate is { } series) return Of(series, calendar, [.. read.Gaps.Select(gap => Sentence.Of(gap).Text)], null, faults, "text");
            faults.Add("text", Say($"Rows of date,start,value were expected."));
        }
        catch (UnreadableInputException unclear)
        {
            faults.Add("text", unclear.Line is { } line ? Say($"line {line}: {Sentence.Of(unclear.Said)}") : Sentence.Of(unclear.Said));
        }
        return null;
    }

    public static History? Of(
        Series series, SpecialDays calendar, IReadOnlyList<string> gaps, double? handleSeconds, Faults faults, string field)
    {
        if (series.Days > DaysMost) series = Latest(series);
        if (series.Days >= DaysLeast) return new(series, calendar, SlotMinutesOf(series.Starts!), gaps, handleSeconds);
        faults.Add(field, Say($"{DaysLeast} days were expected at least; there are {series.Days}."));
        return null;
    }

    /// <param name="country">Two capital letters; null: no holidays are known.</param>
    public static SpecialDays CalendarOf(string? country, Faults faults)
    {
        if (country is null) return SpecialDays.None;
        var known = string.Join(", ", PublicHoliday.Countries);
        faults.Unless(PublicHoliday.Countries.Contains(country), "country", Say($"One of {known}."));
        var holidays = new Dictionary<int, string>();
        for (var year = PublicHoliday.FirstYear; year <= PublicHoliday.LastYear; year++)
            foreach (var day in PublicHoliday.Of(country, year) ?? []) holidays.TryAdd(day.Date.DayNumber, day.Name);
        return new(holidays, new HashSet<int>());
    }

    static Series Latest(Series series)
    {
        var values = new double[DaysMost, series.Slots];
        var skipped = series.Days - DaysMost;
        Array.Copy(series.Values, skipped * series.Slots, values, 0, values.Length);
        return series with { Values = values, FirstDay = series.FirstDay + skipped };
    }

    static int SlotMinutesOf(IReadOnlyList<string> starts)
    {
        var times = starts.Select(start => TimeOnly.ParseExact(start, "HH:mm", null)).ToArray();
        return times.Zip(times.Skip(1), (one, next) => (int)(next - one).TotalMinutes).DefaultIfEmpty(1440).Min();
    }
}
