using System.Globalization;
using System.Text.Json;
using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Forecast;

namespace Centrala.Server.Workforce;

/// <summary><c>forecast --compare</c>: an earlier forecast beside what has come since.</summary>
static class CompareWithCame
{
    /// <summary>An earlier forecast, as <c>--json</c> printed it.</summary>
    public sealed record Earlier(string Method, IReadOnlyList<Said> Rows);

    public sealed record Said(int Day, string Start, double Value, double? Low, double? High);

    sealed record Day(string Date, double Forecast, double Came);

    sealed record Found(string Method, int Slots, double? WapePct, double? HeldPct, IEnumerable<Day> Days);

    /// <exception cref="UnreadableInputException">It is no such answer.</exception>
    public static Earlier Read(string text)
    {
        try
        {
            using var file = JsonDocument.Parse(text);
            return new(file.RootElement.GetProperty("method").GetString() ?? "",
                [.. file.RootElement.GetProperty("forecast").EnumerateArray().Index().Select(row => RowOf(row.Index, row.Item))]);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UnreadableInputException($"the answer of an earlier forecast --json was expected: {wrong.Message}");
        }
    }

    public static void Print(SeriesFile file, Earlier earlier, bool json)
    {
        var series = file.Series;
        if (!series.HasDates) throw new ArgumentsException("--compare wants a series with dates.");
        var pairs = earlier.Rows.Select(row => (Said: row, Came: Came(series, row))).Where(pair => pair.Came is not null)
            .Select(pair => (pair.Said, Came: pair.Came!.Value)).ToArray();
        if (pairs.Length == 0) throw new ArgumentsException("--compare: nothing of that forecast has come yet.");
        var banded = pairs.Where(pair => pair.Said is { Low: not null, High: not null }).ToArray();
        var came = pairs.Sum(pair => pair.Came);
        var found = new Found(earlier.Method, pairs.Length,
            came > 0 ? Rounded(100 * pairs.Sum(pair => Math.Abs(pair.Came - pair.Said.Value)) / came) : null,
            banded.Length > 0
                ? Rounded(100.0 * banded.Count(pair => pair.Came >= pair.Said.Low && pair.Came <= pair.Said.High) / banded.Length) : null,
            pairs.GroupBy(pair => pair.Said.Day).Select(day => new Day(file.DayText(day.Key - series.FirstDay),
                Rounded(day.Sum(pair => pair.Said.Value)), Rounded(day.Sum(pair => pair.Came)))));
        if (json)
        {
            Answer.Print(found);
            return;
        }
        Console.WriteLine($"{"day",-12}{"forecast",12}{"came",12}{"off by",12}");
        foreach (var day in found.Days) Console.WriteLine($"{day.Date,-12}{day.Forecast,12:N0}{day.Came,12:N0}{day.Came - day.Forecast,12:N0}");
        Console.WriteLine($"{found.Method}: off by {found.WapePct:N1} % over {found.Slots} slots; "
            + $"{found.HeldPct:N1} % of them came within the interval");
    }

    static Said RowOf(int number, JsonElement row)
    {
        var date = row.TryGetProperty("date", out var said) ? said.GetString() : null;
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new UnreadableInputException($"row {number + 1} of its forecast has no date.");
        return new(day.DayNumber, row.GetProperty("start").GetString() ?? "", row.GetProperty("value").GetDouble(),
            NumberOf(row, "low"), NumberOf(row, "high"));
    }

    static double? NumberOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <returns>Null where nothing is known.</returns>
    static double? Came(Series series, Said said)
    {
        var (day, slot) = (said.Day - series.FirstDay, series.Starts!.ToList().IndexOf(said.Start));
        return day >= 0 && day < series.Days && slot >= 0 && !double.IsNaN(series[day, slot]) ? series[day, slot] : null;
    }

    static double Rounded(double value) => Math.Round(value, 3);
}
