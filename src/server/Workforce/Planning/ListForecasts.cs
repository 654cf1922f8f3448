using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Workforce.Planning;

/// <summary>The forecasts of a queue that were made so far, the latest first.</summary>
static class ListForecasts
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/workforce/forecasts", Handle).WithName("listForecasts").WithSummary("Forecasts of a queue, the latest first")
        .Requires(Permission.PlanWorkforce);

    static async Task<Ok<IReadOnlyList<KeptForecast>>> Handle(Guid queueId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await KeptForecast.OfQueue(work, queueId));
    }
}
