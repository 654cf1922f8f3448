using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Dispatch;

/// <summary>Drops a command that was set aside, for good: somebody has dealt with it in another way.</summary>
static class DropSetAside
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/set-aside/{id:long}", Handle).WithName("dropSetAside").WithSummary("Drop a command that was set aside")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        long id, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("delete from set_aside where id = @id", new { id }) == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "set-aside-dropped", "set_aside", null, new { id });
        await work.Commit();
        return TypedResults.NoContent();
    }
}
