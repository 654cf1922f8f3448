using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Replies;

/// <summary>The saved replies that the reader may use: of the partners he serves, and those for every partner.</summary>
static class ListReplies
{
    /// <summary>Replies of one centre, all languages counted.</summary>
    public const int RepliesMax = 5_000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/replies", Handle).WithName("listReplies").WithSummary("Saved replies, of all partners or for one")
        .Requires(Permission.ReadConversations);

    /// <param name="partnerId">Only what can be said for this partner.</param>
    static async Task<Ok<IReadOnlyList<SavedReplyView>>> Handle(
        Guid? partnerId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<SavedReplyView>("""
            select id, partner_id, language, shortcut, title, text, tag, disposition, note, snooze_minutes, version
            from saved_reply
            where removed_at is null and (@partnerId is null or partner_id is null or partner_id = @partnerId)
            order by shortcut, language, id limit @RepliesMax
            """, new { partnerId, RepliesMax }));
    }
}
