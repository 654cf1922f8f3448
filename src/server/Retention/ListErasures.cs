using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>What was erased, the newest first: the proof that it was done.</summary>
static class ListErasures
{
    public const int Shown = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/erasures", Handle).WithName("listErasures").WithSummary("The newest erasures")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<IReadOnlyList<Erasure>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var rows = await work.Query<Row>("""
            select id, at, kind, partner_id, person_id, asked_by, counts::text as counts
            from erasure order by at desc, id desc limit @Shown
            """, new { Shown });
        return TypedResults.Ok<IReadOnlyList<Erasure>>([.. rows.Select(row => row.Erasure())]);
    }

    sealed record Row(
        Guid Id, DateTimeOffset At, string Kind, Guid? PartnerId, Guid? PersonId, Guid AskedBy, string Counts)
    {
        public Erasure Erasure() => new(
            Id, At, Kind, PartnerId, PersonId, AskedBy, Retention.Erasure.Read(Counts), Retention.Erasure.KeptOf(Kind));
    }
}
