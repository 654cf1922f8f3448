using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>Alerts that stand, then those of the last day.</summary>
static class ListAlerts
{
    static readonly TimeSpan lookBack = TimeSpan.FromDays(1);

    const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/alerts", Handle).WithName("listAlerts").WithSummary("Thresholds that are or were passed lately")
        .Requires(Permission.SeeFloor);

    static async Task<Ok<IReadOnlyList<AlertView>>> Handle(
        Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<AlertView>("""
            select a.id, a.partner_id, a.queue_id, coalesce(q.name, '–') as queue, a.measure, a.threshold, a.worst, a.raised_at,
                   a.cleared_at
            from alert a left join queue q on q.id = a.queue_id
            where a.cleared_at is null or a.raised_at > @since
            order by a.cleared_at is not null, a.raised_at desc limit @Most
            """, new { since = time.GetUtcNow() - lookBack, Most }));
    }
}
