using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Changes a person's name, language, roles and partners. Requests obey within seconds; live connections are
/// closed and come back with the new rights.</summary>
static class ChangePerson
{
    /// <param name="Version">That was read: a change in between is not overwritten.</param>
    public sealed record Request(
        string? Name, string? Language, IReadOnlyList<string>? Roles, IReadOnlyList<Guid>? Partners, int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/people/{id:guid}", Handle).WithName("changePerson")
        .WithSummary("Change a person's name, roles and partners")
        .Requires(Permission.ManagePeople);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, Sessions sessions, TimeProvider time,
        CancellationToken cancel)
    {
        var validation = new Validation()
            .Check("name", NewPerson.NameObjection(request.Name))
            .Check("roles", Role.Objection(request.Roles ?? []))
            .Check("partners", NewPerson.PartnersObjection(request.Partners))
            .Check("language", NewPerson.LanguageObjection(request.Language));
        if (validation.Failed) return validation.Answer();

        await using var work = await database.Begin(actor, cancel);
        var administrators = await Administrators.Lock(work);
        var version = await work.Single<int?>("select version from person where id = @id for update", new { id });
        if (version is null) return CommonProblems.NotFound.Answer();
        if (version != request.Version) return CommonProblems.ChangedMeanwhile.Answer();
        if (!request.Roles!.Contains(Role.Admin) && Administrators.IsLast(administrators, id))
            return AccessProblems.LastAdministrator.Answer();

        await work.Execute("""
            update person set name = @name, language = coalesce(@Language, language), roles = @roles,
              partners = @partners, version = version + 1
            where id = @id
            """, new
        {
            id,
            name = request.Name!.Trim(),
            request.Language,
            roles = request.Roles!.Distinct().ToArray(),
            partners = (request.Partners ?? []).Distinct().ToArray(),
        });
        await Audit.Write(
            work, actor, time.GetUtcNow(), "person-changed", "person", id, new { request.Roles, request.Partners });
        await work.Commit();
        sessions.ForgetPerson(id);
        return TypedResults.NoContent();
    }
}
