using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Takes a program's token away.</summary>
static class RevokeToken
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/tokens/{id:guid}", Handle).WithName("revokeToken").WithSummary("Revoke an API token")
        .Requires(Permission.ManageTokens);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, ApiTokens tokens, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        var revoked = await work.Execute(
            "update api_token set revoked_at = @now where id = @id and revoked_at is null", new { now, id });
        if (revoked == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, now, "token-revoked", "api_token", id);
        await work.Commit();
        tokens.ForgetAll();
        return TypedResults.NoContent();
    }
}
