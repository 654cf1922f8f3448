using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Turns the second factor on, once a code shows that the app has the secret.</summary>
static class ConfirmSecondFactor
{
    public sealed record Request(string? Code);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/totp/confirmation", Handle).WithName("confirmSecondFactor")
        .WithSummary("Turn the authenticator app on by a first code")
        .Requires(Permission.OwnAccount)
        .RequireRateLimiting(RateLimits.SignIn);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, SignedIn? signedIn, Db database, SecondFactor secondFactor, TimeProvider time,
        CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        var now = time.GetUtcNow();
        await using var work = await database.Begin(signedIn.Actor, cancel);
        if (!await secondFactor.Spend(work, signedIn.Person, request.Code ?? "", now))
            return AccessProblems.WrongCode.Answer();
        await work.Execute(
            "update credential set totp_confirmed_at = @now where person_id = @Person", new { now, signedIn.Person });
        await Audit.Write(work, signedIn.Actor, now, "second-factor-set", "person", signedIn.Person);
        await work.Commit();
        return TypedResults.NoContent();
    }
}
