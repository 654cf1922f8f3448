using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice;

/// <summary>A part of the centre that listens to the telephone. Registered as a service, it is asked once, at the start.</summary>
interface IHearsVoice
{
    /// <param name="voice">For what is to be heard, taken and answered, and for what is to be said.</param>
    void Listen(LinkEnd voice);
}
