using Centrala.Core.Workforce.Forecast;

namespace Centrala.Server.Workforce.Planning;

/// <summary>Forecasts a history in small steps, so that who waits sees how far it is and can stop it between two of them.</summary>
/// <param name="days">How far.</param>
/// <param name="like">The history is that of another queue, which a new one resembles at this level; null: its own.</param>
sealed class ForecastWork(History history, int days, LikeAnother? like = null)
{
    const int WeeksTested = 4;
    const int PastDaysShown = 56;
    const int DaysNeeded = 14;

    readonly Series series = history.Series;
    readonly Forecaster forecaster = new(history.Series, history.Calendar);

    double Level => like?.Level ?? 1;

    public IEnumerable<ForecastStep> Steps()
    {
        var origins = Enumerable.Range(1, WeeksTested).Select(week => series.Days - week * series.Week)
            .Where(origin => origin >= DaysNeeded).Order().ToArray();
        int[] needed = [.. origins.Append(series.Days).SelectMany(origin =>
            forecaster.EarlierOrigins(origin, days).Append(origin)).Distinct().Order()];
        var (done, of) = (0, needed.Length * Forecaster.Methods.Count);
        foreach (var origin in needed)
            for (var method = 0; method < Forecaster.Methods.Count; method++)
            {
                forecaster.Forecast(method, origin, days);
                yield return new(++done, of, null);
            }
        yield return new(of, of, Result(origins));
    }

    ForecastView Result(int[] origins)
    {
        var test = new BackTest(forecaster, days, days * series.Slots);
        foreach (var origin in origins) test.Step(origin);
        var tested = test.Result();
        var choice = forecaster.Choose(series.Days, days);
        var ahead = Ahead(choice, series.Days, days).ToArray();
        return new(
            series.Starts!, history.SlotMinutes, choice.Name, Rounded(choice.PastWapePct),
            Accuracy.PoissonFloorPct(ahead.SelectMany(day => day.Values).Select(value => value ?? 0)),
            Rounded(tested.CoveragePct), [.. Past()],
            [.. origins.SelectMany(origin => Ahead(forecaster.Choose(origin, days), origin, Math.Min(days, series.Week)))], ahead,
            Methods(tested, origins.Length), [.. Outliers.Find(series).Select(Odd)], history.Gaps, history.HandleSeconds,
            like is null ? null : new(Math.Round(like.Level, 4), Math.Round(like.Doubt, 4), like.Days));
    }

    IEnumerable<ForecastDay> Past()
    {
        for (var day = Math.Max(0, series.Days - PastDaysShown); day < series.Days; day++)
            yield return new(series.Date(day), [.. Enumerable.Range(0, series.Slots).Select(slot => Rounded(Level * series[day, slot]))], null, null);
    }

    IEnumerable<ForecastDay> Ahead(Choice choice, int origin, int shown)
    {
        var values = forecaster.Forecast(choice, origin, days);
        var interval = PredictionInterval.From(
            forecaster.Pairs(choice, forecaster.EarlierOrigins(origin, days), days, origin), BackTest.Share)?.Widened(like?.Doubt ?? 0);
        for (var day = 0; day < shown; day++)
        {
            var row = Enumerable.Range(0, series.Slots).Select(slot => Level * values[day, slot]).ToArray();
            var bounds = interval is null ? null : row.Select(interval.Around).ToArray();
            yield return new(series.Date(origin + day), [.. row.Select(value => Rounded(value))],
                bounds?.Select(one => Rounded(one.Low)).ToArray(), bounds?.Select(one => Rounded(one.High)).ToArray());
        }
    }

    static IReadOnlyList<MethodView> Methods(BackTestResult tested, int origins) => origins == 0 ? [] :
    [
        Of("", tested.Choice, true),
        .. tested.Methods.Select(one => Of(one.Method, one.Accuracy, false)).OrderBy(one => one.WapePct ?? double.MaxValue),
    ];

    static MethodView Of(string name, Accuracy accuracy, bool chosen) =>
        new(name, Rounded(accuracy.WapePct), Rounded(accuracy.SmapePct), Rounded(accuracy.Mase), chosen);

    OutlierView Odd(Outlier one) =>
        new(series.Date(one.Day), one.Slot is { } slot ? series.Starts![slot] : null, one.Came, Math.Round(one.Expected, 1));

    /// <returns>Null for what is no number: JSON has none.</returns>
    static double? Rounded(double? value) => value is { } known && double.IsFinite(known) ? Math.Round(known, 2) : null;
}
