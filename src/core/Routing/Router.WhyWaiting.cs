using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>Why a contact still waits, asked of the very rules that decide who gets it.</summary>
public sealed partial class Router
{
    /// <summary>The steps of a contact, as they were fixed; step n is <c>[n - 1]</c>.</summary>
    public IReadOnlyList<Step> StepsOf(int contact)
    {
        ref readonly var sought = ref Contact(contact);
        return sought.Queue == 0 ? [] : PlanOf(sought).Source;
    }

    /// <summary>What a second of waiting adds to a contact's rank, and where that ends; in thousandths.</summary>
    public (int SlopeMilli, int CapMilli) SlopeOf(int contact)
    {
        ref readonly var sought = ref Contact(contact);
        return sought.Queue == 0 ? (0, 0) : (PlanOf(sought).SlopeMilli, PlanOf(sought).CapMilli);
    }

    /// <summary>
    /// Everybody who may serve the contact's partner, with the one thing that rules him out: of several, the one that
    /// lasts longest. Nobody when the contact does not wait.
    /// </summary>
    public IReadOnlyList<Candidate> WhyWaiting(int contact)
    {
        var candidates = new List<Candidate>();
        ref readonly var waiting = ref Contact(contact);
        if (waiting.Seek != SeekState.Waiting) return candidates;
        var demand = DemandOf(waiting);
        var coolDowns = this.coolDowns.Of(waiting).ToDictionary(bar => bar.Agent, bar => bar.UntilTicks);
        for (var number = 1; number <= LastAgent; number++)
        {
            if (agents[number] is { Group: { } group } agent && group.Profile.Serves(waiting.Partner))
            {
                candidates.Add(Judge(agent, demand, waiting, coolDowns));
            }
        }

        return candidates;
    }

    static Candidate Judge(Agent agent, Demand demand, in Contact contact, Dictionary<int, long> coolDowns)
    {
        var profile = agent.Group!.Profile;
        if (demand.Membership is null && !demand.Rule.IsTrueOf(profile, agent.Number)) return new(agent.Number, Obstacle.NotNamed);
        if (demand.Membership is { } queue && !IsMember(queue, agent)) return new(agent.Number, Obstacle.NotMember);
        var missing = demand.Rule.Missing(profile, agent.Number);
        if (missing.Count > 0) return new(agent.Number, Obstacle.Lacks) { Missing = missing };
        if (agent.State == AgentState.Offline) return new(agent.Number, Obstacle.NotSignedIn);
        if (agent.State == AgentState.Away) return new(agent.Number, Obstacle.Away);
        if (!agent.IsReachable) return new(agent.Number, Obstacle.Unreachable);
        if (contact.Channel == Channel.Call && agent.LacksTelephone) return new(agent.Number, Obstacle.NoTelephone);
        if (!Fits(agent, contact.Channel, contact.Cost, demand.Interrupts)) return new(agent.Number, Obstacle.NoRoom);
        if (coolDowns.TryGetValue(agent.Number, out var untilTicks))
        {
            return untilTicks == CoolDowns.Never
                ? new(agent.Number, Obstacle.HandsItOn)
                : new(agent.Number, Obstacle.CoolingDown) { Until = new(untilTicks, TimeSpan.Zero) };
        }

        if (IsHeldBack(agent, demand)) return new(agent.Number, Obstacle.HeldBack);
        return agent.RampTicks == 0
            ? new(agent.Number, Obstacle.None)
            : new(agent.Number, Obstacle.RampingIn) { Until = new(agent.RampTicks, TimeSpan.Zero) };
    }
}

/// <summary>What keeps an agent from a waiting contact; what lasts longest stands last.</summary>
public enum Obstacle
{
    /// <summary>Nothing: he is chosen in the next decision.</summary>
    None,

    /// <summary>He has just signed in, and gets his offers one by one.</summary>
    RampingIn,

    /// <summary>He is kept free for a strict queue.</summary>
    HeldBack,

    /// <summary>He refused or missed this contact a moment ago.</summary>
    CoolingDown,

    /// <summary>It is with him, and he transfers it.</summary>
    HandsItOn,

    /// <summary>His points, or his places for this channel, are taken.</summary>
    NoRoom,

    /// <summary>It is a call, and none can reach him.</summary>
    NoTelephone,
    Unreachable,
    Away,
    NotSignedIn,

    /// <summary>The step in force asks for what he does not have.</summary>
    Lacks,
    NotMember,

    /// <summary>The contact waits for one person by name, and he is another.</summary>
    NotNamed,
}

/// <param name="Agent">The agent's number.</param>
public readonly record struct Candidate(int Agent, Obstacle Obstacle)
{
    /// <summary>For <see cref="Obstacle.Lacks"/>: the leaves of the requirement that do not hold.</summary>
    public IReadOnlyList<Missing> Missing { get; init; } = [];

    /// <summary>For <see cref="Obstacle.CoolingDown"/> and <see cref="Obstacle.RampingIn"/>: its end.</summary>
    public DateTimeOffset? Until { get; init; }
}
