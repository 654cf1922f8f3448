namespace Centrala.Core.Vocabulary;

/// <summary>
/// Why something ended, returned, woke or moved. One list, because many reasons fit several events. Journaled: never
/// renumber.
/// </summary>
public enum Reason : byte
{
    None = 0,

    // Why a contact ended.
    /// <summary>The customer left before anybody answered.</summary>
    Abandoned = 1,
    CustomerEnded = 2,
    AgentEnded = 3,
    CustomerSilent = 4,
    QueueFull = 5,
    QueueClosed = 6,
    UnknownQueue = 7,
    EndedByLead = 8,
    QueueRemoved = 9,
    Blocked = 10,

    /// <summary>The customer did not answer the call back.</summary>
    NotReached = 11,

    /// <summary>The customer's line is there no longer, though nobody has hung up.</summary>
    ConnectionLost = 12,

    /// <summary>The centre's own telephone failed with the call on it; also why such a contact is set aside until he calls again.</summary>
    TelephoneLost = 13,

    // Why an offer or a segment came to nothing.
    Refused = 20,
    Missed = 21,
    AgentWentAway = 22,
    AgentUnreachable = 23,
    SignedOutByLead = 24,
    AgentRemoved = 25,
    ContactEnded = 26,
    ContactParked = 27,
    ContactMoved = 28,
    TransferCancelled = 29,
    AgentReconfigured = 30,
    NoRoomLeft = 31,
    NoTelephone = 32,

    // Why a contact is set aside, and why it comes back.
    WaitingForCustomer = 40,
    Snoozed = 41,
    MessageTaken = 42,
    LineLost = 43,
    CustomerBack = 44,
    WakeUpDue = 45,
    QueueOpened = 46,
    AgentResumed = 47,
    MessageAfterEnd = 48,
    CallbackPromised = 49,
    CallingCustomer = 50,

    // Why a contact is in another step, queue or pair of hands.
    StepTimeOver = 60,
    NobodySignedIn = 61,
    Overflow = 62,
    Transferred = 63,
    MovedByLead = 64,
    ClosingRule = 65,
    Accepted = 66,
    NamedAgentDeclined = 67,
    TakenByLead = 68,
    GivenByLead = 69,
    PausedTooLong = 70,
    PickedByAgent = 71,
    Consulted = 72,

    // Why a wrap-up ended.
    Done = 80,
    LimitReached = 81,

    // Why an agent's state changed.
    Chosen = 90,
}
