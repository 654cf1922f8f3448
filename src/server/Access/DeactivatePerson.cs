using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// Closes an account: sign-in, links and tokens stop, sessions end on every node within five seconds.
/// </summary>
static class DeactivatePerson
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/people/{id:guid}/deactivation", Handle).WithName("deactivatePerson")
        .WithSummary("Deactivate a person")
        .Requires(Permission.ManagePeople);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, Sessions sessions, ApiTokens tokens, TimeProvider time,
        CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        if (Administrators.IsLast(await Administrators.Lock(work), id))
            return AccessProblems.LastAdministrator.Answer();
        var changed = await work.Execute("""
            update person set deactivated_at = @now, version = version + 1 where id = @id and deactivated_at is null
            """, new { now, id });
        if (changed == 0)
            return await work.Single<bool>("select exists (select from person where id = @id)", new { id })
                ? TypedResults.NoContent() : CommonProblems.NotFound.Answer();
        await work.Execute(
            "update session set ended_at = @now where person_id = @id and ended_at is null", new { now, id });
        await work.Execute("delete from one_time_link where person_id = @id and used_at is null", new { id });
        await Audit.Write(work, actor, now, "person-deactivated", "person", id);
        await work.Commit();
        sessions.ForgetPerson(id);
        tokens.ForgetAll();
        return TypedResults.NoContent();
    }
}
