using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Ends the session in which it is called.</summary>
static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/session", Handle).WithName("signOut").WithSummary("Sign out")
        .Requires(Permission.OwnAccount);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        SignedIn? signedIn, HttpContext context, Db database, Sessions sessions, TimeProvider time,
        CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        await using var work = await database.Begin(signedIn.Actor, cancel);
        await work.Execute(
            "update session set ended_at = @now where id = @Session and ended_at is null",
            new { now = time.GetUtcNow(), signedIn.Session });
        await work.Commit();
        sessions.Forget(signedIn.Session);
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }
}
