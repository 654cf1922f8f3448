using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Quality;

namespace Centrala.Server.Voice.Link;

/// <summary>The telephone's first words on every connection.</summary>
/// <param name="Run">Another one after every start.</param>
/// <param name="Calls">Contacts on the lines, and those of which the end is told next.</param>
/// <param name="ListensAt">Address by transport.</param>
sealed record Hello(
    Guid Run, string Build, int Process, IReadOnlyList<Guid> Calls, IReadOnlyDictionary<Protocols.Sip.SipTransport, string> ListensAt) : Message;

/// <summary>A caller wants to come in: he is told to wait only when the contact is committed.</summary>
/// <param name="Caller">The caller's number; null when withheld.</param>
sealed record StoreCall(Guid Contact, CalledNumber Number, string? Caller, DateTimeOffset At) : Question<Message>;

/// <summary>A caller has come in who was cut off: his contact, in the place of the new one, goes on once he asks for it.</summary>
sealed record Regained(Guid Contact) : Message;

/// <summary>Who has a telephone now: a browser that is heard, or a phone that is registered.</summary>
sealed record TelephonesNow(IReadOnlyCollection<Guid> Agents) : Message;

/// <summary>A line is gone.</summary>
/// <param name="Tells">Whether the router is to be told that the customer is gone.</param>
/// <param name="IsLost">Nobody has hung up: nothing was heard of the customer any more.</param>
/// <param name="Facts">How it was; null for a call that was never begun.</param>
sealed record CallOver(Guid Contact, DateTimeOffset At, bool Tells, bool IsLost = false, CallFacts? Facts = null) : Message;

/// <summary>Something that is so, whatever the router makes of it: a phone was hung up, an offer not taken.</summary>
sealed record TellRouter(CellCommand Command) : Message;

/// <summary>A question to the router whose answer decides what the line does next.</summary>
sealed record AskRouter(CellCommand Command) : Question<RouterSays>;

/// <param name="Refusal">The router's no; null when it was done.</param>
sealed record RouterSays(string? Refusal) : Message;
