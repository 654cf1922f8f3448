using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>A lead has seen to an agent who asked for help: the flag goes down.</summary>
static class AnswerHelp
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/agents/{id:guid}/help", Handle).WithName("answerHelp").WithSummary("Take down an agent's call for help")
        .Requires(Permission.SteerFloor);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, HelpRequests help, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("delete from help_request where agent_id = @id", new { id }) == 0)
            return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "help-answered", "person", id);
        await work.Commit();
        help.Forget(id);
        return TypedResults.NoContent();
    }
}
