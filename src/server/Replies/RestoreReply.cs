using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Replies;

/// <summary>Takes back the removal of a saved reply.</summary>
static class RestoreReply
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/replies/{id:guid}/restoration", Handle).WithName("restoreReply").WithSummary("Remove a saved reply: take it back")
        .Requires(Permission.ManageReplies);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (await edit.Restore("saved_reply", id) is { } refusal) return refusal;
        await edit.Finish();
        return TypedResults.NoContent();
    }
}
