using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Replaces one's own password, given the present one, and ends one's other sessions.</summary>
static class ChangePassword
{
    public sealed record Request(string? Present, string? New);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/password", Handle).WithName("changePassword").WithSummary("Change one's own password")
        .Requires(Permission.OwnAccount)
        .RequireRateLimiting(RateLimits.SignIn);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, SignedIn? signedIn, Db database, Passwords passwords, Sessions sessions, TimeProvider time,
        CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        var now = time.GetUtcNow();
        await using var work = await database.Begin(signedIn.Actor, cancel);
        var row = await work.Single<Row>("""
            select email, password_hash from person join credential on person_id = id where id = @Person
            """, new { signedIn.Person });
        if (!await passwords.Match(row?.PasswordHash, request.Present ?? "", cancel) || row is null)
            return AccessProblems.WrongCredentials.Answer();
        var validation = new Validation().Check("new", Passwords.Objection(request.New, row.Email));
        if (validation.Failed) return validation.Answer();

        await Password.Set(
            work, signedIn.Person, await passwords.Hash(request.New!, cancel), now, except: signedIn.Session);
        await Audit.Write(work, signedIn.Actor, now, "password-changed", "person", signedIn.Person);
        await work.Commit();
        sessions.ForgetPerson(signedIn.Person);
        return TypedResults.NoContent();
    }

    sealed record Row(string Email, string? PasswordHash);
}
