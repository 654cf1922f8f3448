using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>The agent hears himself, over the same way that callers will: to try headset and network. A call ends it.</summary>
static class EchoVoiceLeg
{
    public sealed record Request(bool IsOn);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/voice/echo", Handle).WithName("echoVoiceLeg").WithSummary("Hear oneself, to try the sound")
        .Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(Request request, Actor actor, Telephony telephony) =>
        CallAnswer.To(telephony, new EchoBrowser(actor.Id, request.IsOn));
}
