namespace Centrala.Core.Workforce.Forecast;

/// <summary>How far forecasts were from what came, over all slots that came.</summary>
/// <param name="Count">Slots compared.</param>
/// <param name="WapePct">Weighted absolute percentage error: Σ|came − forecast| ÷ Σ came, in per cent.</param>
/// <param name="SmapePct">Mean of 2|came − forecast| ÷ (|came| + |forecast|), in per cent; 0 where both are 0.</param>
/// <param name="Mase">Mean absolute error ÷ that of last week's value within the history; NaN without such.</param>
public sealed record Accuracy(int Count, double WapePct, double SmapePct, double Mase)
{
    /// <param name="scale">Mean absolute error of last week's value within the history (<see cref="NaiveError"/>).</param>
    public static Accuracy Of(IEnumerable<(double Came, double Forecast)> pairs, double scale)
    {
        var (count, error, came, symmetric) = (0, 0.0, 0.0, 0.0);
        foreach (var pair in pairs)
        {
            if (double.IsNaN(pair.Came)) continue;
            var off = Math.Abs(pair.Came - pair.Forecast);
            var size = Math.Abs(pair.Came) + Math.Abs(pair.Forecast);
            count++;
            error += off;
            came += pair.Came;
            symmetric += size > 0 ? 2 * off / size : 0;
        }
        return new(count, 100 * error / came, 100 * symmetric / count, error / count / scale);
    }

    /// <summary>Mean absolute difference from the same slot a week before, within a history.</summary>
    public static double NaiveError(Series history)
    {
        var (count, error) = (0, 0.0);
        for (var day = history.Week; day < history.Days; day++)
            for (var slot = 0; slot < history.Slots; slot++)
            {
                var off = Math.Abs(history[day, slot] - history[day - history.Week, slot]);
                if (double.IsNaN(off)) continue;
                count++;
                error += off;
            }
        return error / count;
    }

    /// <summary>
    /// The WAPE that remains when the rate is known exactly and contacts come by chance: E|X − λ| ≈ √(2λ/π), in per cent.
    /// </summary>
    /// <param name="rates">Contacts per slot; ≥ 0.</param>
    public static double PoissonFloorPct(IEnumerable<double> rates)
    {
        var (error, sum) = (0.0, 0.0);
        foreach (var rate in rates)
        {
            error += Math.Sqrt(2 * rate / Math.PI);
            sum += rate;
        }
        return sum > 0 ? 100 * error / sum : 0;
    }
}
