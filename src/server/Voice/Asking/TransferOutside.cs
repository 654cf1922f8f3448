using Centrala.Server.Voice.Outgoing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Asking;

/// <summary>Hands a call to a number outside: it is the agent's until somebody answers there, so that no caller is lost.</summary>
static class TransferOutside
{
    /// <param name="Number">As people write numbers.</param>
    public sealed record Request(string Number);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/contacts/{id:guid}/outside-transfer", Handle).WithName("transferOutside")
        .WithSummary("Hand a call to a number outside, as soon as somebody answers there").Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, CallIntoCall outside, CancellationToken cancel) =>
        outside.Call(id, request.Number, handsOver: true, actor, cancel);
}
