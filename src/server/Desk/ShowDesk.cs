using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>The reader's own desk, as it stands now. The live stream sends the same when it changes.</summary>
static class ShowDesk
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/desk", Handle).WithName("showDesk").WithSummary("One's own desk: state, offers, contacts, what waits")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<DeskView>, ProblemHttpResult>> Handle(Actor actor, Desks desks, CancellationToken cancel) =>
        await desks.Of(actor, cancel) is { } desk ? TypedResults.Ok(desk) : DeskProblems.NoAgent.Answer();
}
