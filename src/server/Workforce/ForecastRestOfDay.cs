using Centrala.Core.Workforce.Forecast;

namespace Centrala.Server.Workforce;

/// <summary><c>forecast --today</c>: the rest of the series' last day, from what it has brought so far.</summary>
static class ForecastRestOfDay
{
    sealed record Row(string Start, double Value, double? Low, double? High);

    sealed record Found(string Date, string Until, double Level, double Came, double Expected, IEnumerable<Row> Rest);

    public static void Print(SeriesFile file, bool json)
    {
        var (series, today) = (file.Series, file.Series.Days - 1);
        if (!series.HasDates) throw new ArgumentsException("--today wants a series with dates.");
        var known = Enumerable.Range(0, series.Slots).Last(slot => !double.IsNaN(series[today, slot])) + 1;
        if (known == series.Slots) throw new ArgumentsException($"--today: nothing is left of {file.DayText(today)}.");
        if (today < 2 * series.Week) throw new ArgumentsException("--today wants two weeks before today.");
        var forecaster = new Forecaster(series, file.Calendar);
        var rest = RestOfDay.From(forecaster, forecaster.Choose(today, 1), today, known);
        Row[] rows = [.. Enumerable.Range(known, series.Slots - known).Select(slot => RowOf(series.Starts![slot], rest.Values[slot], rest.Interval))];
        var came = rest.Values.Take(known).Sum();
        if (json)
        {
            Answer.Print(new Found(file.DayText(today), series.Starts![known - 1], ForecastText.Rounded(rest.Level),
                came, ForecastText.Rounded(rest.Values.Sum()), rows));
            return;
        }
        Console.WriteLine($"{file.DayText(today)}: {came:N0} came until {series.Starts![known - 1]}, {rest.Values.Sum():N0} are expected by the end; "
            + $"the day is held to be {rest.Level:P0} of its forecast");
        foreach (var row in rows)
            Console.WriteLine($"{row.Start,-12}{row.Value,12:N1}{(row.Low is { } low && row.High is { } high ? $"{low:N1} – {high:N1}" : ""),24}");
    }

    static Row RowOf(string start, double value, PredictionInterval? interval)
    {
        var (low, high) = interval?.Around(value) ?? (double.NaN, double.NaN);
        return new(start, ForecastText.Rounded(value), ForecastText.Rounded((double?)low), ForecastText.Rounded((double?)high));
    }
}
