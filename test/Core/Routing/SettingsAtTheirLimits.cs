using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>What lies on a limit is taken; what lies beyond it is refused and changes nothing.</summary>
public class Settings_at_their_limits
{
    static readonly Guid Partner = Id(1);
    static readonly DateTimeOffset nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    static readonly QueueSettings queue = new() { Id = Id(2), Partner = Partner };
    static readonly AgentSettings agent = new() { Id = Id(3), Partners = [Partner] };

    [Fact]
    public void Hold_for_the_steps_of_a_queue() => HoldsFor(Limits.Steps, count => queue with
    {
        Steps = [.. Enumerable.Repeat(new Step(Requirement.Anyone, TimeSpan.FromSeconds(1)), count - 1), new(Requirement.Anyone)],
    });

    [Fact]
    public void Hold_for_the_parts_of_a_requirement() => HoldsFor(Limits.RequirementParts, count => queue with
    {
        Steps = [new(new Requirement.All([.. Enumerable.Repeat(new Requirement.Trust(1), count - 1)]))],
    });

    [Fact]
    public void Hold_for_the_depth_of_a_requirement() => HoldsFor(Limits.RequirementDepth, depth => queue with
    {
        Steps = [new(Enumerable.Range(1, depth - 1)
            .Aggregate((Requirement)new Requirement.Trust(1), (inner, _) => new Requirement.Not(inner)))],
    });

    [Fact]
    public void Hold_for_the_agents_of_a_hold() => HoldsFor(Limits.HeldAgents, agents => queue with
    {
        Hold = new(Requirement.Anyone, Channel.Call, agents),
    });

    [Fact]
    public void Hold_for_the_slope() => HoldsFor(Limits.SteepestSlopeMilli, slope => queue with { SlopeMilli = slope });

    [Fact]
    public void Hold_for_the_cap() => HoldsFor(Limits.HighestRankMilli, cap => queue with { CapMilli = cap });

    [Fact]
    public void Hold_for_pauses() => HoldsFor((int)Limits.LongestPause.TotalSeconds, seconds => queue with
    {
        PauseLimit = TimeSpan.FromSeconds(seconds),
    });

    [Fact]
    public void Hold_for_the_lead_of_due_work() => HoldsFor((int)Limits.LongestClock.TotalSeconds, seconds => queue with
    {
        DueLead = TimeSpan.FromSeconds(seconds),
    });

    [Fact]
    public void Hold_for_an_agents_weight()
    {
        HoldsFor(Limits.HighestWeight, weight => agent with { Weight = weight });
        Assert.Equal(Refusal.SettingOutOfRange, Answer(Command.ConfigureAgent(agent with { Weight = 0 })));
    }

    [Fact]
    public void Hold_for_an_agents_trust() => HoldsFor(Limits.HighestTrust, trust => agent with { Trust = trust });

    static void HoldsFor(int limit, Func<int, QueueSettings> settings) =>
        HoldsFor(limit, value => Command.ConfigureQueue(settings(value)));

    static void HoldsFor(int limit, Func<int, AgentSettings> settings) =>
        HoldsFor(limit, value => Command.ConfigureAgent(settings(value)));

    static void HoldsFor(int limit, Func<int, Command> command)
    {
        Assert.Null(Answer(command(limit)));
        Assert.Equal(Refusal.SettingOutOfRange, Answer(command(limit + 1)));
    }

    static Refusal? Answer(in Command command)
    {
        var (router, events) = (new Router(), new EventSink());
        router.Apply(Command.ConfigurePartner(Partner), nine, events);
        events.Clear();
        router.Apply(command, nine, events);
        Assert.Equal(events.Refusal is null ? 1 : 0, events.Count);
        return events.Refusal;
    }

    static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
