namespace Centrala.Core.Workforce.Forecast;

/// <summary>
/// Between which bounds a value will lie with a given probability, from how far the same choice was off at earlier origins.
/// Errors are measured in units of √(f + φ²f²), chance and what beyond it grows with the volume, and then pooled.
/// </summary>
public sealed class PredictionInterval
{
    /// <summary>With fewer errors their tails say nothing.</summary>
    const int ErrorsNeeded = 40;

    readonly double spread, low, high;

    PredictionInterval(double spread, double low, double high) => (this.spread, this.low, this.high) = (spread, low, high);

    /// <param name="share">Probability of lying inside, in (0, 1).</param>
    /// <param name="past">What came, and what had been forecast.</param>
    /// <returns>Null when too little is known.</returns>
    public static PredictionInterval? From(IEnumerable<(double Came, double Forecast)> past, double share)
    {
        var pairs = past.Where(pair => pair.Forecast > 0).ToArray();
        if (pairs.Length < ErrorsNeeded) return null;
        var beyond = pairs.Sum(pair => (pair.Came - pair.Forecast) * (pair.Came - pair.Forecast) - pair.Forecast)
            / pairs.Sum(pair => pair.Forecast * pair.Forecast);
        var spread = Math.Sqrt(Math.Max(0, beyond));
        var errors = pairs.Select(pair => (pair.Came - pair.Forecast) / Unit(pair.Forecast, spread)).Order().ToArray();
        return new(spread, Quantile(errors, (1 - share) / 2), Quantile(errors, (1 + share) / 2));
    }

    public (double Low, double High) Around(double forecast) => forecast <= 0 ? (0, 0)
        : (Math.Max(0, forecast + low * Unit(forecast, spread)), Math.Max(0, forecast + high * Unit(forecast, spread)));

    /// <summary>The same where the level itself is in doubt.</summary>
    /// <param name="doubt">Relative standard error; ≥ 0.</param>
    public PredictionInterval Widened(double doubt) => new(Math.Sqrt(spread * spread + doubt * doubt), low, high);

    static double Unit(double forecast, double spread) => Math.Sqrt(forecast + spread * spread * forecast * forecast);

    static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[^1];
    }
}
