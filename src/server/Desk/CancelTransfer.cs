using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>Calls back a transfer that nobody has accepted yet.</summary>
static class CancelTransfer
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/contacts/{id:guid}/transfer", Handle).WithName("cancelTransfer").WithSummary("Call a transfer back")
        .Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Cell cell, CancellationToken cancel) =>
        RoutingAnswer.From(cell.Send(CellCommand.CancelTransfer(id, actor.Id), cancel));
}
