namespace Centrala.Core.Workforce.Forecast;

/// <summary>Finds after how many slots a series repeats itself: a short cycle, and a long one that is a multiple of it.</summary>
public static class Cycles
{
    /// <summary>A week of five-minute slots.</summary>
    public const int LongestSlots = 2016;

    /// <summary>More of a series tells no more of its cycles.</summary>
    const int ValuesLookedAt = 20_000;
    const double Telling = 0.3;

    /// <summary>As good as the best: the shorter one is taken then.</summary>
    const double Tolerance = 0.02;
    const double Doubt = 0.1;

    /// <returns>
    /// Slots in a day, and days in a week. (1, 7)-like answers are for daily values; the second is 1 where there is one cycle.
    /// </returns>
    public static (int Day, int Week) Find(ReadOnlySpan<double> values)
    {
        var known = Detrended(values.Length > ValuesLookedAt ? values[^ValuesLookedAt..] : values);
        var longest = Math.Min(LongestSlots, known.Length / 3);
        var likeness = new double[longest + 2];
        for (var lag = 1; lag < likeness.Length && lag < known.Length; lag++) likeness[lag] = Likeness(known, lag);
        var peaks = Enumerable.Range(2, Math.Max(0, longest - 1))
            .Where(lag => likeness[lag] > Telling && likeness[lag] >= likeness[lag - 1] && likeness[lag] > likeness[lag + 1]).ToArray();
        if (peaks.Length == 0) return (1, 1);

        var best = peaks.Max(lag => likeness[lag]);
        var week = peaks.First(lag => likeness[lag] >= best - Tolerance);
        var day = peaks.Where(lag => lag < week && week % lag == 0).OrderByDescending(lag => likeness[lag]).FirstOrDefault(week);
        // A week of seven days is more likely than any other division that shows hardly better.
        if (week % 7 == 0 && week > 7 && likeness[week / 7] > Math.Max(Telling, likeness[day] - Doubt)) day = week / 7;
        return (day, week / day);
    }

    /// <summary>Lays values over days so that one ends where the values end.</summary>
    public static Series Lay(ReadOnlySpan<double> values, (int Day, int Week) cycles)
    {
        var days = values.Length / cycles.Day;
        var grid = new double[days, cycles.Day];
        var skipped = values.Length - days * cycles.Day;
        for (var at = 0; at < days * cycles.Day; at++) grid[at / cycles.Day, at % cycles.Day] = values[skipped + at];
        return new(grid, 0, cycles.Week, null);
    }

    static double[] Detrended(ReadOnlySpan<double> values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
            if (!double.IsNaN(value)) (sum, count) = (sum + value, count + 1);
        var mean = count == 0 ? 0 : sum / count;
        var known = new double[values.Length];
        for (var at = 0; at < values.Length; at++) known[at] = double.IsNaN(values[at]) ? 0 : values[at] - mean;
        return known;
    }

    /// <summary>Correlation of a series with itself some slots earlier, in [−1, 1].</summary>
    static double Likeness(double[] values, int lag)
    {
        double product = 0, early = 0, late = 0;
        for (var at = lag; at < values.Length; at++)
        {
            product += values[at] * values[at - lag];
            early += values[at - lag] * values[at - lag];
            late += values[at] * values[at];
        }
        return early * late > 0 ? product / Math.Sqrt(early * late) : 0;
    }
}
