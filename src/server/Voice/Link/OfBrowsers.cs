using Centrala.Server.Voice.Quality;

namespace Centrala.Server.Voice.Link;

/// <summary>An agent's browser wants to be heard: the earlier one of the same agent is let go.</summary>
/// <param name="Leg">The browser's own name for it.</param>
/// <param name="Offer">A session description.</param>
sealed record OpenBrowser(Guid Agent, Guid Leg, string Offer) : Question<BrowserAnswer>;

/// <param name="Answer">A session description; null with a <paramref name="Problem"/>.</param>
sealed record BrowserAnswer(string? Answer, string? Problem) : Message;

/// <summary>The browser is no longer to be heard.</summary>
sealed record CloseBrowser(Guid Agent, Guid Leg) : Question<Done>;

/// <summary>Whose browser is there, and how his call stands.</summary>
sealed record AskBrowser(Guid Agent) : Question<BrowserNow>;

/// <param name="IsOn">Whether browsers can be heard here at all.</param>
/// <param name="Leg">Empty where none is open.</param>
/// <param name="Call">The contact that the agent talks in; empty for none.</param>
/// <param name="Light">How the customer's line sounds; null without a call.</param>
sealed record BrowserNow(bool IsOn, Guid Leg, bool IsConnected, Guid Call, bool IsHeld, LineLight? Light = null) : Message
{
    /// <summary>Whom the agent asks in his call, at whatever device he has it; null for nobody.</summary>
    public AskingNow? Asking { get; init; }

    /// <summary>The agent's call that is recorded; null for none.</summary>
    public RecordedNow? Recorded { get; init; }
}

/// <summary>A call is recorded.</summary>
/// <param name="IsPaused">What is said is not kept at present.</param>
sealed record RecordedNow(Guid Contact, bool IsPaused);

/// <summary>The agent has the caller wait with music, or goes on.</summary>
sealed record HoldCall(Guid Contact, Guid Agent, bool IsHeld) : Question<CallDone>;

/// <summary>The agent presses keys, which the caller's side hears.</summary>
sealed record PressKeys(Guid Contact, Guid Agent, string Keys) : Question<CallDone>;

/// <summary>The agent's own sound comes back to him, or no longer; not while he is in a call.</summary>
sealed record EchoBrowser(Guid Agent, bool IsOn) : Question<CallDone>;

/// <param name="Was">False when there is no such call, or it is not this agent's.</param>
sealed record CallDone(bool Was) : Message;

/// <summary>Something about an agent's browser or call is otherwise than before.</summary>
sealed record BrowserChanged(Guid Agent, BrowserNow Now) : Message;
