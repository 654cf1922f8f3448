using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>The notes that name the reader, the newest first, and which of them he has read.</summary>
static class ListMentions
{
    /// <summary>How many are listed; older ones are found with their conversations.</summary>
    public const int Shown = 50;

    public sealed record MentionView(
        Guid ConversationId, Guid ContactId, int Number, string? CustomerName, string PartnerName, string? By, string Text,
        DateTimeOffset At, bool Read);

    /// <param name="ConversationId">Null: all of them.</param>
    public sealed record ReadRequest(Guid? ConversationId = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mentions", Handle).WithName("listMentions").WithSummary("Notes that name oneself")
            .Requires(Permission.ReadConversations);
        routes.MapPost("/mentions/read", Read).WithName("markMentionsRead").WithSummary("Tell that one has read them")
            .Requires(Permission.ReadConversations);
    }

    static async Task<Ok<IReadOnlyList<MentionView>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<MentionView>("""
            select m.conversation_id, c.contact_id, m.number, c.customer_name, p.name as partner_name, s.author_name as by,
                   left(s.text, 200) as text, m.at, m.read_at is not null as read
            from mention m
            join conversation c on c.id = m.conversation_id
            join partner p on p.id = m.partner_id
            join message s on s.conversation_id = m.conversation_id and s.number = m.number
            where m.person_id = @Id
            order by m.at desc, m.number desc limit @Shown
            """, new { actor.Id, Shown }));
    }

    static async Task<NoContent> Read(
        ReadRequest request, Actor actor, Db database, Mentions mentions, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var read = await work.Execute("""
            update mention set read_at = @now
            where person_id = @Id and read_at is null and (@ConversationId is null or conversation_id = @ConversationId)
            """, new { actor.Id, request.ConversationId, now = time.GetUtcNow() });
        await work.Commit();
        if (read > 0) mentions.Tell(actor.Id);
        return TypedResults.NoContent();
    }
}
