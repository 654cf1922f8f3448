using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>What a lead has written lately, and who has read it.</summary>
static class ListAnnouncements
{
    const int Most = 30;

    /// <param name="AudienceName">The person's or team's; null for everybody.</param>
    public sealed record Row(
        Guid Id, string Audience, string? AudienceName, string Text, DateTimeOffset At, int Readers, int Read, string[] Unread);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/announcements", Handle).WithName("listAnnouncements").WithSummary("What one has written, and who has read it")
        .Requires(Permission.SteerFloor);

    static async Task<Ok<IReadOnlyList<Row>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<Row>("""
            select a.id, a.audience, coalesce(p.name, t.name) as audience_name, a.text, a.at,
                   count(*)::int as readers, count(r.read_at)::int as read,
                   coalesce(array_agg(w.name order by w.name) filter (where r.read_at is null and w.name is not null), '{}') as unread
            from announcement a
            join announcement_reader r on r.announcement_id = a.id
            left join person w on w.id = r.person_id
            left join person p on a.audience = 'person' and p.id = a.audience_id
            left join team t on a.audience = 'team' and t.id = a.audience_id
            where a.author_id = @Id
            group by a.id, p.name, t.name order by a.at desc limit @Most
            """, new { actor.Id, Most }));
    }
}
