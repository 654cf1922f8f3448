using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice;

/// <summary>Takes an agent's desk phone away: it is not called any more, and cannot register again.</summary>
static class RemovePhone
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/agents/{id:guid}/phone", Handle).WithName("removePhone").WithSummary("Take an agent's desk phone away")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, VoiceBook book, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("delete from sip_account where person_id = @id", new { id }) == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "phone-removed", "sip_account", id);
        await work.Commit();
        await book.Read(cancel);
        return TypedResults.NoContent();
    }
}
