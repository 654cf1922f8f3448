using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>The tags that a partner's conversations have, the most used of late first.</summary>
static class ListTags
{
    /// <summary>Tags in the answer.</summary>
    public const int Shown = 200;

    /// <summary>The newest uses that are counted, so that the list follows what is going on.</summary>
    const int Counted = 5_000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/tags", Handle).WithName("listTags").WithSummary("Tags in use at a partner")
        .Requires(Permission.ReadConversations);

    static async Task<Ok<IReadOnlyList<string>>> Handle(Guid partnerId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<string>("""
            select name from (
              select name from conversation_tag where partner_id = @partnerId order by at desc limit @Counted) used
            group by name order by count(*) desc, name limit @Shown
            """, new { partnerId, Counted, Shown }));
    }
}
