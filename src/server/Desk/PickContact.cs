using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>An agent chooses a waiting contact, where its queue lets him.</summary>
static class PickContact
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/picking", Handle).WithName("pickContact")
        .WithSummary("Choose a waiting contact of a queue that allows it").Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Cell cell, CancellationToken cancel) =>
        RoutingAnswer.From(cell.Send(CellCommand.PickContact(id, actor.Id), cancel));
}
