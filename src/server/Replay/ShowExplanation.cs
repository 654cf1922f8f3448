using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Replay;

/// <summary>Why a contact's agents were chosen, and why it waited meanwhile.</summary>
static class ShowExplanation
{
    /// <summary>A story is lived through again: more at once would be felt elsewhere.</summary>
    static readonly SemaphoreSlim turns = new(2);

    static readonly Problem unreadable = new("journal-unreadable", 500, "The past cannot be read",
        "What the journal holds is not what was written, or was written by another version. Nothing was changed. "
        + "Ask whoever runs the centre to look at it with ./centrala doctor.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{id:guid}/explanation", Handle).WithName("showExplanation")
        .WithSummary("Why a contact's agents were chosen, and why it waited meanwhile")
        .Requires(Permission.SeeFloor);

    static async Task<Results<Ok<ExplanationView>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, Names names, CancellationToken cancel)
    {
        await turns.WaitAsync(cancel);
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
            return unreadable.Answer();
        }
        finally
        {
            turns.Release();
        }
    }
}
