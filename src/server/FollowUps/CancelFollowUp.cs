using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.FollowUps;

/// <summary>Calls off one's own task, as long as it has not become work.</summary>
static class CancelFollowUp
{
    public static readonly Problem AlreadyWork = new("follow-up-is-work", 409, "The task is work already",
        "The task has come back as a contact and is waiting or being handled. Nothing was changed. Whoever has it ends it.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/follow-ups/{id:guid}", Handle).WithName("cancelFollowUp").WithSummary("Call off one's own task")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var routed = await work.Single<bool?>("""
            select routed_at is not null from follow_up where id = @id and author_id = @author for update
            """, new { id, author = actor.Id });
        if (routed is null) return CommonProblems.NotFound.Answer();
        if (routed.Value) return AlreadyWork.Answer();
        await work.Execute(
            "update follow_up set cancelled_at = coalesce(cancelled_at, @now) where id = @id", new { id, now = time.GetUtcNow() });
        await work.Commit();
        return TypedResults.NoContent();
    }
}
