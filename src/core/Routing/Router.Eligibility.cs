using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    static readonly long LongestCountedTicks = Limits.LongestCountedWait.Ticks;

    internal static long RankMilli(int baseMilli, int slopeMilli, int capMilli, long waitedTicks)
    {
        var counted = Math.Clamp(waitedTicks, 0, LongestCountedTicks);
        return Math.Min(capMilli, baseMilli + (long)((ulong)(slopeMilli * counted) / TimeSpan.TicksPerSecond));
    }

    /// <summary>
    /// Available, reachable, not all his points are taken for good, and no ramp-in keeps him waiting.
    /// </summary>
    static bool IsOpen(Agent agent) =>
        agent.State == AgentState.Available
        && agent.IsReachable
        && agent.PointsUsed - agent.InterruptiblePoints < Limits.Points
        && agent.RampTicks == 0;

    /// <summary>The agent's points and places let in one more contact of this channel.</summary>
    /// <param name="cost">0: what the channel costs him.</param>
    /// <param name="interrupts">
    /// It may have the points of his interruptible work too. What may not waits until nothing is paused with him.
    /// </param>
    static bool Fits(Agent agent, Channel channel, int cost, bool interrupts)
    {
        if (agent.InChannel[(int)channel] >= agent.AtOnce[(int)channel]) return false;
        var left = Limits.Points - agent.PointsUsed - CostFor(agent, channel, cost);
        return interrupts ? left + agent.InterruptiblePoints >= 0 : left >= 0 && agent.PausedWork == 0;
    }

    static Room RoomOf(Agent agent)
    {
        var channels = 0;
        for (var channel = Channel.Call; channel <= Channel.Task; channel++)
        {
            var fits = Fits(agent, channel, 0, interrupts: false);
            if (fits) channels |= Room.Bit(channel, interrupts: false);
            if (fits || Fits(agent, channel, 0, interrupts: true)) channels |= Room.Bit(channel, interrupts: true);
        }

        return new(channels);
    }

    static int CostFor(Agent agent, Channel channel, int cost) => cost > 0 ? cost : agent.CostOf[(int)channel];

    /// <summary>By list or by the queue's own rule; the queue's partner is asked elsewhere.</summary>
    static bool IsMember(Queue queue, Agent agent) =>
        agent.Group!.Profile.Serves(queue.Partner)
        && (agent.Group.Profile.Lists(queue.Number)
            || (queue.MembersRule is { } members && members.IsTrueOf(agent.Group.Profile, agent.Number)));

    /// <summary>Everything that does not change from one moment to the next: partner, membership, the step.</summary>
    static bool IsEligible(Demand demand, Agent agent) =>
        demand.Rule.IsTrueOf(agent.Group!.Profile, agent.Number)
        && (demand.Membership is { } queue ? IsMember(queue, agent) : agent.Group.Profile.Serves(demand.Partner));

    /// <summary>Whether some agent with this profile can be eligible.</summary>
    static bool MayBeEligible(Demand demand, Profile profile) =>
        profile.Serves(demand.Partner)
        && (demand.Membership is not { } queue || IsMemberBy(queue, profile))
        && demand.Rule.CanBe(profile).True;

    /// <summary>Whether some agent with this profile can be a member.</summary>
    static bool IsMemberBy(Queue queue, Profile profile) =>
        profile.Lists(queue.Number) || (queue.MembersRule is { } members && members.CanBe(profile).True);
}
