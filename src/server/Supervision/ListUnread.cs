using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>What leads have written to the reader and the reader has not acknowledged.</summary>
static class ListUnread
{
    /// <summary>What nobody has read after this is no news any more.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromDays(3);

    const int Most = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/announcements/unread", Handle).WithName("listUnread").WithSummary("What leads have written to oneself")
        .Requires(Permission.OwnAccount);

    static async Task<Ok<IReadOnlyList<AnnouncementView>>> Handle(
        Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<AnnouncementView>("""
            select a.id, coalesce(p.name, '–') as by, a.text, a.at
            from announcement_reader r join announcement a on a.id = r.announcement_id left join person p on p.id = a.author_id
            where r.person_id = @Id and r.read_at is null and a.at > @oldest
            order by a.at limit @Most
            """, new { actor.Id, oldest = time.GetUtcNow() - ShownFor, Most }));
    }
}
