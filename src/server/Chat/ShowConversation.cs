using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>A conversation with its newest messages, for staff. Reading another's conversation is written down.</summary>
static class ShowConversation
{
    /// <param name="Receipt">How far the customer's browser has got.</param>
    /// <param name="Before">Present when there are earlier messages: ask for those before this number.</param>
    public sealed record Response(
        Guid Id, Guid ContactId, CustomerView Customer, IReadOnlyDictionary<string, string> Fields, string Language,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Page, DateTimeOffset StartedAt,
        Receipt Receipt, IReadOnlyList<string> Tags, IReadOnlyList<MessageView> Messages,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Before);

    /// <param name="Id">The customer's id at the partner, where its page vouched for it.</param>
    public sealed record CustomerView(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{id:guid}", Handle).WithName("showConversation")
        .WithSummary("A conversation with its newest messages")
        .Requires(Permission.ReadConversations);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, Receipts receipts, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return CommonProblems.NotFound.Answer();
        var row = (await work.Single<Row>("""
            select c.language, c.page, c.started_at, c.identity, c.customer_name, c.customer_email,
                   coalesce(r.customer_received, 0) as received, r.customer_received_at as received_at,
                   coalesce(r.customer_read, 0) as read, r.customer_read_at as read_at
            from conversation c left join receipt r on r.conversation_id = c.id
            where c.id = @id
            """, new { id }))!;
        var messages = await Messages.Before(work, id, int.MaxValue, ChatLimits.PageOfMessages);
        var tags = await TagConversation.Of(work, id);
        await conversation.NoteReading(work, actor, time.GetUtcNow());
        await work.Commit();
        if (conversation.Connected == actor.Id)
            receipts.Report(new(id, conversation.PartnerId, StaffReceived: conversation.LastNumber));
        return TypedResults.Ok(new Response(
            id, conversation.ContactId, new(row.Identity, row.CustomerName, row.CustomerEmail),
            new Dictionary<string, string>(), row.Language, row.Page, row.StartedAt, new(row.Received, row.Read), tags,
            [.. messages.Select(message => row.Ticked(message.For(actor)))],
            messages.Count == ChatLimits.PageOfMessages && messages[0].Number > 1 ? messages[0].Number : null));
    }

    sealed record Row(
        string Language, string? Page, DateTimeOffset StartedAt, string? Identity, string? CustomerName, string? CustomerEmail,
        int Received, DateTimeOffset? ReceivedAt, int Read, DateTimeOffset? ReadAt)
    {
        public MessageView Ticked(MessageView message) => message.Kind != "reply" || message.Author.Kind == "customer" ? message
            : message with
            {
                DeliveredAt = message.Number <= Received ? ReceivedAt : null,
                ReadAt = message.Number <= Read ? ReadAt : null,
            };
    }
}
