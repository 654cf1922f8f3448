using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>A page of a conversation's messages: those before a number, or those after one.</summary>
static class ListMessages
{
    /// <param name="Before">Present when there are earlier ones.</param>
    public sealed record Response(
        IReadOnlyList<MessageView> Messages,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Before);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/conversations/{id:guid}/messages", Handle).WithName("listMessages")
        .WithSummary("A conversation's messages before or after a number")
        .Requires(Permission.ReadConversations);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, int? before, int? after, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return CommonProblems.NotFound.Answer();
        var messages = after is { } from
            ? await Messages.After(work, id, from, ChatLimits.CatchUpMax)
            : await Messages.Before(work, id, before ?? int.MaxValue, ChatLimits.PageOfMessages);
        await conversation.NoteReading(work, actor, time.GetUtcNow());
        await work.Commit();
        var more = after is null && messages.Count == ChatLimits.PageOfMessages && messages[0].Number > 1;
        return TypedResults.Ok(new Response(
            [.. messages.Select(message => message.For(actor))], more ? messages[0].Number : null));
    }
}
