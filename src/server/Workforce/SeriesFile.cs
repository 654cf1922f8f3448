using System.Globalization;
using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Forecast;
using Centrala.Server.Organisation;

namespace Centrala.Server.Workforce;

/// <summary>A history as a planner named it, with the calendar it lives in.</summary>
/// <param name="FirstIndex">The first row's index, for a series without dates.</param>
sealed record SeriesFile(Series Series, SpecialDays Calendar, IReadOnlyList<string> Gaps, long FirstIndex)
{
    const int ValuesLeast = 20;

    /// <param name="alignedTo">For a series without dates: an index at which a day is to begin; null: it ends with the last row.</param>
    public static async Task<SeriesFile> Open(string path, Arguments arguments, long? alignedTo, CancellationToken stop)
    {
        var read = await InputFile.Read(path, SeriesText.Parse, stop);
        if (read.ByDate is { } series) return new(series, CalendarOf(arguments), GapsOf(read), 0);

        if (read.Values.Length < ValuesLeast) throw new UnreadableInputException($"{path}: at least {ValuesLeast} values were expected.");
        var cycles = Period(arguments) ?? Cycles.Find(read.Values);
        var cut = alignedTo is { } index ? (int)((read.Values.Length - (index - read.FirstIndex)) % cycles.Day) : 0;
        var laid = Cycles.Lay(read.Values.AsSpan(0, Math.Max(0, read.Values.Length - cut)), cycles);
        if (laid.Days < 2 * laid.Week) throw new UnreadableInputException($"{path}: two turns of its longest cycle were expected.");
        return new(laid, SpecialDays.None, GapsOf(read), read.FirstIndex + read.Values.Length - cut - laid.Days * laid.Slots);
    }

    static string[] GapsOf(SeriesText.Read read) => [.. read.Gaps.Select(FormattableString.Invariant)];

    /// <summary>Reads a stretch of time: 7d, 2w, 336i (slots); a bare number counts days, or slots without dates.</summary>
    /// <returns>Slots; null when it was not said.</returns>
    public int? SlotsOf(Arguments arguments, string name)
    {
        if (arguments.Text(name) is not { } text) return null;
        var unit = text.Length > 0 && char.IsLetter(text[^1]) ? text[^1] : Series.HasDates ? 'd' : 'i';
        var slots = unit switch { 'd' => Series.Slots, 'w' => Series.Slots * Series.Week, 'i' => 1, _ => 0 };
        return int.TryParse(text.TrimEnd(unit), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0 && slots > 0 && (long)count * slots <= 3660L * Series.Slots
            ? count * slots
            : throw new ArgumentsException($"--{name} wants a stretch of time like 7d, 2w or 336i (slots).");
    }

    public string DayText(int day) => Series.HasDates ? Series.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : $"{FirstIndex + (long)day * Series.Slots}";

    static (int Day, int Week)? Period(Arguments arguments)
    {
        if (arguments.Text("period") is not { } text) return null;
        int[] periods = [.. text.Split(',').Select(one =>
            int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var slots) ? slots : 0)];
        return periods switch
        {
            [> 0 and var only] => (only, 1),
            [> 0 and var day, > 0 and var week] when week % day == 0 => (day, week / day),
            _ => throw new ArgumentsException("--period wants one or two numbers of slots, like 48,336; the second a multiple of the first."),
        };
    }

    static SpecialDays CalendarOf(Arguments arguments)
    {
        var holidays = new Dictionary<int, string>();
        if (arguments.Text("country") is { } country)
        {
            if (!PublicHoliday.Countries.Contains(country))
                throw new ArgumentsException($"--country wants one of {string.Join(", ", PublicHoliday.Countries)}.");
            for (var year = PublicHoliday.FirstYear; year <= PublicHoliday.LastYear; year++)
                foreach (var day in PublicHoliday.Of(country, year) ?? []) holidays.TryAdd(day.Date.DayNumber, day.Name);
        }
        return new(holidays, (arguments.Text("closed") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Closed).ToHashSet());
    }

    static int Closed(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.DayNumber
        : throw new ArgumentsException($"--closed: \"{text}\" should be a date like 2026-11-30.");
}
