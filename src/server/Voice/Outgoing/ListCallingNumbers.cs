using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>The numbers that the reader may call with: those of served partners that let their agents call out.</summary>
static class ListCallingNumbers
{
    public sealed record Response(IReadOnlyList<NumberView> Numbers);

    public sealed record NumberView(Guid Id, string Number, Guid PartnerId, string PartnerName, Guid QueueId, string QueueName);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/calls/from", Handle).WithName("listCallingNumbers").WithSummary("The numbers that one may call with")
        .Requires(Permission.HandleContacts);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(new Response(await work.Query<NumberView>("""
            select n.id, n.number, n.partner_id, p.name as partner_name, n.queue_id, q.name as queue_name
            from telephone_number n join outgoing_rule r on r.partner_id = n.partner_id join partner p on p.id = n.partner_id
              join queue q on q.id = n.queue_id
            where n.removed_at is null order by p.name, n.number
            """)));
    }
}
