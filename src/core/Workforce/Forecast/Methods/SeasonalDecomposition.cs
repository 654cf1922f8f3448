namespace Centrala.Core.Workforce.Forecast.Methods;

/// <summary>
/// Takes a series apart into a slow trend, the shape of a week (steady) and the shape of a day (that of the latest days), each by
/// local weighted means, and goes on with both shapes from the smoothed level at the end. Source: docs/sources.md#decomposition.
/// </summary>
public sealed class SeasonalDecomposition : IForecastMethod
{
    const int DaysOfShape = 11, WeeksOfShape = 26, Rounds = 2;
    const double TrendDays = 10;
    const double LevelWeight = 0.1;

    public string Name => "seasonal decomposition";

    public double[,] Forecast(Series history, int days, SpecialDays calendar)
    {
        var filled = new FilledSeries(history);
        var (values, day, week) = (filled.Values, history.Slots, filled.WeekSlots);
        if (values.Length < 2 * week) return new SameWeekdays(1).Forecast(history, days, calendar);

        var (ofDay, ofWeek) = Shapes(values, day, week);
        var level = Difference(values, ofDay, ofWeek).Aggregate((smooth, value) => smooth + LevelWeight * (value - smooth));
        return filled.Lay(days, calendar, ahead =>
            level + ofDay[values.Length - day + ahead % day] + ofWeek[values.Length - week + ahead % week]);
    }

    /// <returns>What each slot owes to the time of day and to the time of week.</returns>
    static (double[] OfDay, double[] OfWeek) Shapes(double[] values, int day, int week)
    {
        var (ofDay, ofWeek) = (new double[values.Length], new double[values.Length]);
        var trend = WholeMean(values, week);
        for (var round = 0; round < Rounds; round++)
        {
            ofWeek = Turns(Difference(values, ofDay, trend), week, WeeksOfShape);
            if (day < week) ofDay = Turns(Difference(values, ofWeek, trend), day, DaysOfShape);
            trend = CentredMean(Difference(values, ofDay, ofWeek), (int)(TrendDays * day / 2));
        }
        return (ofDay, ofWeek);
    }

    /// <summary>The mean of each slot over the turns of a cycle near it, without what a whole turn has in common.</summary>
    static double[] Turns(double[] values, int cycle, int near)
    {
        var shape = new double[values.Length];
        for (var slot = 0; slot < cycle; slot++)
        {
            var turns = (values.Length - slot + cycle - 1) / cycle;
            for (var turn = 0; turn < turns; turn++) shape[slot + turn * cycle] = LocalMean(values, slot, cycle, turns, turn, near);
        }
        return Difference(shape, WholeMean(shape, cycle), null);
    }

    /// <summary>Weighted by Cleveland's tricube over the nearest turns.</summary>
    static double LocalMean(double[] values, int slot, int cycle, int turns, int centre, int near)
    {
        var first = Math.Clamp(centre - near / 2, 0, Math.Max(0, turns - near));
        var end = Math.Min(turns, first + near);
        var reach = Math.Max(centre - first, end - 1 - centre) * Math.Max(1.0, (double)near / turns) + 1;
        var (sum, weights) = (0.0, 0.0);
        for (var turn = first; turn < end; turn++)
        {
            var distance = Math.Abs(turn - centre) / reach;
            var cube = 1 - distance * distance * distance;
            var weight = cube * cube * cube;
            sum += weight * values[slot + turn * cycle];
            weights += weight;
        }
        return sum / weights;
    }

    /// <summary>Mean over one whole cycle around each slot; at the ends, over the first and the last whole cycle.</summary>
    static double[] WholeMean(double[] values, int cycle)
    {
        var sums = Sums(values);
        var means = new double[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var first = Math.Clamp(at - cycle / 2, 0, Math.Max(0, values.Length - cycle));
            var end = Math.Min(values.Length, first + cycle);
            means[at] = (sums[end] - sums[first]) / (end - first);
        }
        return means;
    }

    static double[] CentredMean(double[] values, int half)
    {
        var sums = Sums(values);
        var means = new double[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var (first, end) = (Math.Max(0, at - half), Math.Min(values.Length, at + half + 1));
            means[at] = (sums[end] - sums[first]) / (end - first);
        }
        return means;
    }

    static double[] Sums(double[] values)
    {
        var sums = new double[values.Length + 1];
        for (var at = 0; at < values.Length; at++) sums[at + 1] = sums[at] + values[at];
        return sums;
    }

    static double[] Difference(double[] values, double[] less, double[]? andLess)
    {
        var difference = new double[values.Length];
        for (var at = 0; at < values.Length; at++) difference[at] = values[at] - less[at] - (andLess is null ? 0 : andLess[at]);
        return difference;
    }
}
