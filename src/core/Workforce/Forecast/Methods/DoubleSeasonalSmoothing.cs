namespace Centrala.Core.Workforce.Forecast.Methods;

/// <summary>
/// Holt-Winters smoothing with two cycles, a day and a week, and an autoregressive error. Source: docs/sources.md#taylor. Its
/// four weights are chosen for the smallest one-step errors within the history.
/// </summary>
public sealed class DoubleSeasonalSmoothing : IForecastMethod
{
    static readonly Weights[] tried =
    [
        .. from level in new[] { 0.001, 0.01, 0.05 }
           from day in new[] { 0.1, 0.2 }
           from week in new[] { 0.1, 0.3 }
           from error in new[] { 0.5, 0.8, 0.9, 0.95 }
           select new Weights(level, day, week, error),
    ];

    public string Name => "double-seasonal exponential smoothing";

    readonly record struct Weights(double Level, double Day, double Week, double Error);

    sealed record State(double[] Day, double[] Week)
    {
        public double Level, Error, SquaredErrors;
    }

    public double[,] Forecast(Series history, int days, SpecialDays calendar)
    {
        var filled = new FilledSeries(history);
        var values = filled.Values;
        var (weights, end) = tried.Select(one => (one, Run(values, history.Slots, filled.WeekSlots, one)))
            .MinBy(run => run.Item2.SquaredErrors);
        return filled.Lay(days, calendar, ahead => end.Level + end.Day[(values.Length + ahead) % end.Day.Length]
            + end.Week[(values.Length + ahead) % end.Week.Length] + Math.Pow(weights.Error, ahead + 1) * end.Error);
    }

    static State Run(double[] values, int day, int week, Weights weights)
    {
        var state = Begin(values, day, week);
        for (var at = 0; at < values.Length; at++)
        {
            ref var ofDay = ref state.Day[at % day];
            ref var ofWeek = ref state.Week[at % week];
            var plain = state.Level + ofDay + ofWeek;
            var off = values[at] - plain - weights.Error * state.Error;
            state.Error = values[at] - plain;
            state.Level += weights.Level * off;
            ofDay += weights.Day * off;
            ofWeek += weights.Week * off;
            // The first half only warms up.
            if (at * 2 >= values.Length) state.SquaredErrors += off * off;
        }
        return state;
    }

    /// <summary>Level and cycles from the first two weeks, or what there is of them.</summary>
    static State Begin(double[] values, int day, int week)
    {
        var known = Math.Min(values.Length, 2 * week);
        var level = values.Take(known).DefaultIfEmpty(0).Average();
        var state = new State(Means(values, known, day, _ => level), new double[week]) { Level = level };
        Means(values, known, week, at => level + state.Day[at % day]).CopyTo(state.Week, 0);
        return state;
    }

    static double[] Means(double[] values, int known, int cycle, Func<int, double> expected)
    {
        var (sums, counts) = (new double[cycle], new int[cycle]);
        for (var at = 0; at < known; at++)
        {
            sums[at % cycle] += values[at] - expected(at);
            counts[at % cycle]++;
        }
        return [.. sums.Zip(counts, (sum, count) => count == 0 ? 0 : sum / count)];
    }
}
