using System.Globalization;
using Centrala.Core.Workforce.Forecast;

namespace Centrala.Server.Workforce;

/// <summary>The command <c>forecast</c>: what will come, by the method that would have been least wrong so far.</summary>
static class ForecastSeries
{
    const string Help = """
        centrala forecast SERIES.csv [--horizon 7d] [--json]
            Says what will come, with 80 % intervals, and what stood out in the past.
        centrala forecast SERIES.csv --backtest [--from 2026-09-28] [--step 7d] [--horizon 7d] [--json]
            Forecasts from one origin after the other as if the rest were not known, and says how wrong each method was.

        SERIES     a heading, then rows of date,start,value (2026-11-30,09:30,118) or of index,value
        --horizon  how far: 7d (days), 2w (weeks) or 336i (slots); a bare number is days, or slots without dates (a week)
        --from     the first origin: a date, or an index (four weeks before the end)
        --step     from one origin to the next (a week)
        --country  whose public holidays hold: ES, FR, GB, PL, PT, TR (2024 to 2029, moveable feasts included)
        --closed   days known to be closed: 2026-12-24,2026-12-31
        --period   slots in a day and in a week, for a series without dates: 48,336 (found)

        Examples:
          centrala forecast calls.csv --horizon 4w --country PL --json
          centrala forecast calls.csv --backtest --from 2026-09-28 --step 7d --horizon 7d
          centrala forecast demand.csv --backtest --from 3361 --step 336 --horizon 336 --json
        """;

    public static async Task<int> Run(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(said, ["horizon", "from", "step", "country", "closed", "period"], ["json", "backtest"]);
        if (arguments.Has("help"))
        {
            Console.WriteLine(Help);
            return 0;
        }
        if (arguments.Files is not [var path]) throw new ArgumentsException("forecast wants one SERIES.csv (see --help).");
        if (!arguments.Has("backtest") && (arguments.Has("from") || arguments.Has("step")))
            throw new ArgumentsException("--from and --step belong to --backtest.");

        var index = long.TryParse(arguments.Text("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : (long?)null;
        var file = await SeriesFile.Open(path, arguments, index, stop);
        var slots = file.SlotsOf(arguments, "horizon") ?? file.Series.Slots * file.Series.Week;
        if (!arguments.Has("backtest"))
        {
            ForecastText.Print(file, Ahead(file, slots), arguments.Has("json"));
            return 0;
        }
        var origins = Origins(file, arguments, index);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        BackTestText.Print(file, Test(file, origins, slots, stop), slots, clock.Elapsed, arguments.Has("json"));
        return 0;
    }

    static ForecastText.Ahead Ahead(SeriesFile file, int slots)
    {
        var days = (slots + file.Series.Slots - 1) / file.Series.Slots;
        var (forecaster, origin) = (new Forecaster(file.Series, file.Calendar), file.Series.Days);
        var choice = forecaster.Choose(origin, days);
        var interval = PredictionInterval.From(
            forecaster.Pairs(choice, forecaster.EarlierOrigins(origin, days), days, origin), BackTest.Share);
        return new(choice, forecaster.Forecast(choice, origin, days), interval, slots, Outliers.Find(file.Series),
            [.. Forecaster.Methods.Index().Select(pair => (pair.Item.Name, forecaster.Past(pair.Index, origin, days)))]);
    }

    /// <summary>Goes from origin to origin; a stop ends it with what is known by then.</summary>
    static BackTestResult Test(SeriesFile file, IReadOnlyList<int> origins, int slots, CancellationToken stop)
    {
        var test = new BackTest(new(file.Series, file.Calendar), (slots + file.Series.Slots - 1) / file.Series.Slots, slots);
        var told = System.Diagnostics.Stopwatch.StartNew();
        foreach (var (done, origin) in origins.Index())
        {
            if (stop.IsCancellationRequested) break;
            test.Step(origin);
            if (told.Elapsed < TimeSpan.FromSeconds(1)) continue;
            Console.Error.WriteLine($"origin {done + 1} of {origins.Count}");
            told.Restart();
        }
        return test.Result();
    }

    static List<int> Origins(SeriesFile file, Arguments arguments, long? index)
    {
        var series = file.Series;
        var step = file.SlotsOf(arguments, "step") ?? series.Slots * series.Week;
        if (step % series.Slots != 0) throw new ArgumentsException($"--step should be whole days of {series.Slots} slots.");
        var first = !arguments.Has("from") ? series.Days - 4 * series.Week
            : series.HasDates ? arguments.Date("from")!.Value.DayNumber - series.FirstDay
            : index is { } row ? (int)((row - file.FirstIndex) / series.Slots)
            : throw new ArgumentsException("--from wants an index, as in the series.");
        if (first < series.Week || first >= series.Days)
            throw new ArgumentsException("--from should leave a week before it and something after it: "
                + $"from {file.DayText(series.Week)} to {file.DayText(series.Days - 1)}.");
        List<int> origins = [];
        for (var origin = first; origin < series.Days; origin += step / series.Slots) origins.Add(origin);
        return origins;
    }
}
