using Centrala.Server.Voice.Link;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>What the telephone made of an agent's wish, as an answer over HTTP.</summary>
static class CallAnswer
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public static async Task<Results<NoContent, ProblemHttpResult>> To(Telephony telephony, Question<CallDone> wish)
    {
        if (!telephony.IsOn) return VoiceProblems.NoTelephony.Answer();
        if (await telephony.Link.Ask(wish, patience) is not { } done) return VoiceProblems.TelephoneAway.Answer();
        return done.Was ? TypedResults.NoContent() : VoiceProblems.NoSuchCall.Answer();
    }
}
