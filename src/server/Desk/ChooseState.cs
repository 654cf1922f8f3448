using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>The agent's own choice: available, away with a reason, or offline.</summary>
static class ChooseState
{
    /// <param name="AwayKind">One of the directory's, when away; otherwise nothing.</param>
    public sealed record Request(AgentState State, Guid? AwayKind);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/desk/state", Handle).WithName("chooseState").WithSummary("Become available, away or offline")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, Actor actor, Cell cell, Db database, CancellationToken cancel)
    {
        var kind = request.State == AgentState.Away ? request.AwayKind : null;
        if (request.State == AgentState.Away && !await IsChosen(database, actor, kind, cancel))
            return DeskProblems.AwayKindNeeded.Answer();
        return await RoutingAnswer.From(
            cell.Send(CellCommand.ChooseState(actor.Id, request.State, kind ?? default), cancel));
    }

    static async Task<bool> IsChosen(Db database, Actor actor, Guid? kind, CancellationToken cancel)
    {
        if (kind is null) return false;
        await using var work = await database.Begin(actor, cancel);
        return await work.Single<bool>(
            "select exists (select from away_kind where id = @kind and chosen and removed_at is null)", new { kind });
    }
}
