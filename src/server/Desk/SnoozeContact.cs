using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>Sets a contact aside until an instant. It comes back then, or as soon as the customer writes.</summary>
static class SnoozeContact
{
    /// <param name="LastMessage">Number of the last message that the agent has seen.</param>
    public sealed record Request(DateTimeOffset Until, long LastMessage = 0);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/snooze", Handle).WithName("snoozeContact").WithSummary("Set a contact aside until an instant")
        .Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Cell cell, CancellationToken cancel) => RoutingAnswer.From(
            cell.Send(CellCommand.Snooze(id, actor.Id, request.Until.ToUniversalTime(), request.LastMessage), cancel));
}
