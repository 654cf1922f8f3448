using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Replies;

/// <summary>Takes a saved reply out of use, in one language.</summary>
static class RemoveReply
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/replies/{id:guid}", Handle).WithName("removeReply").WithSummary("Remove a saved reply")
        .Requires(Permission.ManageReplies);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (!await edit.Remove("saved_reply", id)) return CommonProblems.NotFound.Answer();
        await edit.Finish();
        return TypedResults.NoContent();
    }
}
