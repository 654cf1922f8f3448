using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Replay;

/// <summary>Why a contact's agents were chosen, and why it waited meanwhile.</summary>
static class ShowExplanation
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{id:guid}/explanation", Handle).WithName("showExplanation")
        .WithSummary("Why a contact's agents were chosen, and why it waited meanwhile")
        .Requires(Permission.SeeFloor);

    static async Task<Results<Ok<ExplanationView>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, Names names, CancellationToken cancel)
    {
        using var turn = await PastTurn.Wait(cancel);
        try
        {
            await using var work = await database.Begin(actor, cancel);
            if (await ExplainContact.Of(id, work, database, cancel) is not { } found) return CommonProblems.NotFound.Answer();
            if (found.Partner is { } partner && !actor.Serves(partner)) return CommonProblems.NotFound.Answer();
            var view = ExplanationView.Of(found.Story, await names.Get(cancel), actor.Serves);
            return TypedResults.Ok(actor.Kind == ActorKind.Partner ? view.WithoutNames() : view);
        }
        catch (DamagedJournalException)
        {
            return PastProblems.Unreadable.Answer();
        }
    }
}
