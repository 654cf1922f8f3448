using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Makes a secret for an authenticator app. It counts only after a first code has confirmed it.</summary>
static class BeginSecondFactor
{
    /// <param name="Secret">Base 32, to type in by hand. Shown this once.</param>
    /// <param name="Uri">The same as an otpauth address, for a QR code.</param>
    public sealed record Response(string Secret, string Uri);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/totp", Handle).WithName("beginSecondFactor").WithSummary("Begin to set up an authenticator app")
        .Requires(Permission.OwnAccount);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        SignedIn? signedIn, Db database, SecondFactor secondFactor, CancellationToken cancel)
    {
        if (signedIn is null) return PermissionGate.SignInNeeded.Answer();
        await using var work = await database.Begin(signedIn.Actor, cancel);
        var secret = Totp.NewSecret();
        var email = await work.Single<string>("""
            update credential set totp_secret = @box, totp_last_step = 0 from person
            where person_id = @Person and person.id = person_id and totp_confirmed_at is null
            returning email
            """, new { box = secondFactor.Seal(secret, signedIn.Person), signedIn.Person });
        if (email is null) return AccessProblems.SecondFactorSet.Answer();
        await work.Commit();
        return TypedResults.Ok(new Response(Base32.Encode(secret), Totp.EnrolmentUri(email, secret)));
    }
}
