using Centrala.Core.Workforce.Forecast;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Workforce.Planning;

/// <summary>What the rest of today will bring to a queue, from what it has brought so far.</summary>
static class ShowToday
{
    /// <param name="SlotsOver">The first so many came; the rest are expected.</param>
    /// <param name="Level">What the day is held to be, relative to its forecast.</param>
    /// <param name="Usual">What was expected of each slot before the day began.</param>
    /// <param name="Low">Four in five of the rest lie between this and <paramref name="High"/>; null for what came.</param>
    public sealed record Response(
        DateOnly Date, IReadOnlyList<string> Starts, int SlotsOver, double Level, IReadOnlyList<double> Values, IReadOnlyList<double> Usual,
        IReadOnlyList<double?> Low, IReadOnlyList<double?> High);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/workforce/today", Handle).WithName("showToday").WithSummary("The rest of today, from its morning")
        .Requires(Permission.PlanWorkforce);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid queueId, string? country, Actor actor, Db database, TimeProvider time, ForecastTurns turns, CancellationToken cancel)
    {
        var faults = new Faults();
        var calendar = History.CalendarOf(country, faults);
        if (faults.Answer() is { } wrong) return wrong;
        await using var work = await database.Begin(actor, cancel);
        var history = await QueueHistory.Of(work, queueId, time.GetUtcNow(), calendar, faults);
        if (faults.Answer() is { } unfit) return unfit;
        if (history is null || await QueueHistory.Today(work, queueId, time.GetUtcNow()) is not { } today)
            return CommonProblems.NotFound.Answer();

        using var turn = await turns.Take(cancel);
        return TypedResults.Ok(Of(history, today.Date, today.SlotsOver, today.Came));
    }

    static Response Of(History history, DateOnly date, int slotsOver, IReadOnlyDictionary<string, double> came)
    {
        var (past, starts) = (history.Series, history.Series.Starts!);
        var known = starts.Count(start => string.CompareOrdinal(start, QueueHistory.Start(slotsOver)) < 0);
        var series = WithToday(past, date.DayNumber - past.FirstDay, known, came);
        var forecaster = new Forecaster(series, history.Calendar);
        var day = series.Days - 1;
        var choice = forecaster.Choose(day, 1);
        var before = forecaster.Forecast(choice, day, 1);
        double[] usual = [.. Enumerable.Range(0, series.Slots).Select(slot => Math.Round(before[0, slot], 2))];
        if (known == 0) return new(date, starts, 0, 1, usual, usual, new double?[series.Slots], new double?[series.Slots]);

        var rest = RestOfDay.From(forecaster, choice, day, known);
        var bounds = rest.Values.Select((value, slot) => slot < known ? null : rest.Interval?.Around(value)).ToArray();
        return new(date, starts, known, Math.Round(rest.Level, 4), [.. rest.Values.Select(value => Math.Round(value, 2))], usual,
            [.. bounds.Select(one => one is { } bound ? Math.Round(bound.Low, 2) : (double?)null)],
            [.. bounds.Select(one => one is { } bound ? Math.Round(bound.High, 2) : (double?)null)]);
    }

    /// <summary>Days without anybody between the last one and today count as closed.</summary>
    static Series WithToday(Series past, int today, int known, IReadOnlyDictionary<string, double> came)
    {
        var values = new double[today + 1, past.Slots];
        for (var day = 0; day <= today; day++)
            for (var slot = 0; slot < past.Slots; slot++)
                values[day, slot] = day < past.Days ? past[day, slot]
                    : day == today && slot < known ? came.GetValueOrDefault(past.Starts![slot]) : double.NaN;
        return past with { Values = values };
    }
}
