using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>The agent ends the contact; wrap-up begins.</summary>
static class EndContact
{
    /// <param name="LastMessage">Number of the last message that the agent has seen: a later one opens the contact again.</param>
    public sealed record Request(long LastMessage);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/end", Handle).WithName("endContact").WithSummary("End a contact")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Cell cell, CancellationToken cancel) =>
        request.LastMessage < 0
            ? CommonProblems.InvalidInput.Answer("A message's number is not negative.")
            : await RoutingAnswer.From(cell.Send(CellCommand.EndSegment(id, actor.Id, request.LastMessage), cancel));
}
