namespace Centrala.Core.Vocabulary;

/// <summary>
/// What an agent has chosen. Only an unanswered offer, and a lead who signs somebody out, choose for him.
/// </summary>
public enum AgentState : byte
{
    Offline = 0,
    Available = 1,
    Away = 2,
}

/// <summary>The kinds of being away. They are rows of the organisation; the router knows one of them by name.</summary>
public static class AwayKind
{
    /// <summary>Set by the router after an offer that nobody answered.</summary>
    public static readonly Guid NoAnswer = new("0193b3c0-0000-7000-8000-00000000a0a0");
}

/// <summary>The customer's side of a contact: always exactly one of these. Journaled: never renumber.</summary>
public enum ContactState : byte
{
    Waiting = 1,
    Offered = 2,
    Connected = 3,

    /// <summary>Over for the customer; at least one agent still wraps up.</summary>
    WrapUp = 4,

    /// <summary>Set aside, always with an instant at which it wakes.</summary>
    Parked = 5,
    Ended = 6,
}

/// <summary>What an agent has to do with a contact. Journaled: never renumber.</summary>
public enum WorkState : byte
{
    Offered = 1,
    Connected = 2,
    WrapUp = 3,

    /// <summary>Set aside by this agent, and his again when it wakes; it takes none of his points.</summary>
    Parked = 4,

    /// <summary>Asked by who has the call, and talking with him: the contact is not his.</summary>
    Consulting = 5,
}
