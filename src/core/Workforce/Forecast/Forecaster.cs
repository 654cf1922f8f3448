using Centrala.Core.Workforce.Forecast.Methods;

namespace Centrala.Core.Workforce.Forecast;

/// <summary>A method, or the mean of several, and how far it was off before.</summary>
/// <param name="Methods">Numbers in <see cref="Forecaster.Methods"/>.</param>
/// <param name="PastWapePct">Over earlier origins; null while there is too little history to try any.</param>
public sealed record Choice(string Name, IReadOnlyList<int> Methods, double? PastWapePct);

/// <summary>
/// Forecasts one series by several methods, and chooses among them by how they would have done at earlier origins: never by
/// anything that came at or after the origin. Keeps what it computed, since origins overlap.
/// </summary>
/// <param name="series">May reach beyond an origin; only what was before it is used for it.</param>
public sealed class Forecaster(Series series, SpecialDays calendar)
{
    /// <summary>How many earlier origins a choice looks at.</summary>
    const int OriginsTried = 8;
    const int WeeksNeeded = 3;
    const int EnsembleSize = 3;

    /// <summary>How a back-test calls the mean of the best.</summary>
    public const string EnsembleName = "mean of the three best";

    readonly Dictionary<(int Method, int Origin, int Days), double[,]> known = [];

    public static IReadOnlyList<IForecastMethod> Methods { get; } =
    [
        new SameWeekdays(1),
        new SameWeekdays(4),
        new SameWeekdays(8),
        new SameWeekdays(8, median: true),
        new CalendarRegression(),
        new DoubleSeasonalSmoothing(),
        new SeasonalDecomposition(),
    ];

    /// <summary>What is taken when there is too little history to try anything.</summary>
    static readonly Choice untried = new(Methods[1].Name, [1], null);

    public Series Series => series;

    /// <param name="origin">The first day that is forecast.</param>
    /// <returns>[day, slot].</returns>
    public double[,] Forecast(int method, int origin, int days)
    {
        if (known.TryGetValue((method, origin, days), out var forecast)) return forecast;
        return known[(method, origin, days)] = Methods[method].Forecast(series.Before(origin), days, calendar);
    }

    /// <summary>The mean of the chosen methods' forecasts.</summary>
    public double[,] Forecast(Choice choice, int origin, int days)
    {
        var mean = new double[days, series.Slots];
        foreach (var method in choice.Methods)
        {
            var one = Forecast(method, origin, days);
            for (var day = 0; day < days; day++)
                for (var slot = 0; slot < series.Slots; slot++) mean[day, slot] += one[day, slot] / choice.Methods.Count;
        }
        return mean;
    }

    /// <summary>Each method alone, and the means of the two and three best: whichever was least wrong before the origin.</summary>
    public Choice Choose(int origin, int days)
    {
        var single = Ranked(origin, days);
        return single.Concat(Enumerable.Range(2, EnsembleSize - 1).Select(count => Mean(single, count, origin, days)))
            .DefaultIfEmpty(untried).MinBy(Past)!;
    }

    /// <summary>The mean of those methods that were least wrong before the origin.</summary>
    public Choice Ensemble(int origin, int days) => Mean(Ranked(origin, days), EnsembleSize, origin, days);

    /// <summary>The least wrong first; none while there is too little history to try any.</summary>
    Choice[] Ranked(int origin, int days) => EarlierOrigins(origin, days).Count == 0 ? []
        : [.. Enumerable.Range(0, Methods.Count).Select(method => Tried(Methods[method].Name, [method], origin, days)).OrderBy(Past)];

    Choice Mean(IReadOnlyList<Choice> ranked, int count, int origin, int days) => ranked.Count == 0 ? untried : Tried(
        string.Join(" + ", ranked.Take(count).Select(one => one.Name)), [.. ranked.Take(count).SelectMany(one => one.Methods)], origin, days);

    Choice Tried(string name, IReadOnlyList<int> methods, int origin, int days)
    {
        var choice = new Choice(name, methods, 0);
        return choice with { PastWapePct = Accuracy.Of(Pairs(choice, EarlierOrigins(origin, days), days, origin), 1).WapePct };
    }

    static double Past(Choice choice) => choice.PastWapePct is { } wape && !double.IsNaN(wape) ? wape : double.MaxValue;

    /// <summary>The WAPE of one method at the origins before this one, in per cent; null without any.</summary>
    public double? Past(int method, int origin, int days) => EarlierOrigins(origin, days) is { Count: > 0 } origins
        ? Accuracy.Of(Pairs(new("", [method], null), origins, days, origin), 1).WapePct : null;

    /// <summary>What came, beside what a choice would have said, over origins; only days before <paramref name="end"/>.</summary>
    public IEnumerable<(double Came, double Forecast)> Pairs(Choice choice, IEnumerable<int> origins, int days, int end)
    {
        foreach (var origin in origins)
        {
            var forecast = Forecast(choice, origin, days);
            for (var day = 0; day < days && origin + day < end; day++)
                for (var slot = 0; slot < series.Slots; slot++)
                    if (!double.IsNaN(series[origin + day, slot])) yield return (series[origin + day, slot], forecast[day, slot]);
        }
    }

    /// <summary>Origins a week apart whose whole horizon lies before this one.</summary>
    public IReadOnlyList<int> EarlierOrigins(int origin, int days)
    {
        var step = series.Week == 1 ? days : series.Week;
        var first = series.Week == 1 ? WeeksNeeded * days : WeeksNeeded * series.Week;
        var nearest = (days + step - 1) / step;
        return [.. Enumerable.Range(nearest, OriginsTried).Select(turn => origin - turn * step).Where(earlier => earlier >= first)];
    }
}
