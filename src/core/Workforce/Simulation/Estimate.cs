namespace Centrala.Core.Workforce.Simulation;

/// <summary>A figure found by several replications.</summary>
/// <param name="HalfWidth">Of the 95 % interval; null for one replication alone.</param>
public readonly record struct Estimate(double Value, double? HalfWidth)
{
    /// <summary>Standard error of <see cref="Value"/>; null as the half-width.</summary>
    public double? StandardError { get; private init; }

    /// <summary>The ratio of two counts that both vary: of all replications together.</summary>
    /// <param name="parts">By replication: counted, out of so many.</param>
    /// <returns>NaN when there was nothing to count of.</returns>
    public static Estimate Ratio(IReadOnlyList<(double Part, double Whole)> parts)
    {
        var (part, whole) = (parts.Sum(pair => pair.Part), parts.Sum(pair => pair.Whole));
        var ratio = part / whole;
        if (parts.Count < 2 || whole == 0) return new(ratio, null);
        var squares = parts.Sum(pair => Math.Pow(pair.Part - ratio * pair.Whole, 2));
        var error = Math.Sqrt(squares / (parts.Count - 1) / parts.Count) / (whole / parts.Count);
        return new(ratio, StudentQuantile(parts.Count - 1) * error) { StandardError = error };
    }

    /// <summary>Student's t for 97.5 % (docs/sources.md#student).</summary>
    static double StudentQuantile(int degrees)
    {
        if (degrees <= 4) return new[] { 12.7062, 4.3027, 3.1824, 2.7764 }[degrees - 1];
        const double Z = 1.959964;
        var (z3, z5, z7) = (Math.Pow(Z, 3), Math.Pow(Z, 5), Math.Pow(Z, 7));
        var d = (double)degrees;
        return Z + (z3 + Z) / (4 * d) + (5 * z5 + 16 * z3 + 3 * Z) / (96 * d * d)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * d * d * d);
    }
}
