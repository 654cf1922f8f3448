using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>The tags for a partner's conversations: those of its list, then others that were used, the most used of late first.</summary>
static class ListTags
{
    /// <summary>Tags in the answer.</summary>
    public const int Shown = 200;

    /// <summary>The newest uses that are counted, so that the list follows what is going on.</summary>
    const int Counted = 5_000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/tags", Handle).WithName("listTags").WithSummary("Tags for a partner's conversations")
        .Requires(Permission.ReadConversations);

    /// <param name="partnerId">None: of every partner whom the reader serves.</param>
    static async Task<Ok<IReadOnlyList<string>>> Handle(Guid? partnerId, Actor actor, Db database, CancellationToken cancel)
    {
        // What the staff call a conversation is not said to a partner's people.
        if (actor.Kind == ActorKind.Partner) return TypedResults.Ok<IReadOnlyList<string>>([]);
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<string>("""
            with served as (
              select id, tags, only_tags from partner where removed_at is null and (@partnerId::uuid is null or id = @partnerId)),
            used as (
              select partner_id, name from conversation_tag
              where @partnerId::uuid is null or partner_id = @partnerId order by at desc limit @Counted)
            select name from (
              select tag as name, place, null::bigint as uses from served, unnest(tags) with ordinality as listed (tag, place)
              union all
              select name, null, count(*) from used join served on id = partner_id and not only_tags group by name) tag
            group by name order by min(place), max(uses) desc, name limit @Shown
            """, new { partnerId, Counted, Shown }));
    }
}
