using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Opens a deactivated account again, with the former roles and password; sessions stay ended.</summary>
static class ReactivatePerson
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/people/{id:guid}/deactivation", Handle).WithName("reactivatePerson")
        .WithSummary("Reactivate a person")
        .Requires(Permission.ManagePeople);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var changed = await work.Execute("""
            update person set deactivated_at = null, version = version + 1 where id = @id and deactivated_at is not null
            """, new { id });
        if (changed == 0)
            return await work.Single<bool>("select exists (select from person where id = @id)", new { id })
                ? TypedResults.NoContent() : CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "person-reactivated", "person", id);
        await work.Commit();
        return TypedResults.NoContent();
    }
}
