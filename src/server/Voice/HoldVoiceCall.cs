using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>The agent has the caller wait with music, or goes on talking.</summary>
static class HoldVoiceCall
{
    public sealed record Request(bool IsHeld);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/contacts/{id:guid}/hold", Handle).WithName("holdVoiceCall").WithSummary("Put a caller on hold, or take the call up again")
        .Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, Actor actor, Telephony telephony) =>
        CallAnswer.To(telephony, new HoldCall(id, actor.Id, request.IsHeld));
}
