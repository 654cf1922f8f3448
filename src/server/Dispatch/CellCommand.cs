using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Directory = Centrala.Core.Routing.Directory;

namespace Centrala.Server.Dispatch;

/// <summary>
/// A command as the rest of the program knows it: with ids. The writer puts the router's numbers in their place just
/// before it applies it, because numbers exist only where events are in order.
/// </summary>
/// <param name="What">The router's command, its numbers still 0.</param>
public readonly record struct CellCommand(Command What)
{
    public Guid Contact { get; init; }
    public Guid Agent { get; init; }
    public Guid Queue { get; init; }
    public Guid ToAgent { get; init; }

    /// <summary>A skill; unknown counts as any language.</summary>
    public Guid Language { get; init; }

    public static CellCommand ConfigureCell(CellSettings settings) => new(Command.ConfigureCell(settings));

    public static CellCommand ConfigurePartner(Guid id) => new(Command.ConfigurePartner(id));

    public static CellCommand ConfigureSkill(Guid id, bool isLanguage) => new(Command.ConfigureSkill(id, isLanguage));

    public static CellCommand ConfigureTeam(Guid id) => new(Command.ConfigureTeam(id));

    public static CellCommand ConfigureVendor(Guid id) => new(Command.ConfigureVendor(id));

    public static CellCommand ConfigureQueue(QueueSettings settings) => new(Command.ConfigureQueue(settings));

    public static CellCommand ConfigureAgent(AgentSettings settings) => new(Command.ConfigureAgent(settings));

    public static CellCommand RemoveQueue(Guid queue) => new(Command.RemoveQueue(0)) { Queue = queue };

    public static CellCommand RemoveAgent(Guid agent) => new(Command.RemoveAgent(0)) { Agent = agent };

    public static CellCommand OpenQueue(Guid queue) => new(Command.OpenQueue(0)) { Queue = queue };

    /// <inheritdoc cref="Command.CloseQueue"/>
    public static CellCommand CloseQueue(Guid queue, DateTimeOffset? opensAt = null) =>
        new(Command.CloseQueue(0, opensAt)) { Queue = queue };

    /// <summary>A contact as it reaches the cell; through the inbox, its arrival instant is the database's clock at intake.</summary>
    /// <param name="arrival">Its queue and language numbers are not looked at.</param>
    /// <param name="queue">An unknown one does not refuse the contact: it ends with that reason, journaled.</param>
    /// <param name="language">Empty: any.</param>
    public static CellCommand Arrive(in Arrival arrival, Guid queue, Guid language = default) =>
        new(Command.Arrive(arrival)) { Queue = queue, Language = language };

    /// <inheritdoc cref="Command.EndContact"/>
    public static CellCommand EndContact(Guid contact, Reason reason, long lastMessage = 0) =>
        new(Command.EndContact(0, reason, lastMessage)) { Contact = contact };

    /// <inheritdoc cref="Command.ParkContact"/>
    public static CellCommand ParkContact(Guid contact, DateTimeOffset wakesAt, Reason reason, long lastMessage = 0) =>
        new(Command.ParkContact(0, wakesAt, reason, lastMessage)) { Contact = contact };

    /// <inheritdoc cref="Command.WakeContact"/>
    public static CellCommand WakeContact(Guid contact, Reason reason, long message = 0) =>
        new(Command.WakeContact(0, reason, message)) { Contact = contact };

    /// <inheritdoc cref="Command.ReopenContact"/>
    public static CellCommand ReopenContact(Guid contact, long message) =>
        new(Command.ReopenContact(0, message)) { Contact = contact };

    /// <inheritdoc cref="Command.ChooseState"/>
    public static CellCommand ChooseState(Guid agent, AgentState state, Guid awayKind = default) =>
        new(Command.ChooseState(0, state, awayKind)) { Agent = agent };

    public static CellCommand LoseConnection(Guid agent) => new(Command.LoseConnection(0)) { Agent = agent };

    public static CellCommand Reconnect(Guid agent) => new(Command.Reconnect(0)) { Agent = agent };

    /// <inheritdoc cref="Command.LoseTelephone"/>
    public static CellCommand LoseTelephone(Guid agent) => new(Command.LoseTelephone(0)) { Agent = agent };

    public static CellCommand GainTelephone(Guid agent) => new(Command.GainTelephone(0)) { Agent = agent };

    public static CellCommand SignOut(Guid agent) => new(Command.SignOut(0)) { Agent = agent };

    /// <inheritdoc cref="Command.AcceptOffer"/>
    public static CellCommand AcceptOffer(Guid contact, Guid agent, int offer = 0) =>
        new(Command.AcceptOffer(0, 0, offer)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.RefuseOffer"/>
    public static CellCommand RefuseOffer(Guid contact, Guid agent, int offer = 0) =>
        new(Command.RefuseOffer(0, 0, offer)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.EndSegment"/>
    public static CellCommand EndSegment(Guid contact, Guid agent, long lastMessage = 0) =>
        new(Command.EndSegment(0, 0, lastMessage)) { Contact = contact, Agent = agent };

    public static CellCommand FinishWrapUp(Guid contact, Guid agent) =>
        new(Command.FinishWrapUp(0, 0)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.TransferToQueue"/>
    public static CellCommand TransferToQueue(Guid contact, Guid agent, Guid queue) =>
        new(Command.TransferToQueue(0, 0, 0)) { Contact = contact, Agent = agent, Queue = queue };

    /// <inheritdoc cref="Command.TransferToAgent"/>
    public static CellCommand TransferToAgent(
        Guid contact, Guid agent, Guid toAgent, bool orBack = false, Guid queue = default) =>
        new(Command.TransferToAgent(0, 0, 0, orBack))
        {
            Contact = contact,
            Agent = agent,
            ToAgent = toAgent,
            Queue = queue,
        };

    /// <inheritdoc cref="Command.Consult"/>
    public static CellCommand Consult(Guid contact, Guid agent, Guid toAgent = default, Guid queue = default) =>
        new(Command.Consult(0, 0, 0)) { Contact = contact, Agent = agent, ToAgent = toAgent, Queue = queue };

    /// <inheritdoc cref="Command.HandOver"/>
    public static CellCommand HandOver(Guid contact, Guid agent) =>
        new(Command.HandOver(0, 0)) { Contact = contact, Agent = agent };

    public static CellCommand CancelTransfer(Guid contact, Guid agent) =>
        new(Command.CancelTransfer(0, 0)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.Snooze"/>
    public static CellCommand Snooze(Guid contact, Guid agent, DateTimeOffset until, long lastMessage = 0) =>
        new(Command.Snooze(0, 0, until, lastMessage)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.SetPriority"/>
    public static CellCommand SetPriority(Guid contact, int baseMilli) =>
        new(Command.SetPriority(0, baseMilli)) { Contact = contact };

    /// <inheritdoc cref="Command.MoveContact"/>
    public static CellCommand MoveContact(Guid contact, Guid queue) =>
        new(Command.MoveContact(0, 0)) { Contact = contact, Queue = queue };

    /// <inheritdoc cref="Command.TakeContact"/>
    public static CellCommand TakeContact(Guid contact, Guid agent) =>
        new(Command.TakeContact(0, 0)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.PickContact"/>
    public static CellCommand PickContact(Guid contact, Guid agent) =>
        new(Command.PickContact(0, 0)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.GiveContact"/>
    public static CellCommand GiveContact(Guid contact, Guid agent) =>
        new(Command.GiveContact(0, 0)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.PromiseCallback"/>
    /// <param name="agent">Whose it is until the promise's release; empty: the queue's.</param>
    public static CellCommand PromiseCallback(Guid contact, in Promise promise, Guid agent = default) =>
        new(Command.PromiseCallback(0, promise)) { Contact = contact, Agent = agent };

    /// <inheritdoc cref="Command.ReapplySteps"/>
    public static CellCommand ReapplySteps(Guid contact) => new(Command.ReapplySteps(0)) { Contact = contact };

    /// <summary>Puts the router's numbers in the place of ids.</summary>
    /// <param name="arrivedAt">By the database's clock, when the command came through the inbox.</param>
    /// <returns>The refusal when an id is unknown; never for an arrival, which then ends with that reason.</returns>
    internal (Command Command, Refusal? Refusal) Resolve(Directory directory, DateTimeOffset? arrivedAt)
    {
        var command = What with
        {
            Contact = directory.Contact(Contact),
            Agent = directory.Agent(Agent),
            Queue = directory.Queue(Queue),
            ToAgent = directory.Agent(ToAgent),
            Language = directory.Skill(Language),
        };
        if (What.Kind == CommandKind.Arrive)
            return (arrivedAt is { } stamped ? command with { Ticks = stamped.UtcTicks } : command, null);
        if (command.Contact == 0 && Contact != default) return (command, Refusal.UnknownContact);
        if (command.Agent == 0 && Agent != default || command.ToAgent == 0 && ToAgent != default)
            return (command, Refusal.UnknownAgent);
        return (command, command.Queue == 0 && Queue != default ? Refusal.UnknownQueue : null);
    }
}
