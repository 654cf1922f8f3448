namespace Centrala.Server.Voice;

/// <summary>Why the telephone refuses.</summary>
static class VoiceProblems
{
    public static readonly Problem TelephoneAway = new("telephone-away", 503, "The telephone does not answer",
        "The part of the program that holds the calls is away. Calls that are on go on. Try again in a moment.");

    public static readonly Problem NoSuchCall = new("no-such-call", 409, "You are not in this call",
        "The call has ended, or somebody else has it. Nothing was changed.");
}
