using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Desk;

/// <summary>Looks for somebody else for the contact: through a queue, or one colleague, then the contact's queue.</summary>
static class TransferContact
{
    /// <summary>Exactly one of the two.</summary>
    public sealed record Request(Guid? QueueId, Guid? AgentId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/transfer", Handle).WithName("transferContact")
        .WithSummary("Hand a contact on; it stays with its agent until somebody takes it")
        .Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Cell cell, CancellationToken cancel) => request switch
        {
            { QueueId: { } queue, AgentId: null } =>
                await RoutingAnswer.From(cell.Send(CellCommand.TransferToQueue(id, actor.Id, queue), cancel)),
            { QueueId: null, AgentId: { } agent } =>
                await RoutingAnswer.From(cell.Send(CellCommand.TransferToAgent(id, actor.Id, agent), cancel)),
            _ => DeskProblems.OneTargetNeeded.Answer(),
        };
}
