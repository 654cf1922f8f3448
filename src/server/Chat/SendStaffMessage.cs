using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Writes to the customer (who has the contact, or a lead), or leaves a note that the customer never sees.</summary>
static class SendStaffMessage
{
    /// <param name="Kind">reply or note.</param>
    /// <param name="FileIds">Files that were sent before and belong to this message.</param>
    /// <param name="ReadTo">
    /// Number of the last message that the writer had read. A reply is refused when the customer or a colleague wrote to the
    /// other side after it. Without a number nothing is compared; a note is never refused for it.
    /// </param>
    /// <param name="Mentions">Colleagues whom a note names; each is told.</param>
    public sealed record Request(
        Guid ClientId, string Kind, string Text, IReadOnlyList<Guid>? FileIds = null, int? ReadTo = null,
        IReadOnlyList<Guid>? Mentions = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations/{id:guid}/messages", Handle).WithName("sendMessage").WithSummary("Write a reply or a note")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<MessageView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, Files files, NewMessages messages, Mentions mentions, TimeProvider time,
        CancellationToken cancel)
    {
        var fileIds = request.FileIds ?? [];
        var validation = new Validation()
            .Check("clientId", request.ClientId == Guid.Empty ? Say($"Make a random id.") : null)
            .Check("kind", request.Kind is "reply" or "note" ? null : Say($"This is reply or note."))
            .Check("text", MessageText.Objection(request.Text, mayBeEmpty: fileIds.Count > 0));
        if (validation.Failed) return validation.Answer();

        if (await Author(id, actor, database, cancel) is not { } author) return CommonProblems.NotFound.Answer();
        var isReply = request.Kind == "reply";
        var mentioned = isReply ? [] : request.Mentions ?? [];
        if (await mentions.Objection(actor, author.Conversation.PartnerId, mentioned, cancel) is { } objection)
            return new Validation().Check("mentions", objection).Answer();
        if (isReply && author.Kind is null) return ChatProblems.NotYours.Answer();
        var attached = await files.Find(actor, id, fileIds, cancel);
        if (attached.Count != fileIds.Count) return CommonProblems.NotFound.Answer("A file is not there.");

        var now = time.GetUtcNow();
        var message = new NewMessage(
            id, author.Conversation.PartnerId, request.ClientId, request.Kind, author.Kind ?? "agent", actor.Id, author.Name,
            request.Text.Trim(), now)
        {
            Files = attached,
            ReadTo = isReply ? request.ReadTo : null,
            AttentionAt = isReply && author.Conversation.SilentReminderSeconds is > 0 and var seconds ? now.AddSeconds(seconds) : null,
        };
        var stored = await messages.Add(message, cancel);
        if (stored.Number == 0) return (await GuardedReplies.Overtaken(message, actor, database, cancel)
            ? ChatProblems.ThreadMoved : ChatProblems.ConversationOver).Answer();
        await mentions.Add(message, stored.Number, mentioned, actor, cancel);
        return TypedResults.Ok(new MessageView(
            stored.Number, message.ClientId, new(message.AuthorKind, actor.Id, author.Name), message.Kind, message.Text, null, null,
            attached, stored.At));
    }

    /// <returns>Null when the actor may not see the conversation.</returns>
    static async Task<Writer?> Author(Guid id, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return null;
        var name = await work.Single<string>("select name from person where id = @Id", new { actor.Id });
        var kind = conversation.Connected == actor.Id ? "agent" : actor.May(Permission.SteerFloor) ? "lead" : null;
        return new(conversation, name, kind);
    }

    /// <param name="Kind">As whom the actor may write to the customer: agent or lead; null when not at all.</param>
    sealed record Writer(StaffConversation Conversation, string? Name, string? Kind);
}
