using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Dispatch;

/// <summary>Puts a command that was set aside back into the inbox, after what stood in its way was mended.</summary>
static class ReturnSetAside
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/set-aside/{id:long}/return", Handle).WithName("returnSetAside")
        .WithSummary("Try a command that was set aside once more")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        long id, Actor actor, Db database, Cell cell, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (!await work.Single<bool>("select return_set_aside(@id)", new { id })) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "set-aside-returned", "set_aside", null, new { id });
        await work.Commit();
        cell.Wake();
        return TypedResults.NoContent();
    }
}
