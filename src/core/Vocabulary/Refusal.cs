namespace Centrala.Core.Vocabulary;

/// <summary>
/// An expected "no". It changes nothing, is answered to whoever asked, and is counted, not journaled.
/// </summary>
/// <param name="Name">Kebab-case and stable: it names the problem's page.</param>
/// <param name="Title">One sentence for people, in English.</param>
public sealed record Refusal(string Name, string Title)
{
    public static readonly Refusal UnknownContact = new("unknown-contact", "There is no such contact.");
    public static readonly Refusal UnknownAgent = new("unknown-agent", "There is no such agent.");
    public static readonly Refusal UnknownQueue = new("unknown-queue", "There is no such queue.");
    public static readonly Refusal UnknownReference =
        new("unknown-reference", "The settings name a partner, skill, team, vendor, queue or agent that is not there.");
    public static readonly Refusal AlreadyArrived = new("already-arrived", "This contact has arrived before.");
    public static readonly Refusal OfferGone = new("offer-gone", "The contact is not offered to this agent.");
    public static readonly Refusal OfferExpired = new("offer-expired", "The offer had passed its deadline.");
    public static readonly Refusal NotConnected = new("not-connected", "The agent is not connected with this contact.");
    public static readonly Refusal NotInWrapUp = new("not-in-wrap-up", "The agent does not wrap up this contact.");
    public static readonly Refusal NotParked = new("not-parked", "The contact is not parked.");
    public static readonly Refusal NotWaiting = new("not-waiting", "The contact does not wait.");
    public static readonly Refusal ContactEnded = new("contact-ended", "The contact has ended.");
    public static readonly Refusal ContactNotEnded = new("contact-not-ended", "The contact has not ended.");
    public static readonly Refusal MessageAlreadySeen =
        new("message-already-seen", "The message had been seen when the contact was closed or parked.");
    public static readonly Refusal TransferRunning =
        new("transfer-running", "The contact is being transferred already.");
    public static readonly Refusal NoTransfer = new("no-transfer", "The contact is not being transferred.");
    public static readonly Refusal NoConsult = new("no-consult", "Nobody else is asked in this call.");
    public static readonly Refusal NotACall = new("not-a-call", "Only in a call can somebody else be asked first.");
    public static readonly Refusal TransferToSelf = new("transfer-to-self", "An agent cannot transfer to himself.");
    public static readonly Refusal AgentServesOthers =
        new("agent-does-not-serve-partner", "The agent does not serve this contact's partner.");
    public static readonly Refusal AgentOffline = new("agent-offline", "The agent is not signed in.");
    public static readonly Refusal AgentNotAvailable =
        new("agent-not-available", "The agent is not available, or without a connection.");
    public static readonly Refusal CallbackOpen =
        new("callback-open", "A callback to this number is promised in this queue already.");
    public static readonly Refusal PickingNotAllowed =
        new("picking-not-allowed", "Agents do not choose among the contacts of this queue.");
    public static readonly Refusal NotEligible =
        new("not-eligible", "The contact's queue, or its step in force, does not ask for this agent.");
    public static readonly Refusal HeldBack = new("held-back", "The agent is kept free for another queue.");
    public static readonly Refusal NoRoom =
        new("no-room", "The agent has no room for one more contact of this channel.");
    public static readonly Refusal NoDevice =
        new("no-device", "The agent has no telephone: neither a browser that is heard nor a phone.");
    public static readonly Refusal OtherPartner = new("other-partner", "The queue belongs to another partner.");
    public static readonly Refusal QueueIsClosed = new("queue-is-closed", "The queue is closed.");
    public static readonly Refusal QueueNotEmpty = new("queue-not-empty", "Contacts still wait in the queue.");
    public static readonly Refusal ContactsStillOpen =
        new("contacts-still-open", "End or hand over the open contacts before going offline.");
    public static readonly Refusal SettingOutOfRange = new("setting-out-of-range", "A setting is outside its limits.");
    public static readonly Refusal TooMany = new("too-many", "A limit of the cell is reached.");
    public static readonly Refusal NothingChanges = new("nothing-changes", "It is so already.");
    public static readonly Refusal InstantOutOfRange =
        new("instant-out-of-range", "The instant lies in the past or too far in the future.");
    public static readonly Refusal NotUnderstood = new("not-understood", "The command lacks what it needs.");

    /// <summary>Every refusal of the router, for the pages that explain them.</summary>
    public static IReadOnlyList<Refusal> OfTheRouter { get; } =
    [
        UnknownContact, UnknownAgent, UnknownQueue, UnknownReference, AlreadyArrived, OfferGone, OfferExpired,
        NotConnected, NotInWrapUp, NotParked, NotWaiting, ContactEnded, ContactNotEnded, MessageAlreadySeen,
        TransferRunning, NoTransfer, NoConsult, NotACall, TransferToSelf, AgentServesOthers, AgentOffline, AgentNotAvailable,
        CallbackOpen, PickingNotAllowed, NotEligible, HeldBack, NoRoom, NoDevice, OtherPartner,
        QueueIsClosed, QueueNotEmpty, ContactsStillOpen, SettingOutOfRange, TooMany, NothingChanges,
        InstantOutOfRange, NotUnderstood,
    ];
}
