namespace Centrala.Core.Workforce.Simulation;

/// <summary>How long something takes: the shape of a random duration.</summary>
public enum DurationShape
{
    Deterministic,
    Exponential,
    Lognormal,
    Gamma,

    /// <summary>One of the listed values, each as likely as the others.</summary>
    Empirical,
}

/// <summary>A random duration by its shape, mean and standard deviation.</summary>
public sealed class Duration
{
    readonly DurationShape shape;
    readonly double first, second;
    readonly long[] values = [];

    Duration(DurationShape shape, double first, double second = 0) =>
        (this.shape, this.first, this.second) = (shape, first, second);

    Duration(long[] values)
    {
        (shape, this.values) = (DurationShape.Empirical, values);
        Mean = TimeSpan.FromTicks((long)values.Average());
    }

    public TimeSpan Mean { get; private init; }

    /// <summary>Takes no time ever.</summary>
    public bool IsZero => shape == DurationShape.Deterministic && first == 0;

    public static Duration Always(TimeSpan time) => new(DurationShape.Deterministic, time.Ticks) { Mean = time };

    public static Duration Exponential(TimeSpan mean) => new(DurationShape.Exponential, mean.Ticks) { Mean = mean };

    /// <param name="deviation">Standard deviation; more than zero, as the mean.</param>
    public static Duration Lognormal(TimeSpan mean, TimeSpan deviation)
    {
        var relative = (double)deviation.Ticks / mean.Ticks;
        var variance = double.LogP1(relative * relative);
        return new(DurationShape.Lognormal, Math.Log(mean.Ticks) - variance / 2, Math.Sqrt(variance)) { Mean = mean };
    }

    /// <param name="deviation">Standard deviation; more than zero, as the mean.</param>
    public static Duration Gamma(TimeSpan mean, TimeSpan deviation)
    {
        var relative = (double)deviation.Ticks / mean.Ticks;
        var shape = 1 / (relative * relative);
        return new(DurationShape.Gamma, shape, mean.Ticks / shape) { Mean = mean };
    }

    public static Duration OneOf(IReadOnlyList<TimeSpan> values) => new([.. values.Select(value => value.Ticks)]);

    /// <returns>Ticks, ≥ 0.</returns>
    internal long Draw(ref RandomStream stream) => shape switch
    {
        DurationShape.Deterministic => (long)first,
        DurationShape.Exponential => (long)(stream.Exponential() * first),
        DurationShape.Lognormal => (long)Math.Exp(first + second * stream.Normal()),
        DurationShape.Gamma => (long)(stream.Gamma(first) * second),
        _ => values[(int)(stream.Share() * values.Length)],
    };
}
