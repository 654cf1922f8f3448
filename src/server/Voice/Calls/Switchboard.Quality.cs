using Centrala.Protocols.Rtp;
using Centrala.Server.Voice.Quality;

namespace Centrala.Server.Voice.Calls;

/// <summary>How lines are: measured for each party from its joining to its leaving, watched while an agent talks.</summary>
sealed partial class Switchboard
{
    const int FramesPerSecond = 1000 / JitterBuffer.FrameMs;

    DateTimeOffset looksAt;

    static void BeginMeasuring(AgentLine agent, DateTimeOffset at)
    {
        if (agent.Leg is { } leg) agent.Measured ??= (leg.Counts, at);
    }

    /// <summary>Keeps how the agent's line was; once for each stretch.</summary>
    static void EndMeasuring(AgentLine agent, DateTimeOffset at)
    {
        if (agent.Measured is not var (before, since) || agent.Leg is not { } leg) return;
        agent.Measured = null;
        agent.Caller.Lines.Add(LineFact.Of(leg.Counts.Since(before), agent.Agent, since, at));
    }

    static CallFacts FactsOf(Caller caller, DateTimeOffset at)
    {
        foreach (var agent in new[] { caller.Agent, caller.Next }.OfType<AgentLine>()) EndMeasuring(agent, at);
        if (caller.IsAnswered) caller.Lines.Insert(0, LineFact.Of(caller.Sound.Leg.Counts, default, caller.BeganAt, at));
        var talk = caller.Bridge.Talk;
        return new([.. caller.Lines], talk.Nobody / FramesPerSecond, talk.Both / FramesPerSecond);
    }

    /// <summary>Tells agents when their customer's line gets worse, or better again.</summary>
    void LookAtLines(DateTimeOffset at)
    {
        if (at < looksAt) return;
        looksAt = at.AddMilliseconds(SessionReports.IntervalMs);
        foreach (var caller in callers.Values)
            if (caller.Agent is { IsConnected: true } talking && caller.Watch.Look(caller.Sound.Leg.Counts)) Tell(talking.Agent);
    }
}
