using System.Text;
using Centrala.Protocols.WebRtc;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>Agents' browsers: each stands open, and calls are tied to it, so that nothing is agreed upon while somebody waits.</summary>
sealed partial class Switchboard
{
    /// <summary>How long a caller hears music while the agent's browser is gone: a page is loaded anew, a network changed.</summary>
    static readonly TimeSpan browserGrace = TimeSpan.FromSeconds(30);

    readonly Dictionary<Guid, BrowserLeg> browsers = [];
    readonly Dictionary<Guid, DateTimeOffset> browsersGone = [];
    readonly Dictionary<Guid, Bridge> echoes = [];

    /// <summary>Where browsers are heard; null where the settings name no place.</summary>
    public BrowserPort? Browsers { get; init; }

    public BrowserAnswer OpenBrowser(OpenBrowser asked)
    {
        if (Browsers is null) return new(null, "no-browsers");
        if (PeerDescription.Read(Encoding.UTF8.GetBytes(asked.Offer), out var problem) is not { } offer) return new(null, problem);
        // The earlier one stays until the new one is heard: a call must not wait for it.
        var (leg, answer) = Browsers.Open(asked.Leg, asked.Agent, offer);
        leg.Changed = changed => line.Post(at => Change(changed, at));
        return new(answer, null);
    }

    public void CloseBrowser(CloseBrowser asked, DateTimeOffset at)
    {
        if (browsers.TryGetValue(asked.Agent, out var leg) && leg.Id == asked.Leg) Part(leg, at);
    }

    public BrowserNow Now(Guid agent)
    {
        var leg = browsers.GetValueOrDefault(agent);
        var talking = callers.Values.SelectMany(caller => new[] { caller.Agent, caller.Asked }).OfType<BrowserLine>()
            .FirstOrDefault(one => one.Agent == agent && one.IsConnected);
        var asks = callers.Values.FirstOrDefault(caller => caller.Agent is { IsConnected: true } one && one.Agent == agent);
        return new(Browsers is not null, leg?.Id ?? default, leg is not null, talking?.Caller.Contact ?? default, talking?.IsHeld ?? false,
            talking?.Caller.Watch.Light)
        {
            Asking = AskingOf(asks),
            Recorded = asks?.Tape is { } tape ? new(asks.Contact, tape.IsPaused) : null,
        };
    }

    public CallDone Hold(HoldCall asked)
    {
        if (Talking(asked.Contact, asked.Agent) is not BrowserLine browser) return new(false);
        browser.Hold(asked.IsHeld);
        Tell(asked.Agent);
        return new(true);
    }

    public CallDone Press(PressKeys asked)
    {
        if (Talking(asked.Contact, asked.Agent) is not { } talking) return new(false);
        foreach (var key in asked.Keys) talking.Caller.Sound.Leg.Press(key);
        return new(true);
    }

    public CallDone Echo(EchoBrowser asked)
    {
        EndEcho(asked.Agent);
        if (!asked.IsOn || !browsers.TryGetValue(asked.Agent, out var leg)) return new(!asked.IsOn);
        if (Now(asked.Agent).Call != default) return new(false);
        var alone = new Bridge(music);
        alone.Join(leg);
        alone.Hear(leg, leg, 1);
        echoes[asked.Agent] = alone;
        clock.Add(alone);
        return new(true);
    }

    AgentLine? Talking(Guid contact, Guid agent) =>
        callers.TryGetValue(contact, out var caller) && caller.Agent is { IsConnected: true } one && one.Agent == agent ? one : null;

    /// <summary>A browser is his who has one, or had a moment ago.</summary>
    bool HasBrowser(Guid agent, DateTimeOffset at) => browsers.ContainsKey(agent)
        || browsersGone.TryGetValue(agent, out var since) && at - since < browserGrace;

    BrowserLine Browser(Caller caller, Guid agent, int offer, DateTimeOffset at)
    {
        EndEcho(agent);
        var made = new BrowserLine(caller, agent, offer);
        if (browsers.TryGetValue(agent, out var leg)) made.Take(leg);
        else made.Lose(at);
        return made;
    }

    void Change(BrowserLeg leg, DateTimeOffset at)
    {
        if (leg.State is not PeerState.Connected)
        {
            Part(leg, at);
            return;
        }
        if (browsers.TryGetValue(leg.Person, out var earlier) && earlier != leg) Part(earlier, at);
        browsers[leg.Person] = leg;
        browsersGone.Remove(leg.Person);
        hasReachChanged = true;
        VoiceMetrics.BrowserCame();
        foreach (var one in BrowserLines(leg.Person))
        {
            one.Take(leg);
            if (one.IsConnected) Join(one, at);
        }
        Tell(leg.Person);
    }

    /// <summary>The leg is over: its call waits, for a while, for the next one.</summary>
    void Part(BrowserLeg leg, DateTimeOffset at)
    {
        var why = leg.Why;
        leg.Dispose();
        if (!browsers.TryGetValue(leg.Person, out var here) || here != leg) return;
        browsers.Remove(leg.Person);
        browsersGone[leg.Person] = at;
        VoiceMetrics.BrowserGone(why ?? "replaced");
        EndEcho(leg.Person);
        LeaveAll(leg.Person, at);
        foreach (var one in BrowserLines(leg.Person))
        {
            Unhook(one, at);
            one.Lose(at);
        }
        Tell(leg.Person);
    }

    /// <summary>Who does not come back loses the call: the caller waits again, in his place.</summary>
    void EndWithoutBrowser(DateTimeOffset at)
    {
        foreach (var caller in callers.Values.ToList())
            if (caller.Agent is BrowserLine { IsConnected: true, GoneSince: { } since } lost && at - since > browserGrace)
            {
                LetGo(lost, at);
                Decline(caller, lost.Agent, lost.Offer, isConnected: true);
            }
            else if (caller.Asked is BrowserLine { GoneSince: { } gone } asked && at - gone > browserGrace)
            {
                LetGo(asked, at);
                Tell(CellCommand.EndSegment(caller.Contact, asked.Agent));
            }
        foreach (var (agent, since) in browsersGone.ToList())
            if (at - since > browserGrace) browsersGone.Remove(agent);
    }

    List<BrowserLine> BrowserLines(Guid agent) =>
        [.. callers.Values.SelectMany(caller => new[] { caller.Agent, caller.Next, caller.Asked }).OfType<BrowserLine>().Where(one => one.Agent == agent)];

    void EndEcho(Guid agent)
    {
        if (!echoes.Remove(agent, out var bridge)) return;
        clock.Remove(bridge);
        if (browsers.TryGetValue(agent, out var leg)) bridge.Leave(leg);
    }

    void Tell(Guid agent) => link.Say(new BrowserChanged(agent, Now(agent)));
}
