using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>Who wanted to call what is not allowed, or more than is, the newest first.</summary>
static class ListOutgoingAlarms
{
    const int Shown = 200;

    public sealed record Response(IReadOnlyList<AlarmView> Alarms);

    /// <param name="Why"><c>number-not-allowed</c> or <c>calls-used-up</c>.</param>
    /// <param name="Prefix">The number's first digits.</param>
    public sealed record AlarmView(Guid Id, Guid PartnerId, Guid AgentId, string? AgentName, string Why, string Prefix, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/calls/alarms", Handle).WithName("listOutgoingAlarms").WithSummary("Who wanted to call what is not allowed")
        .Requires(Permission.SteerFloor);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(new Response(await work.Query<AlarmView>("""
            select a.id, a.partner_id, a.agent_id, p.name as agent_name, a.why, a.prefix, a.at
            from outgoing_alarm a left join person p on p.id = a.agent_id order by a.at desc, a.id desc limit @Shown
            """, new { Shown })));
    }
}
