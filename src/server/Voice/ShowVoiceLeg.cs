using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>How the signed-in agent is heard; later changes come as <c>voice.leg</c> over the live line.</summary>
static class ShowVoiceLeg
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/voice/leg", Handle).WithName("showVoiceLeg").WithSummary("How one is heard, and the call that one is in")
        .Requires(Permission.HandleContacts);

    static async Task<Ok<VoiceLegView>> Handle(Actor actor, Telephony telephony) =>
        TypedResults.Ok(VoiceLegView.Of(telephony.IsOn ? await telephony.Link.Ask(new AskBrowser(actor.Id), patience) : null));
}
