using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Leads;

/// <summary>Which leads were in a contact's call, how, and for how long; its agents see it too.</summary>
static class ListLeadSessions
{
    public sealed record Response(IReadOnlyList<SessionView> Sessions);

    /// <param name="LeadName">Null once the person was erased.</param>
    /// <param name="EndedAt">Null while it lasts.</param>
    public sealed record SessionView(Guid LeadId, string? LeadName, LeadMode Mode, DateTimeOffset BeganAt, DateTimeOffset? EndedAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{contactId:guid}/lead-sessions", Handle).WithName("listLeadSessions")
        .WithSummary("Which leads were in a contact's call").Requires(Permission.ReadConversations);

    static async Task<Ok<Response>> Handle(Guid contactId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var rows = await work.Query<Row>("""
            select s.lead_id, p.name, s.mode, s.began_at, s.ended_at from lead_session s left join person p on p.id = s.lead_id
            where s.contact_id = @contactId order by s.began_at, s.id
            """, new { contactId });
        return TypedResults.Ok(new Response([.. rows.Select(row =>
            new SessionView(row.LeadId, row.Name, ModeOf(row.Mode), row.BeganAt, row.EndedAt))]));
    }

    static LeadMode ModeOf(string word) => Enum.Parse<LeadMode>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    sealed record Row(Guid LeadId, string? Name, string Mode, DateTimeOffset BeganAt, DateTimeOffset? EndedAt);
}
