using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Turns the second factor off: by its person, with a code.</summary>
static class RemoveSecondFactor
{
    public sealed record Request(string? Code);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/totp", Handle).WithName("removeSecondFactor").WithSummary("Turn the authenticator app off")
        .Requires(Permission.OwnAccount)
        .RequireRateLimiting(RateLimits.SignIn);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        [FromBody] Request request, SignedIn? signedIn, Db database, SecondFactor secondFactor, TimeProvider time,
        CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        var now = time.GetUtcNow();
        await using var work = await database.Begin(signedIn.Actor, cancel);
        if (!await secondFactor.Spend(work, signedIn.Person, request.Code ?? "", now))
            return AccessProblems.WrongCode.Answer();
        await Clear(work, signedIn.Person);
        await Audit.Write(work, signedIn.Actor, now, "second-factor-removed", "person", signedIn.Person);
        await work.Commit();
        return TypedResults.NoContent();
    }

    /// <summary>Takes secret and confirmation away; spent codes stay spent.</summary>
    public static Task Clear(Work work, Guid person) => work.Execute(
        "update credential set totp_secret = null, totp_confirmed_at = null where person_id = @person", new { person });
}
