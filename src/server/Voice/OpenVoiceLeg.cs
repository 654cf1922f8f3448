using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>
/// The agent's browser offers its sound, once for all calls to come. Another one of the same agent is let go as soon as
/// this one is heard; a call goes on with it. Its id is made by the tab.
/// </summary>
static class OpenVoiceLeg
{
    const int OfferMax = 20_000;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <param name="Offer">A session description with one stream of sound, all of its candidates or none.</param>
    public sealed record Request(string Offer);

    public sealed record Response(string Answer);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/voice/leg/{id:guid}", Handle).WithName("openVoiceLeg").WithSummary("Open the browser's sound for calls")
        .Requires(Permission.HandleContacts);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Request request, Actor actor, Telephony telephony)
    {
        if (request.Offer.Length > OfferMax) return CommonProblems.InvalidInput.Answer("The offer is too long.");
        if (!telephony.IsOn) return VoiceProblems.NoTelephony.Answer();
        return await telephony.Link.Ask(new OpenBrowser(actor.Id, id, request.Offer), patience) switch
        {
            { Answer: { } description } => TypedResults.Ok(new Response(description)),
            { Problem: { } problem } => CommonProblems.InvalidInput.Answer(problem),
            _ => VoiceProblems.TelephoneAway.Answer(),
        };
    }
}
