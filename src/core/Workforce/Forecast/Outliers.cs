namespace Centrala.Core.Workforce.Forecast;

/// <summary>Something that came unlike what usually comes.</summary>
/// <param name="Slot">Null for a whole day.</param>
/// <param name="Expected">What the nearest same weekdays suggest.</param>
public sealed record Outlier(int Day, int? Slot, double Came, double Expected);

/// <summary>
/// Finds days and slots that stand out. They are shown, not removed: a campaign or a breakdown is for people to judge.
/// </summary>
public static class Outliers
{
    public const int Most = 50;
    const int Neighbours = 8;
    const double DayDeviations = 4, SlotDeviations = 6;

    /// <summary>Below this share a day is not worth a word, however steady the others are.</summary>
    const double DayShare = 0.2;
    const double SlotNoise = 0.1;

    /// <summary>Half of what is normal lies within this many standard deviations.</summary>
    const double MedianDeviation = 0.6745;

    public static IReadOnlyList<Outlier> Find(Series series) =>
        [.. Days(series).Concat(SlotsOf(series)).OrderBy(one => one.Day).Take(Most)];

    static IEnumerable<Outlier> Days(Series series)
    {
        if (series.Slots == 1) yield break;
        var days = Enumerable.Range(0, series.Days).Where(day => series.Total(day) > 0)
            .Select(day => (Day: day, Came: series.Total(day), Expected: Middle(Near(series, day).Select(series.Total)))).ToArray();
        var deviation = Middle(days.Select(day => Math.Abs(Math.Log(day.Came / day.Expected)))) / MedianDeviation;
        foreach (var day in days)
            if (Math.Abs(Math.Log(day.Came / day.Expected)) > DayDeviations * deviation
                && Math.Abs(day.Came - day.Expected) > DayShare * day.Expected) yield return new(day.Day, null, day.Came, day.Expected);
    }

    static IEnumerable<Outlier> SlotsOf(Series series)
    {
        for (var day = 0; day < series.Days; day++)
        {
            var total = series.Total(day);
            var near = Near(series, day).Where(one => series.Total(one) > 0).ToArray();
            if (total <= 0 || near.Length < Neighbours / 2) continue;
            for (var slot = 0; slot < series.Slots; slot++)
            {
                var shares = near.Where(one => !double.IsNaN(series[one, slot])).Select(one => series[one, slot] / series.Total(one));
                var expected = total * Middle(shares);
                var unit = Math.Sqrt(1 + expected + SlotNoise * SlotNoise * expected * expected);
                if (Math.Abs(series[day, slot] - expected) > SlotDeviations * unit) yield return new(day, slot, series[day, slot], expected);
            }
        }
    }

    static IEnumerable<int> Near(Series series, int day) => Enumerable.Range(1, Neighbours)
        .SelectMany(turn => new[] { day - turn * series.Week, day + turn * series.Week })
        .Where(other => other >= 0 && other < series.Days && series.IsOpen(other)).Take(Neighbours);

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
