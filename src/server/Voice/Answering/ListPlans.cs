using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>The answering plans of the partners that the reader manages, by name.</summary>
static class ListPlans
{
    public sealed record Response(IReadOnlyList<PlanView> Plans);

    public sealed record PlanView(Guid Id, int Version, Guid PartnerId, string Name, IReadOnlyList<FlowStep> Steps);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/answering-plans", Handle).WithName("listAnsweringPlans").WithSummary("What callers of numbers go through")
        .Requires(Permission.ManageOrganisation);

    internal static async Task<IReadOnlyList<PlanView>> Read(Work work) =>
    [
        .. (await work.Query<Row>("""
            select id, version, partner_id, name, steps::text as steps from answering_plan where removed_at is null order by name, id
            """)).Select(row => new PlanView(row.Id, row.Version, row.PartnerId, row.Name, FlowSteps.Read(row.Steps))),
    ];

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(new Response(await Read(work)));
    }

    sealed record Row(Guid Id, int Version, Guid PartnerId, string Name, string Steps);
}
