using Centrala.Server.Live;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Centre;

/// <summary>Tells an agent's tabs which of them is heard, and how the call stands.</summary>
sealed class BrowserNews(LiveStream live) : IHearsVoice
{
    public void Listen(LinkEnd voice) => voice.Hear<BrowserChanged>(changed =>
        live.Publish(new ForPerson(changed.Agent, "voice.leg", 0, VoiceLegView.Of(changed.Now), "voice.leg")));
}
