using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Ends one of one's own sessions, for example on a lost laptop.</summary>
static class EndSession
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/sessions/{id:guid}", Handle).WithName("endSession").WithSummary("End one of one's own sessions")
        .Requires(Permission.OwnAccount);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, SignedIn? signedIn, Db database, Sessions sessions, TimeProvider time, CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        await using var work = await database.Begin(signedIn.Actor, cancel);
        var ended = await work.Execute("""
            update session set ended_at = coalesce(ended_at, @now) where id = @id and person_id = @Person
            """, new { now = time.GetUtcNow(), id, signedIn.Person });
        if (ended == 0) return CommonProblems.NotFound.Answer();
        await work.Commit();
        sessions.Forget(id);
        return TypedResults.NoContent();
    }
}
