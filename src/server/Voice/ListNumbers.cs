using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice;

/// <summary>The telephone numbers of the partners that the reader manages, and the queues behind them.</summary>
static class ListNumbers
{
    public sealed record Response(IReadOnlyList<NumberView> Numbers);

    public sealed record NumberView(Guid Id, int Version, string Number, Guid PartnerId, Guid QueueId, Guid? LanguageId, string Greeting,
        Guid? AnsweringPlanId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/telephone-numbers", Handle).WithName("listTelephoneNumbers").WithSummary("Telephone numbers and their queues")
        .Requires(Permission.ManageOrganisation);

    internal static Task<IReadOnlyList<NumberView>> Read(Work work) => work.Query<NumberView>("""
        select id, version, number, partner_id, queue_id, language_id, greeting, answering_plan_id from telephone_number
        where removed_at is null order by number
        """);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(new Response(await Read(work)));
    }
}
