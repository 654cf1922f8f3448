namespace Centrala.Core.Routing;

/// <summary>
/// What happened. The remarks name the fields that an event of the kind carries. Journaled: never renumber.
/// </summary>
public enum EventKind : byte
{
    None = 0,

    /// <summary>Detail: <see cref="CellSettings"/>.</summary>
    CellConfigured = 1,

    /// <summary>Id, Number: the partner's.</summary>
    PartnerConfigured = 2,

    /// <summary>Id, Number: the skill's; Flag: it is a language.</summary>
    SkillConfigured = 3,

    /// <summary>Id, Number.</summary>
    TeamConfigured = 4,

    /// <summary>Id, Number.</summary>
    VendorConfigured = 5,

    /// <summary>Queue; Detail: <see cref="QueueSettings"/>.</summary>
    QueueConfigured = 6,

    /// <summary>Agent; Detail: <see cref="AgentSettings"/>.</summary>
    AgentConfigured = 7,

    /// <summary>Queue.</summary>
    QueueRemoved = 8,

    /// <summary>Agent.</summary>
    AgentRemoved = 9,

    /// <summary>Queue.</summary>
    QueueOpened = 10,

    /// <summary>Queue; Until: when it is expected to open, 0 if nobody knows.</summary>
    QueueClosed = 11,

    /// <summary>
    /// Contact, Id, External, Queue, Channel, Language, Cost, BaseMilli: raise over the queue's base, Until: arrival
    /// instant; Number: ticks from which its wait counts, 0 from the arrival; Detail: its own steps, if any. It seeks nobody yet.
    /// </summary>
    Arrived = 20,

    /// <summary>
    /// Contact, Queue, Step (the one that comes into force; 0: only <see cref="Event.Agent"/>), Until: end of that
    /// step, 0 none; Reason. It waits from here on.
    /// </summary>
    Queued = 21,

    /// <summary>Contact, Step, Until: end of that step, 0 none; Reason.</summary>
    StepEntered = 22,

    /// <summary>
    /// Contact, Queue, Agent, Offer, Until: deadline; Cost: points reserved; Reason, when somebody chose it.
    /// </summary>
    Offered = 23,

    /// <summary>
    /// Contact, Agent, Offer, Reason; Until: end of the cool-down, 0 none. Refused, missed or withdrawn: the contact
    /// has its place again.
    /// </summary>
    OfferFailed = 24,

    /// <summary>Contact, Queue, Agent, Segment, Offer (0: without an offer, the customer came back); Cost.</summary>
    Connected = 25,

    /// <summary>
    /// Contact, Agent, Segment, Reason; Until: end of the wrap-up; Flag: wrap-up begins (Until 0: without limit).
    /// </summary>
    SegmentEnded = 26,

    /// <summary>Contact, Agent, Segment, Reason.</summary>
    WrapUpEnded = 27,

    /// <summary>Contact, Reason; Number: last message seen. No customer's side any more; wrap-ups may run.</summary>
    ContactEnded = 28,

    /// <summary>
    /// Contact, Agent (whose it stays, 0 nobody's), Reason; Until: it wakes; Number: last message seen.
    /// </summary>
    ContactParked = 29,

    /// <summary>
    /// Contact, Reason; Until: from when its wait counts. Followed by Queued or Connected in the same decision.
    /// </summary>
    ContactWoken = 30,

    /// <summary>Contact, Reason; Until: from when its wait counts. Followed by Queued.</summary>
    ContactReopened = 31,

    /// <summary>
    /// Contact: the search for somebody else ended without him; the contact stays with its agent. Reason.
    /// </summary>
    SeekEnded = 32,

    /// <summary>Contact, BaseMilli.</summary>
    PrioritySet = 33,

    /// <summary>Contact, Number: offers so far. An alarm; it keeps waiting.</summary>
    OfferedTooOften = 34,

    /// <summary>Contact. Its number is never used again.</summary>
    ContactForgotten = 35,

    /// <summary>
    /// Contact, Queue, Flag: from the queue's present defaults. New steps and order are fixed; followed by Queued.
    /// </summary>
    StepsFixed = 36,

    /// <summary>
    /// Contact, Agent, Queue or ToAgent, Flag: or back to the sender; Reason: Consulted where it is to stay with him at first.
    /// Followed by Queued, unless the search runs already.
    /// </summary>
    TransferStarted = 37,

    /// <summary>Contact, Agent: he may be offered the contact again.</summary>
    CoolDownEnded = 38,

    /// <summary>
    /// Contact, Agent, Segment; Until: when it returns to its queue. The segment goes on; its handling stands still.
    /// </summary>
    WorkPaused = 39,

    /// <summary>Contact, Agent, Segment.</summary>
    WorkResumed = 40,

    /// <summary>
    /// Contact; Id: whom, as a digest; Agent: whose it is, 0 nobody's; Number: ticks until which it is his; Flag: the
    /// customer is called first. From here on nobody is on the line.
    /// </summary>
    CallbackPromised = 41,

    /// <summary>Contact, Queue, Agent: who is asked, and talks with who has it; Offer.</summary>
    Consulted = 42,

    /// <summary>Contact, Agent: who was asked; Reason. The contact stays with who has it.</summary>
    ConsultEnded = 43,

    /// <summary>Agent, State, Id: away kind, Reason.</summary>
    AgentStateChanged = 50,

    /// <summary>Agent; Until: when he counts as unreachable.</summary>
    ConnectionLost = 51,

    /// <summary>Agent.</summary>
    Reconnected = 52,

    /// <summary>Agent; Until: when his contacts return.</summary>
    BecameUnreachable = 53,

    /// <summary>Agent: his contacts have returned to their places.</summary>
    ContactsReturned = 54,

    /// <summary>Agent: he ramps in, and may be offered something again.</summary>
    RampInPauseEnded = 55,

    /// <summary>Agent: calls cannot reach him.</summary>
    TelephoneLost = 56,

    /// <summary>Agent.</summary>
    TelephoneGained = 57,

    /// <summary>Until: ticks by which every running clock moves.</summary>
    Resumed = 60,
}
