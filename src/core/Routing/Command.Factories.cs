using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public readonly partial record struct Command
{
    public static Command ConfigureCell(CellSettings settings) => new()
    {
        Kind = CommandKind.ConfigureCell,
        Detail = settings,
    };

    public static Command ConfigurePartner(Guid id) => new() { Kind = CommandKind.ConfigurePartner, Id = id };

    public static Command ConfigureSkill(Guid id, bool isLanguage) =>
        new() { Kind = CommandKind.ConfigureSkill, Id = id, Flag = isLanguage };

    public static Command ConfigureTeam(Guid id) => new() { Kind = CommandKind.ConfigureTeam, Id = id };

    public static Command ConfigureVendor(Guid id) => new() { Kind = CommandKind.ConfigureVendor, Id = id };

    /// <summary>
    /// A new queue, or new defaults for the arrivals of an existing one. What it names must exist, except <see
    /// cref="QueueSettings.DivertsTo"/>.
    /// </summary>
    public static Command ConfigureQueue(QueueSettings settings) =>
        new() { Kind = CommandKind.ConfigureQueue, Id = settings.Id, Detail = settings };

    /// <summary>A new agent (offline, without a connection), or changed settings. What it names must exist.</summary>
    public static Command ConfigureAgent(AgentSettings settings) =>
        new() { Kind = CommandKind.ConfigureAgent, Id = settings.Id, Detail = settings };

    /// <summary>Refused while contacts wait in it, or are connected, parked or wrapped up through it.</summary>
    public static Command RemoveQueue(int queue) => new() { Kind = CommandKind.RemoveQueue, Queue = queue };

    /// <summary>Signs the agent out first: his contacts return to their places.</summary>
    public static Command RemoveAgent(int agent) => new() { Kind = CommandKind.RemoveAgent, Agent = agent };

    /// <summary>New arrivals wait again, and the messages taken while it was closed wake.</summary>
    public static Command OpenQueue(int queue) => new() { Kind = CommandKind.OpenQueue, Queue = queue };

    /// <param name="opensAt">When messages taken meanwhile wake at the latest; null when nobody knows.</param>
    public static Command CloseQueue(int queue, DateTimeOffset? opensAt = null) =>
        new() { Kind = CommandKind.CloseQueue, Queue = queue, Ticks = opensAt?.UtcTicks ?? 0 };

    /// <summary>An arrival of which nothing more is known.</summary>
    /// <param name="arrivedTicks">UTC.</param>
    internal static Command Arrive(Guid id, int queue, Channel channel, long arrivedTicks) =>
        new() { Kind = CommandKind.Arrive, Id = id, Queue = queue, Channel = channel, Ticks = arrivedTicks };

    public static Command Arrive(in Arrival arrival) => new()
    {
        Kind = CommandKind.Arrive,
        Id = arrival.Id,
        External = arrival.External,
        Queue = arrival.Queue,
        Channel = arrival.Channel,
        Ticks = arrival.ArrivedAt.UtcTicks,
        Number = arrival.Due?.UtcTicks ?? 0,
        Language = arrival.Language,
        BaseMilli = arrival.RaiseMilli,
        Cost = arrival.Cost,
        Detail = arrival.Steps,
    };

    /// <summary>
    /// Ends a contact in any state: the customer left or ended it, fell silent, was lost or blocked, or a lead ended it.
    /// </summary>
    /// <param name="reason">
    /// <see cref="Reason.CustomerEnded"/> and <see cref="Reason.ConnectionLost"/> become <see cref="Reason.Abandoned"/> when nobody
    /// has answered yet.
    /// </param>
    /// <param name="lastMessage">The number of the last message seen; a later one reopens the contact.</param>
    public static Command EndContact(int contact, Reason reason, long lastMessage = 0) =>
        new() { Kind = CommandKind.EndContact, Contact = contact, Reason = reason, Number = lastMessage };

    /// <summary>
    /// Sets a contact aside (its customer is silent, its line is lost); its agent, if any, gets it back when it wakes.
    /// </summary>
    public static Command ParkContact(int contact, DateTimeOffset wakesAt, Reason reason, long lastMessage = 0) =>
        new()
        {
            Kind = CommandKind.ParkContact,
            Contact = contact,
            Ticks = wakesAt.UtcTicks,
            Reason = reason,
            Number = lastMessage,
        };

    /// <summary>
    /// Ends the parking early. To its agent at once when he can take it, else it waits for him and then for its queue.
    /// </summary>
    /// <param name="reason"><see cref="Reason.CustomerBack"/> or <see cref="Reason.AgentResumed"/>.</param>
    /// <param name="message">The message that woke it; refused when it was seen before the parking. 0: not because of a
    /// message.</param>
    public static Command WakeContact(int contact, Reason reason, long message = 0) =>
        new() { Kind = CommandKind.WakeContact, Contact = contact, Reason = reason, Number = message };

    /// <summary>
    /// A message came after the end (wrap-up or ended): the contact waits again, for its last agent first.
    /// </summary>
    public static Command ReopenContact(int contact, long message) =>
        new() { Kind = CommandKind.ReopenContact, Contact = contact, Number = message };

    /// <summary>
    /// The customer is called back: the contact keeps its wait and waits, or sleeps until it is due, without him. Who
    /// talked with him has his wrap-up.
    /// </summary>
    public static Command PromiseCallback(int contact, in Promise promise) => new()
    {
        Kind = CommandKind.PromiseCallback,
        Contact = contact,
        Id = promise.Whom,
        Ticks = promise.Due?.UtcTicks ?? 0,
        Agent = promise.Agent,
        Number = promise.Release?.UtcTicks ?? 0,
        Flag = promise.CustomerFirst,
    };

    /// <param name="awayKind">Which kind of away, an id of the organisation; empty for the other states.</param>
    public static Command ChooseState(int agent, AgentState state, Guid awayKind = default) =>
        new() { Kind = CommandKind.ChooseState, Agent = agent, State = state, Id = awayKind };

    /// <summary>The agent's last live connection is gone.</summary>
    public static Command LoseConnection(int agent) => new() { Kind = CommandKind.LoseConnection, Agent = agent };

    /// <summary>The agent has a live connection (the first, or again).</summary>
    public static Command Reconnect(int agent) => new() { Kind = CommandKind.Reconnect, Agent = agent };

    /// <summary>
    /// The agent has neither a browser that is heard nor a phone: until he has one, no call is offered to him. Whoever
    /// was never said to be without one has one.
    /// </summary>
    public static Command LoseTelephone(int agent) => new() { Kind = CommandKind.LoseTelephone, Agent = agent };

    public static Command GainTelephone(int agent) => new() { Kind = CommandKind.GainTelephone, Agent = agent };

    /// <summary>A lead signs an agent out: offline, contacts return to their places, wrap-ups end.</summary>
    public static Command SignOut(int agent) => new() { Kind = CommandKind.SignOut, Agent = agent };

    /// <param name="offer">The offer's number, so that a late click cannot take a later offer; 0: whichever
    /// stands.</param>
    public static Command AcceptOffer(int contact, int agent, int offer = 0) =>
        new() { Kind = CommandKind.AcceptOffer, Contact = contact, Agent = agent, Number = offer };

    public static Command RefuseOffer(int contact, int agent, int offer = 0) =>
        new() { Kind = CommandKind.RefuseOffer, Contact = contact, Agent = agent, Number = offer };

    /// <summary>The connected agent ends the contact; his wrap-up begins.</summary>
    public static Command EndSegment(int contact, int agent, long lastMessage = 0) =>
        new() { Kind = CommandKind.EndSegment, Contact = contact, Agent = agent, Number = lastMessage };

    public static Command FinishWrapUp(int contact, int agent) =>
        new() { Kind = CommandKind.FinishWrapUp, Contact = contact, Agent = agent };

    /// <summary>The sender keeps the contact until it is accepted; a call is handed over blind.</summary>
    public static Command TransferToQueue(int contact, int agent, int queue) =>
        new() { Kind = CommandKind.TransferToQueue, Contact = contact, Agent = agent, Queue = queue };

    /// <param name="orBack">When the named agent does not take it: back to the sender. Else to <paramref
    /// name="queue"/>.</param>
    /// <param name="queue">0: the contact's own queue.</param>
    public static Command TransferToAgent(int contact, int agent, int toAgent, bool orBack = false, int queue = 0) =>
        new()
        {
            Kind = CommandKind.TransferToAgent,
            Contact = contact,
            Agent = agent,
            ToAgent = toAgent,
            Flag = orBack,
            Queue = queue,
        };

    /// <summary>Somebody else is asked while the agent keeps the call: a colleague, or whoever a queue finds.</summary>
    /// <param name="toAgent">0: through <paramref name="queue"/>.</param>
    public static Command Consult(int contact, int agent, int toAgent, int queue = 0) =>
        new() { Kind = CommandKind.Consult, Contact = contact, Agent = agent, ToAgent = toAgent, Queue = queue };

    /// <summary>Who is asked gets the call; who had it is done with it.</summary>
    public static Command HandOver(int contact, int agent) =>
        new() { Kind = CommandKind.HandOver, Contact = contact, Agent = agent };

    public static Command CancelTransfer(int contact, int agent) =>
        new() { Kind = CommandKind.CancelTransfer, Contact = contact, Agent = agent };

    /// <summary>The connected agent sets the contact aside until an instant; it stays his.</summary>
    public static Command Snooze(int contact, int agent, DateTimeOffset until, long lastMessage = 0) =>
        new()
        {
            Kind = CommandKind.Snooze,
            Contact = contact,
            Agent = agent,
            Ticks = until.UtcTicks,
            Number = lastMessage,
        };

    /// <param name="baseMilli">The contact's new base, in thousandths of rank.</param>
    public static Command SetPriority(int contact, int baseMilli) =>
        new() { Kind = CommandKind.SetPriority, Contact = contact, BaseMilli = baseMilli };

    /// <summary>A lead moves a waiting, offered or parked contact to another queue of its partner.</summary>
    public static Command MoveContact(int contact, int queue) =>
        new() { Kind = CommandKind.MoveContact, Contact = contact, Queue = queue };

    /// <summary>A waiting or offered contact takes its queue's present steps and order, from the first step.</summary>
    public static Command ReapplySteps(int contact) => new() { Kind = CommandKind.ReapplySteps, Contact = contact };

    /// <summary>
    /// The agent has the contact at once, from its queue or from a colleague, whose wrap-up begins. Refused while he is
    /// offline or has no room.
    /// </summary>
    public static Command TakeContact(int contact, int agent) =>
        new() { Kind = CommandKind.TakeContact, Contact = contact, Agent = agent };

    /// <summary>An agent chooses a waiting contact that he could be offered, whatever its rank.</summary>
    public static Command PickContact(int contact, int agent) =>
        new() { Kind = CommandKind.PickContact, Contact = contact, Agent = agent };

    /// <summary>
    /// The contact is offered to this agent alone for a while, then to its queue again; who has it keeps it until then.
    /// </summary>
    public static Command GiveContact(int contact, int agent) =>
        new() { Kind = CommandKind.GiveContact, Contact = contact, Agent = agent };

    /// <summary>After a stop: every running clock moves by the gap, so that a restart marks nobody as absent.</summary>
    public static Command Resume(TimeSpan gap) => new() { Kind = CommandKind.Resume, Ticks = gap.Ticks };

    /// <summary>Fires what is due, in (instant, number) order.</summary>
    public static Command PassTime() => new() { Kind = CommandKind.PassTime };
}
