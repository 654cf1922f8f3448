using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>An agent calls somebody; the router has given him the contact.</summary>
/// <param name="Number">Whom: + and digits.</param>
/// <param name="From">In whose name.</param>
/// <param name="Shown">The number that the other side sees.</param>
sealed record PlaceCall(Guid Contact, Guid Agent, string Number, CalledNumber From, string Shown) : Question<PlacedCall>
{
    /// <summary>Names the call where it is a callback, which its agent keeps when nobody answers; empty for a contact of its own.</summary>
    public Guid Leg { get; init; }
}

/// <summary>An agent calls somebody outside into a call that he is in.</summary>
/// <param name="Leg">Names it, once for all.</param>
/// <param name="Shown">The number that the other side sees.</param>
/// <param name="HandsOver">The call is his as soon as he answers.</param>
sealed record CallOutside(Guid Contact, Guid Agent, Guid Leg, string Number, string Shown, bool HandsOver) : Question<PlacedCall>;

/// <summary>Somebody called into a call from outside has answered, or is gone.</summary>
sealed record OutsideLegFact(Guid Leg, DateTimeOffset At, bool HasEnded) : Message;

/// <param name="Problem">Why not: a problem's name; null when somebody is rung.</param>
sealed record PlacedCall(string? Problem) : Message;
