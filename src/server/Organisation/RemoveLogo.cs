using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Takes a partner's picture away; its colour stays. It can be taken back until there is another picture.</summary>
static class RemoveLogo
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDelete("/partners/{id:guid}/logo", Remove).WithName("removeLogo").WithSummary("Remove a partner's logo")
            .Requires(Permission.ManageOrganisation);
        routes.MapPost("/partners/{id:guid}/logo/restoration", Restore).WithName("restoreLogo")
            .WithSummary("Remove a partner's logo: take it back").Requires(Permission.ManageOrganisation);
    }

    static Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel) =>
        Change(id, "set removed_at = @at where removed_at is null", "logo-removed", actor, database, time, cancel);

    static Task<Results<NoContent, ProblemHttpResult>> Restore(
        Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel) =>
        Change(id, "set removed_at = null where removed_at is not null", "logo-restored", actor, database, time, cancel);

    static async Task<Results<NoContent, ProblemHttpResult>> Change(
        Guid id, string how, string what, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute($"update partner_logo {how} and partner_id = @id", new { id, at }) == 0)
            return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, at, what, "partner", id);
        await work.Commit();
        return TypedResults.NoContent();
    }
}
