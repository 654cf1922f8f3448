namespace Centrala.Core.Workforce.Forecast;

/// <summary>How each method, and the choice, would have done from origin to origin.</summary>
/// <param name="Choices">What was chosen at each origin, on data before it alone.</param>
/// <param name="CoveragePct">Share of what came that lay within the choice's 80 % intervals; NaN where there were none.</param>
/// <param name="PoissonFloorPct">The WAPE that chance alone would leave.</param>
public sealed record BackTestResult(
    IReadOnlyList<(string Method, Accuracy Accuracy)> Methods,
    Accuracy Choice,
    IReadOnlyList<(int Origin, Choice Choice)> Choices,
    double CoveragePct,
    double PoissonFloorPct);

/// <summary>A rolling-origin back-test, one origin a step, so that who runs it can tell how far it is and stop it.</summary>
public sealed class BackTest(Forecaster forecaster, int days, int slots)
{
    public const double Share = 0.8;

    readonly List<(double Came, double Forecast)>[] byMethod = [.. Forecaster.Methods.Select(_ => new List<(double, double)>())];
    readonly List<(double Came, double Forecast)> together = [];
    readonly List<(double Came, double Forecast)> chosen = [];
    readonly List<(int, Choice)> choices = [];
    int inside, bounded;
    double? scale;

    /// <summary>Forecasts from one origin and compares with what came in the first slots of its horizon.</summary>
    public void Step(int origin)
    {
        var series = forecaster.Series;
        scale ??= Accuracy.NaiveError(series.Before(origin));
        for (var method = 0; method < byMethod.Length; method++)
            byMethod[method].AddRange(Compared(forecaster.Forecast(method, origin, days), origin));

        together.AddRange(Compared(forecaster.Forecast(forecaster.Ensemble(origin, days), origin, days), origin));
        var choice = forecaster.Choose(origin, days);
        choices.Add((origin, choice));
        var pairs = Compared(forecaster.Forecast(choice, origin, days), origin).ToArray();
        chosen.AddRange(pairs);
        var past = forecaster.Pairs(choice, forecaster.EarlierOrigins(origin, days), days, origin);
        if (PredictionInterval.From(past, Share) is not { } interval) return;
        bounded += pairs.Length;
        inside += pairs.Count(pair => interval.Around(pair.Forecast) is var (low, high) && pair.Came >= low && pair.Came <= high);
    }

    public BackTestResult Result() => new(
        [
            .. byMethod.Select((pairs, method) => (Forecaster.Methods[method].Name, Of(pairs))),
            (Forecaster.EnsembleName, Of(together)),
        ],
        Of(chosen), choices, 100.0 * inside / bounded,
        Accuracy.PoissonFloorPct(chosen.Select(pair => pair.Forecast)));

    Accuracy Of(List<(double Came, double Forecast)> pairs) => Accuracy.Of(pairs, scale ?? double.NaN);

    IEnumerable<(double Came, double Forecast)> Compared(double[,] forecast, int origin)
    {
        var series = forecaster.Series;
        for (var at = 0; at < slots; at++)
        {
            var (day, slot) = (at / series.Slots, at % series.Slots);
            if (origin + day < series.Days && !double.IsNaN(series[origin + day, slot]))
                yield return (series[origin + day, slot], forecast[day, slot]);
        }
    }
}
