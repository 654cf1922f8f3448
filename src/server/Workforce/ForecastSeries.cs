using System.Globalization;
using Centrala.Core.Workforce;
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

        centrala forecast SERIES.csv --today [--json]
            Forecasts the rest of the last day from what it has brought so far.

        centrala forecast SIMILAR.csv --new NEW.csv [--horizon 7d] [--json]
            Forecasts a new queue with a few days of its own from a similar one's history.

        centrala forecast SERIES.csv --compare EARLIER.json [--json]
            Says how far an earlier forecast, kept as --json printed it, was off from what has come since.

        SERIES     a heading, then rows of date,start,value (2026-11-30,09:30,118) or of index,value
        --horizon  how far: 7d (days), 2w (weeks) or 336i (slots); a bare number is days, or slots without dates (a week)
        --from     the first origin: a date, or an index (four weeks before the end)
        --step     from one origin to the next (a week)
        --country  whose public holidays hold: ES, FR, GB, PL, PT, TR (2024 to 2029, moveable feasts included)
        --closed   days known to be closed: 2026-12-24,2026-12-31
        --period   slots in a day and in a week, for a series without dates: 48,336 (found)

        Examples:
          centrala forecast calls.csv --horizon 4w --country PL --json
          centrala forecast calls.csv --json > believed-on-tuesday.json
          centrala forecast calls.csv --compare believed-on-tuesday.json
          centrala forecast calls.csv --backtest --from 2026-09-28 --step 7d --horizon 7d
          centrala forecast demand.csv --backtest --from 3361 --step 336 --horizon 336 --json
        """;

    public static async Task<int> Run(string[] said, CancellationToken stop)
    {
        var arguments = new Arguments(said, ["horizon", "from", "step", "country", "closed", "period", "new", "compare"], ["json", "backtest", "today"]);
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
        if (arguments.Has("today"))
        {
            if (arguments.Has("backtest")) throw new ArgumentsException("--today and --backtest do not go together.");
            ForecastRestOfDay.Print(file, arguments.Has("json"));
            return 0;
        }
        if (arguments.Text("compare") is { } earlier)
        {
            CompareWithCame.Print(file, await InputFile.Read(earlier, CompareWithCame.Read, stop), arguments.Has("json"));
            return 0;
        }
        var slots = file.SlotsOf(arguments, "horizon") ?? file.Series.Slots * file.Series.Week;
        if (arguments.Has("backtest") && arguments.Has("new")) throw new ArgumentsException("--new and --backtest do not go together.");
        if (!arguments.Has("backtest"))
        {
            var ahead = Ahead(file, slots);
            if (arguments.Text("new") is { } ownPath) ahead = await Scaled(ahead, file, ownPath, stop);
            ForecastText.Print(file, ahead, arguments.Has("json"));
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

    /// <summary>The similar queue's forecast at the new one's level, with a band that knows how unsure the level is.</summary>
    static async Task<ForecastText.Ahead> Scaled(ForecastText.Ahead ahead, SeriesFile similar, string ownPath, CancellationToken stop)
    {
        var read = await InputFile.Read(ownPath, SeriesText.Parse, stop);
        if (read.ByDate is not { } own || !similar.Series.HasDates) throw new ArgumentsException("--new wants series with dates.");
        var like = LikeAnother.Of(own, similar.Series)
            ?? throw new UnreadableInputException($"{ownPath}: at least one slot of a day that the similar series has too was expected.");
        await Console.Error.WriteLineAsync(FormattableString.Invariant(
            $"{like.Level:F3} of the similar queue, from {like.Days} days in common, give or take {100 * like.Doubt:F0} %"));
        var values = (double[,])ahead.Values.Clone();
        for (var day = 0; day < values.GetLength(0); day++)
            for (var slot = 0; slot < values.GetLength(1); slot++) values[day, slot] *= like.Level;
        return ahead with { Values = values, Interval = ahead.Interval?.Widened(like.Doubt), Outliers = [] };
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
