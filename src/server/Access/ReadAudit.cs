using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// The audit log, the newest first. Rows only come in at the front, so pages further back never shift.
/// </summary>
static class ReadAudit
{
    public const int PageSize = 50;

    /// <param name="ActorName">Null for programs, and for people who were erased.</param>
    /// <param name="Details">Ids, roles and numbers that belong to the action.</param>
    public sealed record Entry(
        long Id, DateTimeOffset At, string ActorKind, Guid ActorId, string? ActorName, string Action,
        string SubjectKind, Guid? SubjectId, string? SubjectName, JsonElement? Details);

    /// <param name="Next">Cursor of the next page; null on the last.</param>
    public sealed record Response(IReadOnlyList<Entry> Entries, string? Next);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/audit", Handle).WithName("readAudit").WithSummary("The audit log, the newest first, in pages")
        .Requires(Permission.ReadAudit);

    /// <param name="action">Only what was done so, like <c>person-deactivated</c>.</param>
    /// <param name="until">Before this instant.</param>
    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string? cursor, string? action, Guid? actorId, Guid? subjectId, DateTimeOffset? since, DateTimeOffset? until, Actor actor,
        Db database, CancellationToken cancel)
    {
        var before = long.MaxValue;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return new Validation().Check("cursor", Say($"This is no cursor of this list.")).Answer();
        await using var work = await database.Begin(actor, cancel);
        // One row more than a page tells whether there is another.
        var rows = await work.Query<Row>("""
            select audit.id, at, actor_kind, actor_id, actor.name as actor_name, action, subject_kind, subject_id,
              subject.name as subject_name, details::text
            from audit
              left join person actor on actor.id = actor_id
              left join person subject on subject.id = subject_id and subject_kind = 'person'
            where audit.id < @before and (@action::text is null or action = @action)
              and (@actorId::uuid is null or actor_id = @actorId) and (@subjectId::uuid is null or subject_id = @subjectId)
              and (@since::timestamptz is null or at >= @since) and (@until::timestamptz is null or at < @until)
            order by audit.id desc limit @limit
            """, new { before, limit = PageSize + 1, action, actorId, subjectId, since, until });
        var page = rows.Take(PageSize).Select(row => row.AsEntry()).ToList();
        var next = rows.Count > PageSize ? page[^1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Response(page, next));
    }

    sealed record Row(
        long Id, DateTimeOffset At, string ActorKind, Guid ActorId, string? ActorName, string Action,
        string SubjectKind, Guid? SubjectId, string? SubjectName, string? Details)
    {
        public Entry AsEntry() => new(
            Id, At, ActorKind, ActorId, ActorName, Action, SubjectKind, SubjectId, SubjectName,
            Details is null ? null : JsonSerializer.Deserialize<JsonElement>(Details));
    }
}
