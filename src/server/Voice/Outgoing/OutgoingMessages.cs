using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>An agent calls somebody; the router has given him the contact.</summary>
/// <param name="Number">Whom: + and digits.</param>
/// <param name="From">In whose name.</param>
/// <param name="Shown">The number that the other side sees.</param>
sealed record PlaceCall(Guid Contact, Guid Agent, string Number, CalledNumber From, string Shown) : Question<PlacedCall>;

/// <param name="Problem">Why not: a problem's name; null when somebody is rung.</param>
sealed record PlacedCall(string? Problem) : Message;
