using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>Lets an offered contact go to somebody else; the agent stays available.</summary>
static class RefuseOffer
{
    /// <param name="Number">The offer's; 0 or nothing for whichever stands.</param>
    public sealed record Request(int Number = 0);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/refusal", Handle).WithName("refuseOffer").WithSummary("Refuse an offered contact")
        .Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request? request, Actor actor, Cell cell, CancellationToken cancel) =>
        RoutingAnswer.From(cell.Send(CellCommand.RefuseOffer(id, actor.Id, request?.Number ?? 0), cancel));
}
