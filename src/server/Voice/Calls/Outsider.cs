using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Outgoing;

namespace Centrala.Server.Voice.Calls;

/// <summary>Somebody outside whom an agent has called into a call: to be asked, to join in, or to get it.</summary>
sealed class Outsider(Caller caller, CallOutside order, Call line, Sound sound)
{
    public Caller Caller => caller;

    public CallOutside Order => order;

    public Call Line => line;

    public Sound Sound => sound;

    public bool IsAnswered { get; set; }

    /// <summary>The customer hears him.</summary>
    public bool IsJoined { get; set; }
}
