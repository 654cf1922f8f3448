namespace Centrala.Server.Voice.Link;

/// <summary>A caller of the answering machine begins to wait: the router learns of the contact.</summary>
/// <param name="Language">A skill; empty: any.</param>
sealed record CallerWaits(Guid Contact, Guid Queue, Guid Language, DateTimeOffset At) : Message;

/// <summary>Does the queue take calls now?</summary>
sealed record AskOpen(Guid Queue) : Question<Granted>;

/// <summary>Where does the caller stand in the line?</summary>
sealed record AskStanding(Guid Contact) : Question<StandingTold>;

/// <param name="Place">Null when he does not wait.</param>
sealed record StandingTold(Dispatch.PlaceInLine? Place) : Message;

/// <summary>The caller wants to be called back when it is his turn.</summary>
/// <param name="Number">His own.</param>
sealed record AskCallback(Guid Contact, string Number) : Question<Granted>;

sealed record Granted(bool Is) : Message;

/// <summary>A caller has left a message.</summary>
/// <param name="Contact">The work that it becomes.</param>
/// <param name="Call">The contact of the call in which it was left.</param>
/// <param name="Language">A skill; empty: any.</param>
/// <param name="Sound">G.711 A-law.</param>
sealed record VoicemailLeft(
    Guid Contact, Guid Call, Guid Partner, Guid Queue, Guid Language, string? Caller, byte[] Sound, DateTimeOffset LeftAt) : Message;
