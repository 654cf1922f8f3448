using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>The agent who has the contact has read up to a message. Another's reading says nothing to the customer.</summary>
static class MarkRead
{
    public sealed record Request(int Number);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations/{id:guid}/read", Handle).WithName("markConversationRead").WithSummary("Tell how far one has read")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, Receipts receipts, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return CommonProblems.NotFound.Answer();
        if (conversation.Connected == actor.Id && request.Number > 0)
            receipts.Report(new(id, conversation.PartnerId, StaffRead: Math.Min(request.Number, conversation.LastNumber)));
        return TypedResults.NoContent();
    }
}
