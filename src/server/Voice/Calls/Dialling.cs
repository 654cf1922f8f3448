using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Outgoing;

namespace Centrala.Server.Voice.Calls;

/// <summary>An agent's desk phone that rings so that he can call somebody; picked up, the other side is called.</summary>
sealed record Dialling(PlaceCall Order, Call Line, Sound Sound);
