using System.Globalization;

namespace Centrala.Core.Workforce.Forecast;

/// <summary>
/// Reads a history: a heading, then rows of <c>date,start,value</c> (2026-11-30,09:30,118), or of <c>index,value</c>.
/// </summary>
public static class SeriesText
{
    public const int RowsMax = 2_000_000;
    const int GapsTold = 50;

    /// <summary>A history with what is odd about it.</summary>
    /// <param name="Values">By slot in order, for a series without dates; then <see cref="ByDate"/> is null.</param>
    /// <param name="FirstIndex">The index of the first value.</param>
    /// <param name="Gaps">What is missing, each with its row; the first fifty.</param>
    public sealed record Read(Series? ByDate, double[] Values, long FirstIndex, IReadOnlyList<FormattableString> Gaps);

    /// <exception cref="UnreadableInputException">A row means nothing, or its value is negative.</exception>
    public static Read Parse(string text)
    {
        var rows = text.Split('\n').Index().Select(line => (Number: line.Index + 1, Text: line.Item.Trim()))
            .Where(row => row.Text.Length > 0).ToArray();
        if (rows.Length < 2) throw Wrong(null, $"a heading and rows were expected.");
        if (rows.Length > RowsMax) throw Wrong(null, $"more than {RowsMax} rows.");
        return rows[0].Text.Split(',').Length switch
        {
            3 => ByDate(rows[1..]),
            2 => ByIndex(rows[1..]),
            _ => throw Wrong(rows[0].Number, $"the heading should be date,start,value or index,value."),
        };
    }

    static Read ByDate((int Number, string Text)[] rows)
    {
        var sums = new Dictionary<(int Day, TimeOnly Start), (double Sum, int Count)>();
        var previousDay = 0;
        foreach (var (number, text) in rows)
        {
            var cells = Cells(number, text, 3);
            var day = DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date.DayNumber : throw Wrong(number, $"“{cells[0]}” should be a date like 2026-11-30.");
            if (!TimeOnly.TryParseExact(cells[1], ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
                throw Wrong(number, $"“{cells[1]}” should be a time like 09:30.");
            var at = (day, start);
            if (day < previousDay) throw Wrong(number, $"{cells[0]} should not come before the row above it.");
            // An hour that comes twice when clocks go back is one slot with the mean of both.
            var known = sums.GetValueOrDefault(at);
            sums[at] = (known.Sum + Value(number, cells[2]), known.Count + 1);
            previousDay = day;
        }

        var starts = sums.Keys.Select(key => key.Start).Distinct().Order().ToArray();
        var slots = starts.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var first = sums.Keys.Min(key => key.Day);
        var values = new double[sums.Keys.Max(key => key.Day) - first + 1, starts.Length];
        Fill(values);
        foreach (var (at, value) in sums) values[at.Day - first, slots[at.Start]] = value.Sum / value.Count;
        var series = new Series(values, first, 7, [.. starts.Select(start => start.ToString("HH:mm", CultureInfo.InvariantCulture))]);
        return new(series, [], 0, [.. Gaps(series, rows)]);
    }

    static Read ByIndex((int Number, string Text)[] rows)
    {
        List<double> values = [];
        List<FormattableString> gaps = [];
        long? first = null, previous = null;
        foreach (var (number, text) in rows)
        {
            var cells = Cells(number, text, 2);
            if (!long.TryParse(cells[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
                throw Wrong(number, $"“{cells[0]}” should be a whole number, one more than in the row before.");
            var missing = previous is { } last ? index - last - 1 : 0;
            if (missing < 0) throw Wrong(number, $"{index} should be more than {previous}.");
            if (missing + values.Count > RowsMax) throw Wrong(number, $"{index} is too far from {previous}.");
            if (missing > 0) gaps.Add(Gap($"row {number}: {missing} missing before {index}"));
            for (var one = 0; one < missing; one++) values.Add(double.NaN);
            values.Add(Value(number, cells[1]));
            first ??= index;
            previous = index;
        }
        return new(null, [.. values], first ?? 0, [.. gaps.Take(GapsTold)]);
    }

    /// <summary>Weekdays that are usually open and have no rows, and slots that open days lack.</summary>
    static IEnumerable<FormattableString> Gaps(Series series, (int Number, string Text)[] rows)
    {
        var firstRows = rows.GroupBy(row => row.Text[..10]).ToDictionary(group => group.Key, group => group.First().Number);
        return Days().Take(GapsTold);

        IEnumerable<FormattableString> Days()
        {
            for (var day = 0; day < series.Days; day++)
            {
                var date = series.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (!series.IsOpen(day))
                {
                    if (series.IsUsuallyOpen(day)) yield return Gap($"row {RowAfter(day)}: {date} is missing before it");
                    continue;
                }
                for (var slot = 0; slot < series.Slots; slot++)
                    if (double.IsNaN(series[day, slot]) && series.SameDays(day).Take(1).Any(same => !double.IsNaN(series[same, slot])))
                        yield return Gap($"row {firstRows[date]}: {date} lacks {series.Starts![slot]}");
            }
        }

        int RowAfter(int day)
        {
            do day++; while (!series.IsOpen(day));
            return firstRows[series.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        }
    }

    static string[] Cells(int row, string text, int wanted) => text.Split(',') is { } cells && cells.Length == wanted
        ? [.. cells.Select(cell => cell.Trim())]
        : throw Wrong(row, $"{wanted} values were expected.");

    static double Value(int row, string text) =>
        !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)
            ? throw Wrong(row, $"“{text}” should be a number.")
            : value < 0 ? throw Wrong(row, $"{text} is negative.")
            : value;

    /// <summary>Its values stay apart, so that it can be said in other languages.</summary>
    static FormattableString Gap(FormattableString said) => said;

    static UnreadableInputException Wrong(int? row, FormattableString said) => new(row, said);

    static void Fill(double[,] values)
    {
        for (var day = 0; day < values.GetLength(0); day++)
            for (var slot = 0; slot < values.GetLength(1); slot++) values[day, slot] = double.NaN;
    }
}
