using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Outgoing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Asking;

/// <summary>An agent asks somebody while his caller waits with music: a colleague, whoever a queue finds, or a number outside.</summary>
static class AskSomebody
{
    /// <summary>Exactly one of the three.</summary>
    /// <param name="Number">As people write numbers.</param>
    public sealed record Request(Guid? AgentId, Guid? QueueId, string? Number);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/consult", Handle).WithName("askSomebody")
        .WithSummary("Ask somebody while the caller waits: the call stays with its agent").Requires(Permission.HandleContacts);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Cell cell, CallIntoCall outside, CancellationToken cancel) => request switch
        {
            { AgentId: { } colleague, QueueId: null, Number: null } =>
                await RoutingAnswer.From(cell.Send(CellCommand.Consult(id, actor.Id, toAgent: colleague), cancel)),
            { AgentId: null, QueueId: { } queue, Number: null } =>
                await RoutingAnswer.From(cell.Send(CellCommand.Consult(id, actor.Id, queue: queue), cancel)),
            { AgentId: null, QueueId: null, Number: { } number } => await outside.Call(id, number, handsOver: false, actor, cancel),
            _ => DeskProblems.OneTargetNeeded.Answer(),
        };
}
