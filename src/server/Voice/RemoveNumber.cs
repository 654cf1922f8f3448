using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>Takes a telephone number out of use: who calls it is told that it is nobody's.</summary>
static class RemoveNumber
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/telephone-numbers/{id:guid}", Handle).WithName("removeTelephoneNumber").WithSummary("Remove a telephone number")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Edit.Source edits, VoiceBook book, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (!await edit.Remove("telephone_number", id)) return CommonProblems.NotFound.Answer();
        await edit.Finish();
        await book.Read(cancel);
        return TypedResults.NoContent();
    }
}
