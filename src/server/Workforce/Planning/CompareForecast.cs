using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Workforce.Planning;

/// <summary>What a kept forecast said, beside what came since.</summary>
static class CompareForecast
{
    /// <param name="WapePct">Off by so much on the days that are over; null before the first.</param>
    /// <param name="HeldPct">Share of the slots that are over whose contacts lay in the 80 % interval; null where none is known.</param>
    public sealed record Response(
        KeptForecast Forecast, IReadOnlyList<string> Starts, IReadOnlyList<ComparedDay> Days, double? WapePct, double? HeldPct);

    /// <param name="Came">By slot; null while the day is not over.</param>
    /// <param name="CameElsewhen">At times of day of which nothing was said.</param>
    public sealed record ComparedDay(ForecastDay Said, IReadOnlyList<double>? Came, double CameElsewhen);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/workforce/forecasts/{id:guid}", Handle).WithName("compareForecast")
        .WithSummary("What a forecast said, beside what came")
        .Requires(Permission.PlanWorkforce);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await KeptForecast.Of(work, id) is not { } kept)
            return CommonProblems.NotFound.Answer();
        var said = KeptForecast.Read((await work.Single<string>("select forecast::text from kept_forecast where id = @id", new { id }))!);
        if (await QueueHistory.Since(work, kept.QueueId, kept.Origin, time.GetUtcNow()) is not { } past) return CommonProblems.NotFound.Answer();

        var elsewhen = past.Came.Where(one => !said.Starts.Contains(one.Key.Start)).ToLookup(one => one.Key.Date, one => one.Value);
        ComparedDay[] days = [.. said.Days.Select(day => day.Date >= past.Today ? new ComparedDay(day, null, 0)
            : new(day, [.. said.Starts.Select(start => past.Came.GetValueOrDefault((day.Date, start)))], elsewhen[day.Date].Sum()))];
        return TypedResults.Ok(Judged(kept, said.Starts, days));
    }

    static Response Judged(KeptForecast kept, IReadOnlyList<string> starts, ComparedDay[] days)
    {
        var over = days.Where(day => day.Came is not null).SelectMany(day => day.Came!.Select((came, slot) =>
            (Came: came, Said: day.Said.Values[slot] ?? 0, Low: day.Said.Low?[slot], High: day.Said.High?[slot]))).ToArray();
        var unsaid = days.Sum(day => day.CameElsewhen);
        var (came, off) = (unsaid + over.Sum(one => one.Came), unsaid + over.Sum(one => Math.Abs(one.Came - one.Said)));
        var banded = over.Where(one => one is { Low: not null, High: not null }).ToArray();
        return new(kept, starts, days, came > 0 ? Math.Round(100 * off / came, 2) : null,
            banded.Length > 0 ? Math.Round(100.0 * banded.Count(one => one.Came >= one.Low && one.Came <= one.High) / banded.Length, 2) : null);
    }
}
