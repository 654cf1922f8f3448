using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Has a queue follow its opening hours again after an emergency.</summary>
static class EndEmergency
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/queues/{id:guid}/emergency", Handle).WithName("endEmergency")
        .WithSummary("End a queue's emergency").Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, OpeningHours hours, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("delete from queue_emergency where queue_id = @id", new { id }) == 0)
            return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "emergency-ended", "queue", id);
        await work.Commit();
        hours.Reread();
        return TypedResults.NoContent();
    }
}
