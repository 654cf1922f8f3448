namespace Centrala.Core.Workforce;

/// <summary>Poisson probabilities that keep their relative precision far from the mean.</summary>
/// <remarks>Loader's saddle-point form: docs/sources.md#loader.</remarks>
static class Poisson
{
    /// <summary>The asymptotic series of the Stirling error is exact to the last digit from here on.</summary>
    const double SeriesFrom = 16;

    /// <summary>e^-mean · mean^count ÷ Γ(count + 1).</summary>
    /// <param name="count">≥ 0; need not be whole.</param>
    /// <param name="mean">≥ 0.</param>
    public static double Probability(double count, double mean)
    {
        if (mean == 0) return count == 0 ? 1 : 0;
        if (count == 0) return Math.Exp(-mean);
        return Math.Exp(-StirlingError(count) - Deviance(count, mean)) / Math.Sqrt(2 * Math.PI * count);
    }

    /// <summary>ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π; x > 0.</summary>
    static double StirlingError(double x)
    {
        var shifted = 0.0;
        for (; x < SeriesFrom; x++) shifted += (x + 0.5) * double.LogP1(1 / x) - 1;
        var square = 1 / (x * x);
        var series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / x;
        return shifted + series;
    }

    /// <summary>x ln(x ÷ mean) + mean − x, without cancellation where the two are close.</summary>
    static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean)) return x * Math.Log(x / mean) + mean - x;
        var ratio = difference / (x + mean);
        var sum = difference * ratio;
        var term = 2 * x * ratio;
        for (var odd = 3; ; odd += 2)
        {
            term *= ratio * ratio;
            var next = sum + term / odd;
            if (next == sum) return sum;
            sum = next;
        }
    }
}
