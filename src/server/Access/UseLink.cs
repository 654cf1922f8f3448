using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// Sets a password by a one-time link and ends the person's sessions; for the first administrator it also makes the
/// person. A second factor stays: whoever has the link still needs the phone.
/// </summary>
static class UseLink
{
    /// <param name="Name">For the first administrator only.</param>
    /// <param name="Email">For the first administrator only.</param>
    public sealed record Request(string? Password, string? Name, string? Email, string? Language);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/links/{token}", Handle).WithName("useLink").WithSummary("Set a password by a one-time link")
        .OpenToAnybody("The link itself is the proof.")
        .RequireRateLimiting(RateLimits.SignIn);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string token, Request request, HttpContext context, Db database, Passwords passwords, Sessions sessions,
        TimeProvider time, CancellationToken cancel)
    {
        if (!SecureConnection.IsUsed(context)) return AccessProblems.SecureConnectionNeeded.Answer();
        var now = time.GetUtcNow();
        await using var work = await database.Begin(Actor.System, cancel);
        if (await OneTimeLink.Find(work, token, now) is not { } link) return AccessProblems.LinkSpent.Answer();

        var first = link.Kind == LinkKind.FirstAdministrator;
        var email = link.Email;
        var validation = new Validation();
        if (first && !EmailAddress.TryNormalise(request.Email, out email))
            validation.Check("email", Say($"This is no e-mail address."));
        if (first) validation.Check("name", NewPerson.NameObjection(request.Name));
        validation.Check("password", Passwords.Objection(request.Password, email ?? ""));
        if (validation.Failed) return validation.Answer();

        var person = link.PersonId;
        if (person is null)
        {
            var administrator = new NewPerson(
                email!, request.Name!.Trim(), NewPerson.LanguageOr(request.Language), [Role.Admin], []);
            person = await administrator.Add(work, now);
            if (person is null) return AccessProblems.EmailTaken.Answer();
        }
        await Password.Set(work, person.Value, await passwords.Hash(request.Password!, cancel), now);
        await OneTimeLink.Spend(work, link, now);
        await Audit.Write(work, Actor.System, now, "password-set-by-link", "person", person, new { link.Kind });
        await work.Commit();
        sessions.ForgetPerson(person.Value);
        return TypedResults.NoContent();
    }
}
