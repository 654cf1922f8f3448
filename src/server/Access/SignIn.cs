using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// Opens a session for an e-mail address, a password and, where set up, a code. Each attempt counts as a failure
/// before the password is looked at, so that attempts sent at once cannot outrun the lock-out; success clears the count.
/// Addresses that nobody has are counted and answered, and take as long, like those of people.
/// </summary>
static class SignIn
{
    public sealed record Request(string? Email, string? Password, string? Code);

    /// <summary>Longer codes are no codes.</summary>
    const int CodeMaximumLength = 16;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/session", Handle).WithName("signIn").WithSummary("Sign in")
        .OpenToAnybody("Signing in is how one becomes known.")
        .RequireRateLimiting(RateLimits.SignIn);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, HttpContext context, Db database, Passwords passwords, SecondFactor secondFactor,
        InstallationKey key, TimeProvider time, CancellationToken cancel)
    {
        if (!SecureConnection.IsUsed(context)) return AccessProblems.SecureConnectionNeeded.Answer();
        if (request.Password is null || !EmailAddress.TryNormalise(request.Email, out var email))
            return AccessProblems.WrongCredentials.Answer();

        var now = time.GetUtcNow();
        var emailHash = HMACSHA256.HashData(key.For("sign-in failures"), Encoding.UTF8.GetBytes(email));
        if (await RestsUntil(database, emailHash, now, cancel) is { } until) return Rests(context, until - now);

        await using var work = await database.Begin(Actor.System, cancel);
        var person = await work.Single<Row>("""
            select id, email, password_hash, totp_confirmed_at is not null as has_second_factor
            from person join credential on person_id = id
            where email = @email and deactivated_at is null
            """, new { email });
        if (!await passwords.Match(person?.PasswordHash, request.Password, cancel) || person is null)
            return AccessProblems.WrongCredentials.Answer();
        if (person.HasSecondFactor)
        {
            if (string.IsNullOrWhiteSpace(request.Code)) return AccessProblems.SecondFactorNeeded.Answer();
            if (request.Code.Length > CodeMaximumLength
                || !await secondFactor.Spend(work, person.Id, request.Code, now))
                return AccessProblems.WrongCode.Answer();
        }

        await work.Execute("delete from sign_in_failure where email_hash = @emailHash", new { emailHash });
        var secret = await OpenSession(work, person.Id, context, now);
        await work.Commit();
        SessionCookie.Set(context, secret, Sessions.Lifetime);
        return TypedResults.NoContent();
    }

    /// <summary>Makes a session's row; the secret is for the browser's cookie.</summary>
    public static async Task<BearerSecret> OpenSession(Work work, Guid person, HttpContext context, DateTimeOffset now)
    {
        const int browserLength = 300;
        var secret = BearerSecret.New();
        var browser = context.Request.Headers.UserAgent.ToString();
        await work.Execute("""
            insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at, address, browser)
            values (@id, @hash, @person, @now, @now, @expires, @address::inet, @browser)
            """, new
        {
            id = Guid.CreateVersion7(now),
            hash = secret.Hash(),
            person,
            now,
            expires = now + Sessions.Lifetime,
            address = context.Connection.RemoteIpAddress?.ToString(),
            browser = browser[..Math.Min(browser.Length, browserLength)],
        });
        return secret;
    }

    /// <summary>Counts the attempt as a failure, unless sign-in rests already.</summary>
    /// <returns>Null when the attempt may go on; otherwise the instant at which the rest ends.</returns>
    static async Task<DateTimeOffset?> RestsUntil(
        Db database, byte[] emailHash, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var failures = await work.Single<int?>("""
            insert into sign_in_failure as known (email_hash, failures, last_at, locked_until)
            values (@emailHash, 1, @now, @now)
            on conflict (email_hash) do update set last_at = @now,
              failures = case when known.last_at < @forgotten then 1 else known.failures + 1 end
            where known.locked_until <= @now
            returning failures
            """, new { emailHash, now, forgotten = now - LockOut.Memory });
        if (failures is null)
        {
            return await work.Single<DateTimeOffset?>(
                "select locked_until from sign_in_failure where email_hash = @emailHash", new { emailHash }) ?? now;
        }
        await work.Execute(
            "update sign_in_failure set locked_until = @until where email_hash = @emailHash",
            new { emailHash, until = now + LockOut.After(failures.Value) });
        await work.Commit();
        return null;
    }

    static ProblemHttpResult Rests(HttpContext context, TimeSpan left)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(left.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return AccessProblems.SignInRests.Answer();
    }

    sealed record Row(Guid Id, string Email, string? PasswordHash, bool HasSecondFactor);
}
