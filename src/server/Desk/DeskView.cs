using System.Text.Json.Serialization;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Server.Desk;

/// <summary>An agent's desk as the browser shows it. Durations are whole seconds.</summary>
/// <param name="Sequence">The journal's: a desk with a lower one is older.</param>
/// <param name="At">The cell's time; among desks of one sequence the later one is newer.</param>
/// <param name="Waiting">What the agent's queues have waiting, the next first.</param>
sealed record DeskView(
    long Sequence, DateTimeOffset At, DeskAgentView Agent, IReadOnlyList<OfferView> Offers,
    IReadOnlyList<DeskContactView> Contacts, IReadOnlyList<WaitingView> Waiting);

/// <param name="AwayKind">Null unless away.</param>
/// <param name="Reachable">False after the line to the desk was gone for too long.</param>
/// <param name="HasTelephone">False while no call can reach the agent: no browser of his is heard, and no phone registered.</param>
/// <param name="Help">Null unless the agent asks for help.</param>
sealed record DeskAgentView(
    Guid Id, string Name, AgentState State, Guid? AwayKind, DateTimeOffset StateSince, bool Reachable, bool HasTelephone,
    PointsView Points, HelpView? Help);

sealed record PointsView(int Used, int Of);

sealed record PartnerView(Guid Id, string Name, string Colour);

sealed record NamedView(Guid Id, string Name);

/// <param name="Number">Goes back with the answer, so that a late click cannot take a later offer.</param>
/// <param name="AskedBy">A colleague keeps the call, and asks; null where it is the agent's to take.</param>
/// <param name="Why">What the step in force asked for and the agent has, and how the queue chose among those who fit.</param>
sealed record OfferView(
    Guid ContactId, int Number, Channel Channel, PartnerView Partner, NamedView Queue, string Language, string? CustomerName,
    DateTimeOffset WaitedSince, DateTimeOffset? Deadline, IReadOnlyList<ReasonView> Why, NamedView? AskedBy);

/// <param name="Kind">language, skill, agent or order.</param>
/// <param name="Name">A language's tag, a skill's name, or the word of an order.</param>
sealed record ReasonView(
    string Kind, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Level);

/// <param name="State">connected, wrap-up, parked, or consulting: a colleague asks, and has it.</param>
/// <param name="WrapUpEndsAt">Null: it has no limit.</param>
/// <param name="WakesAt">Null unless parked.</param>
/// <param name="Unread">The customer's messages that the agent's side has not read.</param>
/// <param name="AskedBy">Null unless consulting.</param>
/// <param name="Asks">Null unless the agent asks somebody.</param>
/// <param name="CallbackNumber">Of a call whose line is gone: the customer's number. Null while he is on the line, or unknown.</param>
/// <param name="Tags">What it is about, in a word each.</param>
/// <param name="CustomerWaitingSince">The first of the customer's messages that nobody has answered.</param>
sealed record DeskContactView(
    Guid ContactId, Guid? ConversationId, Channel Channel, PartnerView Partner, NamedView Queue, string Language,
    CustomerView Customer, WorkState State, DateTimeOffset Since, DateTimeOffset ArrivedAt, int WaitedSeconds,
    DateTimeOffset? WrapUpEndsAt, DateTimeOffset? WakesAt, bool Transferring, LastMessageView? LastMessage, int Unread,
    DateTimeOffset? CustomerWaitingSince, IReadOnlyList<string> Tags, NamedView? AskedBy, AsksView? Asks,
    string? CallbackNumber);

/// <summary>The agent asks somebody before he hands his call over.</summary>
/// <param name="State">waiting, offered or consulting.</param>
/// <param name="Agent">Null while nobody is found.</param>
sealed record AsksView(SeekState State, NamedView? Agent);

sealed record CustomerView(string? Name, string? Email);

/// <param name="Author">customer, agent or system.</param>
sealed record LastMessageView(int Number, string Text, string Author, DateTimeOffset At);

sealed record WaitingView(
    Guid ContactId, Channel Channel, PartnerView Partner, NamedView Queue, string Language, string? CustomerName,
    DateTimeOffset Since);
