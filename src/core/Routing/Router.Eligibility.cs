using System.Runtime.Intrinsics;
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

    /// <summary>What <see cref="Fits"/> says of all channels, each at its own cost.</summary>
    static Room RoomOf(Agent agent)
    {
        var hasPlace = Vector128.LessThan(agent.InChannel.Together, agent.AtOnce.Together);
        var cost = agent.CostOf.Together;
        var left = Limits.Points - agent.PointsUsed;
        return new(
            agent.PausedWork == 0 ? ChannelsWithin(left, cost, hasPlace) : 0,
            ChannelsWithin(left + agent.InterruptiblePoints, cost, hasPlace));
    }

    /// <param name="points">At most <see cref="Limits.Points"/>; below 0 nothing fits.</param>
    /// <returns>A bit for each channel.</returns>
    static int ChannelsWithin(int points, Vector128<sbyte> cost, Vector128<sbyte> hasPlace)
    {
        var isPayable = Vector128.LessThanOrEqual(cost, Vector128.Create((sbyte)Math.Max(points, -1)));
        return (int)(isPayable & hasPlace).ExtractMostSignificantBits();
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
