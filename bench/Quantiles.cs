namespace Centrala.Bench;

/// <summary>What stands where in a set of measurements.</summary>
static class Quantiles
{
    /// <param name="values">At least one.</param>
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <param name="share">0–1: the value that this share of all does not exceed.</param>
    public static double At(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));
}
