namespace Centrala.Server.Voice;

/// <summary>Why the telephone refuses.</summary>
static class VoiceProblems
{
    public static readonly Problem TelephoneAway = new("telephone-away", 503, "The telephone does not answer",
        "The part of the program that holds the calls is away. Calls that are on go on. Try again in a moment.");

    public static readonly Problem NoTelephony = new("no-telephony", 409, "This centre takes no calls",
        "The telephone is not set up here. Nothing was changed. The manual's page about the telephone says how it is.");

    public static readonly Problem LeadIsBusy = new("lead-is-busy", 409, "You cannot join this call now",
        "You are in a call yourself, or two leads are in this one already. Nothing was changed.");

    public static readonly Problem NoTrunk = new("no-trunk", 503, "No carrier takes calls",
        "None of the trunks in voice.json names a peer that calls could be sent to. Nobody was called.");

    public static readonly Problem OnTheLine = new("on-the-line", 409, "The customer is on the line, or is being called",
        "There is a call with this customer already. Nobody was called. End it first, or wait until it is over.");

    public static readonly Problem SomebodyIsCalled = new("somebody-is-called", 409, "Somebody outside is in this call already",
        "A call takes one from outside at a time. Nobody was called. Let the first one go, then try again.");

    public static readonly Problem NoNumber = new("no-number", 400, "That is no telephone number",
        "A number has 7 to 15 digits, with its country or without. Nobody was called.");

    public static readonly Problem NumberNotAllowed = new("number-not-allowed", 403, "This number may not be called",
        "The partner's rule does not name the beginning of this number. Nobody was called; leads see that it was tried.");

    public static readonly Problem CallsUsedUp = new("calls-used-up", 429, "No more calls today",
        "The partner's rule allows no more calls today, of you or of all. Nobody was called; leads see that it was tried.");

    public static readonly Problem NoSuchCall = new("no-such-call", 409, "You are not in this call",
        "The call has ended, or somebody else has it. Nothing was changed.");
}
