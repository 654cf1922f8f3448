using System.Text.Json;
using Centrala.Core.Workforce.Forecast;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Db = Centrala.Server.Database.Database;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Centrala.Server.Workforce.Planning;

/// <summary>
/// Forecasts what will come from a queue's history or from a series that somebody pasted. The answer has one line of JSON
/// for each step, so that it can be followed; who goes away stops it. That of a queue is kept.
/// </summary>
static class MakeForecast
{
    public const string Lines = "application/x-ndjson";
    public const int DaysMost = 56;
    static readonly ReadOnlyMemory<byte> lineEnd = "\n"u8.ToArray();

    /// <summary>Characters of a pasted series: half a year of quarter hours and more.</summary>
    public const int TextMax = 2_000_000;

    /// <param name="QueueId">Whose history; null when a series is given.</param>
    /// <param name="Text">A heading, then rows of <c>date,start,value</c>.</param>
    /// <param name="Country">Whose public holidays hold.</param>
    /// <param name="Days">How far.</param>
    /// <param name="LikeQueueId">A queue that the new one resembles: its history, at the level that the days in common show.</param>
    public sealed record Request(Guid? QueueId, string? Text, string? Country, int Days, Guid? LikeQueueId = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/workforce/forecasts", Handle).WithName("makeForecast")
        .WithSummary("Forecast what will come, one line a step").Produces<ForecastStep>(200, Lines)
        .Requires(Permission.PlanWorkforce);

    static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        Request request, Actor actor, Db database, TimeProvider time, ForecastTurns turns, IOptions<JsonOptions> json,
        CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Range(request.Days, 1, DaysMost, "days");
        faults.Unless((request.QueueId is null) != (request.Text is null), "text", Say($"Either a queue or a series is forecast."));
        faults.Unless(request.Text is null || request.Text.Length <= TextMax, "text", Say($"Use at most {TextMax} characters."));
        var calendar = History.CalendarOf(request.Country, faults);
        if (faults.Answer() is { } wrong) return wrong;

        faults.Unless(request.LikeQueueId is null || (request.QueueId is not null && request.QueueId != request.LikeQueueId),
            "likeQueueId", Say($"A queue is like another one."));
        if (faults.Answer() is { } unlike) return unlike;

        History? history;
        LikeAnother? like = null;
        if (request.QueueId is { } queue)
        {
            await using var work = await database.Begin(actor, cancel);
            history = await QueueHistory.Of(work, request.LikeQueueId ?? queue, time.GetUtcNow(), calendar, faults);
            if (history is not null && request.LikeQueueId is not null)
            {
                var own = await QueueHistory.OfYoung(work, queue, time.GetUtcNow(), history.Series);
                like = own is null ? null : LikeAnother.Of(own, history.Series);
                faults.Unless(like is not null, "likeQueueId", Say($"The two have no day in common yet."));
            }
        }
        else history = History.Of(request.Text!, calendar, faults);
        if (faults.Answer() is { } unfit) return unfit;
        if (history is null) return CommonProblems.NotFound.Answer();

        return TypedResults.Stream(async answer =>
        {
            using var turn = await turns.Take(cancel);
            foreach (var step in new ForecastWork(history, request.Days, like).Steps())
            {
                if (request.QueueId is { } of && step.Result is { } made)
                {
                    await using var keeping = await database.Begin(actor, cancel);
                    await KeptForecast.Store(keeping, actor, of, request.Country, history, made, time.GetUtcNow());
                }
                await JsonSerializer.SerializeAsync(answer, step, json.Value.SerializerOptions, cancel);
                await answer.WriteAsync(lineEnd, cancel);
                await answer.FlushAsync(cancel);
            }
        }, Lines);
    }
}
