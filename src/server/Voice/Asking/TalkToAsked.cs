using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Asking;

/// <summary>An agent who asks somebody talks with the caller again, with whom he asks, or has everybody talk together.</summary>
static class TalkToAsked
{
    /// <param name="With">Who hears the agent, and is heard: the others wait with music.</param>
    public sealed record Request(Talk With);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/contacts/{id:guid}/consult", Handle).WithName("talkToAsked")
        .WithSummary("Talk with the caller, with whom one asks, or with all together").Requires(Permission.HandleContacts);

    static Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, Actor actor, Telephony telephony) =>
        CallAnswer.To(telephony, new TalkTo(id, actor.Id, request.With));
}
