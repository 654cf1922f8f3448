using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Makes an account and a link by which its person sets a password.</summary>
static class InvitePerson
{
    public sealed record Request(
        string? Email, string? Name, IReadOnlyList<string>? Roles, IReadOnlyList<Guid>? Partners, string? Language);

    /// <param name="Link">Shown this once; hand it to the person.</param>
    public sealed record Response(Guid PersonId, string Link);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/invitations", Handle).WithName("invitePerson").WithSummary("Invite a person")
        .Requires(Permission.ManagePeople);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, Actor actor, HttpRequest http, Db database, TimeProvider time, CancellationToken cancel)
    {
        var validation = new Validation()
            .Check("email",
                EmailAddress.TryNormalise(request.Email, out var email) ? null : Say($"This is no e-mail address."))
            .Check("name", NewPerson.NameObjection(request.Name))
            .Check("roles", Role.Objection(request.Roles ?? []))
            .Check("partners", NewPerson.PartnersObjection(request.Partners))
            .Check("language", NewPerson.LanguageObjection(request.Language));
        if (validation.Failed) return validation.Answer();

        var now = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        var person = new NewPerson(
            email!, request.Name!.Trim(), NewPerson.LanguageOr(request.Language), request.Roles!,
            request.Partners ?? []);
        if (await person.Add(work, now) is not { } id) return AccessProblems.EmailTaken.Answer();
        var path = await OneTimeLink.Make(work, LinkKind.Invitation, id, now);
        await Audit.Write(work, actor, now, "person-invited", "person", id, new { person.Roles, person.Partners });
        await work.Commit();
        return TypedResults.Ok(new Response(id, OneTimeLink.At(http, path)));
    }

    /// <summary>Makes the account of somebody who is known elsewhere, without a link: he is given one later.</summary>
    /// <returns>Null when it was stored.</returns>
    internal static async Task<ProblemHttpResult?> Store(
        Work work, Actor actor, DateTimeOffset at, Guid id, string address, ChangePerson.Request settings)
    {
        var validation = ChangePerson.Check(settings).Check("email",
            EmailAddress.TryNormalise(address, out var email) ? null : Say($"This is no e-mail address."));
        if (validation.Failed) return validation.Answer();
        var person = new NewPerson(
            email!, settings.Name!.Trim(), NewPerson.LanguageOr(settings.Language), settings.Roles!, settings.Partners ?? []);
        if (await person.Add(work, at, id) is null) return AccessProblems.EmailTaken.Answer();
        await Audit.Write(work, actor, at, "person-invited", "person", id, new { person.Roles, person.Partners });
        return null;
    }
}
