using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Recording;

/// <summary>Pauses the recording of one's own call while something is said that must not be kept, and goes on with it.</summary>
static class PauseRecording
{
    public sealed record Request(bool IsPaused);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/contacts/{contactId:guid}/recording/pause", Handle).WithName("pauseRecording")
        .WithSummary("Pause the recording of one's call, or go on").Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(Guid contactId, Request request, Actor actor, Telephony telephony) =>
        CallAnswer.To(telephony, new PauseAsked(contactId, actor.Id, request.IsPaused));
}
