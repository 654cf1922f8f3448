using Centrala.Server.Database;
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
        await using var work = await database.Begin(actor, cancel);
        if (await Store(work, actor, time.GetUtcNow(), id, request) is { } refusal) return refusal;
        await work.Commit();
        sessions.ForgetPerson(id);
        return TypedResults.NoContent();
    }

    internal static Validation Check(Request request) => new Validation()
        .Check("name", NewPerson.NameObjection(request.Name))
        .Check("roles", Role.Objection(request.Roles ?? []))
        .Check("partners", NewPerson.PartnersObjection(request.Partners))
        .Check("language", NewPerson.LanguageObjection(request.Language));

    /// <returns>Null when it was stored.</returns>
    internal static async Task<ProblemHttpResult?> Store(Work work, Actor actor, DateTimeOffset at, Guid id, Request request)
    {
        var validation = Check(request);
        if (validation.Failed) return validation.Answer();
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
        await Audit.Write(work, actor, at, "person-changed", "person", id, new { request.Roles, request.Partners });
        return null;
    }
}
