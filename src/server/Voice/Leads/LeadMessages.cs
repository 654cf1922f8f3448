using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Leads;

/// <summary>What a lead does in somebody else's call.</summary>
public enum LeadMode
{
    /// <summary>Hears both, is heard by nobody.</summary>
    Listen,

    /// <summary>Hears both, is heard by the agent alone.</summary>
    Coach,

    /// <summary>Is heard by everybody.</summary>
    Barge,

    /// <summary>Has taken the call out of the agent's hands: a moment, not a stretch.</summary>
    TakeOver,
}

/// <summary>A lead wants to hear a call, or to be heard otherwise than before.</summary>
sealed record JoinCall(Guid Contact, Guid Lead, LeadMode Mode) : Question<JoinedCall>;

/// <param name="Problem">Why not: a problem's name; null when the lead is there, or rung.</param>
sealed record JoinedCall(string? Problem) : Message;

sealed record LeaveCall(Guid Contact, Guid Lead) : Question<CallDone>;

/// <summary>A stretch that a lead was in a call in one manner; told again when it ends.</summary>
/// <param name="EndedAt">Null while it lasts.</param>
sealed record LeadFact(
    Guid Id, Guid Contact, Guid PartnerId, Guid Lead, LeadMode Mode, DateTimeOffset BeganAt, DateTimeOffset? EndedAt = null) : Message;
