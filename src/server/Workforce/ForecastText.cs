using System.Text.Json.Serialization;
using Centrala.Core.Workforce.Forecast;

namespace Centrala.Server.Workforce;

/// <summary>Prints a forecast, for people by day, for programs by slot.</summary>
static class ForecastText
{
    /// <param name="Values">[day, slot]; the first <paramref name="Slots"/> count.</param>
    /// <param name="Interval">80 % lie within; null when too little was known.</param>
    /// <param name="Past">The WAPE of each method at earlier origins, in per cent.</param>
    public sealed record Ahead(Choice Choice, double[,] Values, PredictionInterval? Interval, int Slots,
        IReadOnlyList<Outlier> Outliers, IReadOnlyList<(string Method, double? WapePct)> Past);

    public sealed record Row(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Date,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Start,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Index,
        double Value, double? Low, double? High);

    sealed record Odd(string Day, string? Start, double Came, double Expected);

    sealed record Tried(string Method, double? WapePct);

    /// <summary>What the forecast knew.</summary>
    sealed record Seen(string From, string Until, int Days, double Sum);

    sealed record Found(Seen Seen, string Method, double? PastWapePct, double PoissonFloorPct, int SlotsADay, int DaysAWeek, double IntervalShare,
        IEnumerable<Tried> Methods, IEnumerable<Row> Forecast, IEnumerable<Odd> Outliers, IReadOnlyList<string> Gaps);

    public static void Print(SeriesFile file, Ahead ahead, bool json)
    {
        var rows = Rows(file, ahead).ToArray();
        var series = file.Series;
        var odd = ahead.Outliers.Select(one => new Odd(file.DayText(one.Day), one.Slot is { } slot ? series.Starts?[slot] ?? $"{slot}" : null,
            Rounded(one.Came), Rounded(one.Expected)));
        if (json)
        {
            Answer.Print(new Found(SeenOf(file), ahead.Choice.Name, Rounded(ahead.Choice.PastWapePct),
                Rounded(Accuracy.PoissonFloorPct(rows.Select(row => row.Value))), series.Slots, series.Week, BackTest.Share,
                ahead.Past.Select(one => new Tried(one.Method, Rounded(one.WapePct))), rows, odd, file.Gaps));
            return;
        }
        foreach (var gap in file.Gaps) Console.Error.WriteLine($"missing: {gap}");
        foreach (var one in odd) Console.Error.WriteLine($"stands out: {one.Day} {one.Start} {one.Came:N0} where {one.Expected:N0} was usual");
        Console.WriteLine($"{ahead.Choice.Name}{(ahead.Choice.PastWapePct is { } wape ? $" (was off by {wape:N1} % before)" : "")}");
        Console.WriteLine($"{"day",-12}{"sum",12}{"busiest",12}{"80 % within",24}");
        foreach (var day in rows.Chunk(series.Slots).Index())
        {
            var top = day.Item.MaxBy(row => row.Value)!;
            var within = top.Low is { } low && top.High is { } high ? $"{low:N0} – {high:N0}" : "";
            Console.WriteLine($"{file.DayText(series.Days + day.Index),-12}{day.Item.Sum(row => row.Value),12:N0}{top.Value,12:N0}{within,24}");
        }
    }

    static Seen SeenOf(SeriesFile file) => new(file.DayText(0), file.DayText(file.Series.Days - 1), file.Series.Days,
        Rounded(Enumerable.Range(0, file.Series.Days).Sum(file.Series.Total)));

    static IEnumerable<Row> Rows(SeriesFile file, Ahead ahead)
    {
        var series = file.Series;
        for (var at = 0; at < ahead.Slots; at++)
        {
            var (day, slot) = (at / series.Slots, at % series.Slots);
            var value = ahead.Values[day, slot];
            var (low, high) = ahead.Interval?.Around(value) ?? (double.NaN, double.NaN);
            yield return new(series.HasDates ? file.DayText(series.Days + day) : null, series.Starts?[slot],
                series.HasDates ? null : file.FirstIndex + (long)series.Days * series.Slots + at,
                Rounded(value), Rounded((double?)low), Rounded((double?)high));
        }
    }

    public static double Rounded(double value) => Math.Round(value, 3);

    /// <returns>Null for what is no number: JSON has none.</returns>
    public static double? Rounded(double? value) => value is { } known && double.IsFinite(known) ? Math.Round(known, 3) : null;
}
