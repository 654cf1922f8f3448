using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Takes a widget out of use, and back into use. Pages with its key show no chat; chats that run go on.</summary>
static class RemoveWidget
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDelete("/widgets/{id:guid}", Remove).WithName("removeWidget").WithSummary("Remove a widget")
            .Requires(Permission.ManageOrganisation);
        routes.MapPost("/widgets/{id:guid}/restoration", Restore).WithName("restoreWidget")
            .WithSummary("Remove a widget: take it back").Requires(Permission.ManageOrganisation);
    }

    static Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, Actor actor, Db database, Widgets widgets, TimeProvider time, CancellationToken cancel) =>
        Set(id, actor, database, widgets, time.GetUtcNow(), gone: true, cancel);

    static Task<Results<NoContent, ProblemHttpResult>> Restore(
        Guid id, Actor actor, Db database, Widgets widgets, TimeProvider time, CancellationToken cancel) =>
        Set(id, actor, database, widgets, time.GetUtcNow(), gone: false, cancel);

    static async Task<Results<NoContent, ProblemHttpResult>> Set(
        Guid id, Actor actor, Db database, Widgets widgets, DateTimeOffset now, bool gone, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var changed = await work.Execute("""
            update widget set removed_at = @removedAt, version = version + 1
            where id = @id and (removed_at is null) = @gone
            """, new { id, gone, removedAt = gone ? now : (DateTimeOffset?)null });
        if (changed == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, now, gone ? "widget-removed" : "widget-restored", "widget", id);
        await work.Commit();
        widgets.Forget();
        return TypedResults.NoContent();
    }
}
