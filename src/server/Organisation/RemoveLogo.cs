using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Takes a partner's picture away; its colour stays.</summary>
static class RemoveLogo
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/partners/{id:guid}/logo", Handle).WithName("removeLogo").WithSummary("Remove a partner's logo")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("delete from partner_logo where partner_id = @id", new { id }) == 0)
            return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "logo-removed", "partner", id);
        await work.Commit();
        return TypedResults.NoContent();
    }
}
