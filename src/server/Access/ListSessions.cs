using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Where one is signed in.</summary>
static class ListSessions
{
    /// <param name="Browser">As the browser names itself.</param>
    /// <param name="Current">The session that asks.</param>
    public sealed record SessionView(
        Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string? Browser, bool Current);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/sessions", Handle).WithName("listSessions").WithSummary("One's own sessions, the newest first")
        .Requires(Permission.OwnAccount);

    static async Task<Results<Ok<IReadOnlyList<SessionView>>, ProblemHttpResult>> Handle(
        SignedIn? signedIn, Db database, TimeProvider time, CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        var now = time.GetUtcNow();
        await using var work = await database.Begin(signedIn.Actor, cancel);
        return TypedResults.Ok(await work.Query<SessionView>("""
            select id, created_at, last_seen_at, host(address) as address, browser, id = @Session as current
            from session
            where person_id = @Person and ended_at is null and expires_at > @now and last_seen_at > @idle
            order by created_at desc, id desc
            """, new { signedIn.Session, signedIn.Person, now, idle = now - Sessions.IdleLimit }));
    }
}
