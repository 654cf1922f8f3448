using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>How long each partner's conversations are kept, and the audit log.</summary>
static class ShowRetention
{
    /// <param name="AuditDays">Null: for good.</param>
    public sealed record Response(IReadOnlyList<PartnerRetention> Partners, int? AuditDays);

    /// <param name="ConversationDays">Since their end; null: for good.</param>
    /// <param name="FileDays">Since they were sent; null: as long as their conversation.</param>
    public sealed record PartnerRetention(Guid PartnerId, int? ConversationDays, int? FileDays);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/retention", Handle).WithName("showRetention").WithSummary("How long what is known of people is kept")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(new Response(
            await work.Query<PartnerRetention>("""
                select p.id as partner_id, r.conversation_days, r.file_days
                from partner p left join retention r on r.partner_id = p.id
                where p.removed_at is null order by p.name, p.id
                """),
            await work.Single<int?>("select days from audit_retention")));
    }
}
