using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Replay;

/// <summary>The floor as it was, with the figures of its day up to then: rebuilt from the journal, not remembered.</summary>
static class ShowPastFloor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/floor/past", Handle).WithName("showPastFloor").WithSummary("The floor as it was at an instant")
        .Requires(Permission.SeeFloor);

    static async Task<Results<Ok<FloorView>, ProblemHttpResult>> Handle(
        DateTimeOffset at, Actor actor, Db database, Floors floors, TimeProvider time, CancellationToken cancel)
    {
        if (at > time.GetUtcNow()) return PastProblems.NotYet.Answer();
        using var turn = await PastTurn.Wait(cancel);
        try
        {
            await using var connection = await database.Writer.OpenConnectionAsync(cancel);
            var past = await PastFloor.At(connection, Cell.Default, at.ToUniversalTime(), cancel);
            return TypedResults.Ok((await floors.Past(past.View(at.ToUniversalTime()), cancel)).For(actor));
        }
        catch (DamagedJournalException)
        {
            return PastProblems.Unreadable.Answer();
        }
    }
}
