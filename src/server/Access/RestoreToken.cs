using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Takes a revocation back that was a slip of the hand. Later nothing brings a token back.</summary>
static class RestoreToken
{
    public static readonly TimeSpan Undoable = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/tokens/{id:guid}/restoration", Handle).WithName("restoreToken")
        .WithSummary("Revoke an API token: take it back within a minute").Requires(Permission.ManageTokens);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, ApiTokens tokens, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        var restored = await work.Execute(
            "update api_token set revoked_at = null where id = @id and revoked_at > @since", new { id, since = now - Undoable });
        if (restored == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, now, "token-restored", "api_token", id);
        await work.Commit();
        tokens.ForgetAll();
        return TypedResults.NoContent();
    }
}
