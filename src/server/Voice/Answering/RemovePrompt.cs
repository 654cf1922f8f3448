using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>Takes a partner's own recording away: the program's voice says it again.</summary>
static class RemovePrompt
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/partners/{id:guid}/prompts/{language}/{name}", Handle).WithName("removePrompt")
        .WithSummary("Take a partner's own words away").Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, string language, string name, Actor actor, Db database, VoiceBook book, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("delete from prompt where partner_id = @id and language = @language and name = @name",
            new { id, language, name }) == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "prompt-removed", "partner", id, new { language, name });
        await work.Commit();
        await book.Read(cancel);
        return TypedResults.NoContent();
    }
}
