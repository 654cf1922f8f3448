using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>The floor as it stands now. Who watches it on the live stream gets the same when it changes.</summary>
static class ShowFloor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/floor", Handle).WithName("showFloor").WithSummary("Queues, agents and waiting contacts, live")
        .Requires(Permission.SeeFloor);

    static async Task<Ok<FloorView>> Handle(Actor actor, Floors floors, CancellationToken cancel) =>
        TypedResults.Ok(await floors.Of(actor, cancel));
}
