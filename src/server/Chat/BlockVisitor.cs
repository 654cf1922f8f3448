using Centrala.Core.Vocabulary;
using Centrala.Server.Access;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Shuts a visitor out: the browser and the identity for good, the address for a day. The chat ends.</summary>
static class BlockVisitor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations/{id:guid}/block", Handle).WithName("blockVisitor").WithSummary("Block a conversation's visitor")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, BlockedVisitors blocked, VisitorLines lines, Cell cell, TimeProvider time,
        CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return CommonProblems.NotFound.Answer();
        if (conversation.Connected != actor.Id && !actor.May(Permission.SteerFloor)) return ChatProblems.NotYours.Answer();
        await work.Execute("""
            insert into blocked_visitor (id, partner_id, conversation_id, visitor_id, address, address_until, identity, blocked_by, at)
            select @row, c.partner_id, c.id, c.visitor_id, c.address, @until, c.identity, @by, @now
            from conversation c where c.id = @id
            """, new { row = Guid.CreateVersion7(now), until = now + ChatLimits.AddressBlocked, by = actor.Id, now, id });
        await Inbox.Add(work, CellCommand.EndContact(conversation.ContactId, Reason.Blocked, conversation.LastNumber));
        await Audit.Write(work, actor, now, "visitor-blocked", "conversation", id);
        await work.Commit();
        cell.Wake();
        blocked.Forget();
        lines.Close(id);
        return TypedResults.NoContent();
    }
}
