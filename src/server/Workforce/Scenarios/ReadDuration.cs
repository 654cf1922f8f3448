using Centrala.Core.Workforce.Simulation;

namespace Centrala.Server.Workforce.Scenarios;

/// <summary>A random duration: <c>180s</c>, <c>{ exponential: 180s }</c>, <c>{ lognormal: { mean: 3m, sd: 2m } }</c>, …</summary>
static class ReadDuration
{
    public static Duration From(Entry entry)
    {
        if (!entry.IsMap) return Duration.Always(entry.Time(mayBeZero: true));
        var fields = entry.Fields("exponential", "lognormal", "gamma", "deterministic", "empirical");
        if (fields["exponential"] is { } exponential) return Duration.Exponential(exponential.Time());
        if (fields["lognormal"] is { } lognormal) return Spread(lognormal, Duration.Lognormal);
        if (fields["gamma"] is { } gamma) return Spread(gamma, Duration.Gamma);
        if (fields["deterministic"] is { } same) return Duration.Always(same.Time(mayBeZero: true));
        if (fields["empirical"] is { } values)
        {
            return Duration.OneOf([.. values.List(1).Select(value => value.Time(mayBeZero: true))]);
        }
        throw entry.Expected("exponential, lognormal, gamma, deterministic or empirical");
    }

    /// <summary>Mean and standard deviation, by name or one after the other.</summary>
    static Duration Spread(Entry entry, Func<TimeSpan, TimeSpan, Duration> make)
    {
        if (entry.IsList)
        {
            return entry.List() is [var first, var second]
                ? make(first.Time(), second.Time())
                : throw entry.Expected("a mean and a standard deviation");
        }

        var fields = entry.Fields("mean", "sd");
        return make(fields.Needed("mean").Time(), fields.Needed("sd").Time());
    }
}
