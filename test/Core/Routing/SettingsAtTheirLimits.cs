using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>What lies on a limit is taken; what lies beyond it is refused and changes nothing.</summary>
public class Settings_at_their_limits
{
    static readonly Guid Partner = Id(1);
    const int Skill = 100;
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
    public void Hold_for_the_base() => HoldsFor(Limits.HighestRankMilli, rank => queue with { BaseMilli = -rank });

    [Fact]
    public void Hold_for_every_clock_of_a_queue()
    {
        HoldsForClock(time => queue with { OfferTimeout = time });
        HoldsForClock(time => queue with { WrapUp = time });
        HoldsForClock(time => queue with { TargetWithin = time });
        HoldsForClock(time => queue with { OverflowsAfter = time });
        HoldsForClock(time => queue with { ServiceWindow = time });
        HoldsForClock(time => queue with { Steps = [new(Requirement.Anyone, time), new(Requirement.Anyone)] });
    }

    [Fact]
    public void Hold_for_the_level_that_a_step_asks_for() => HoldsFor(Limits.HighestLevel, level => queue with
    {
        Steps = [new(new Requirement.CustomersLanguage(level))],
    });

    [Fact]
    public void Hold_for_the_level_of_a_skill() => HoldsFor(Limits.HighestLevel, level => agent with
    {
        Skills = [new(Id(Skill), level)],
    });

    [Fact]
    public void Hold_for_the_skills_of_an_agent() => HoldsFor(Limits.SkillsPerAgent, count => agent with
    {
        Skills = [.. Enumerable.Range(Skill, count).Select(skill => new SkillLevel(Id(skill), 1))],
    });

    [Fact]
    public void Hold_for_the_partners_of_an_agent() => HoldsFor(Limits.PartnersPerAgent, count => agent with
    {
        Partners = [.. Enumerable.Repeat(Partner, count)],
    });

    [Fact]
    public void Hold_for_the_queues_of_an_agent() => HoldsFor(Limits.QueuesPerAgent, count => agent with
    {
        Queues = [.. Enumerable.Repeat(queue.Id, count)],
    });

    [Fact]
    public void Hold_for_the_points_of_a_contact() => HoldsFor(Limits.Points, points => agent with
    {
        Capacities = [new(Channel.Chat, points, 1)],
    });

    [Fact]
    public void Hold_for_the_calls_of_an_agent() => HoldsFor(1, calls => agent with
    {
        Capacities = [new(Channel.Call, 1, calls)],
    });

    [Fact]
    public void Hold_for_an_agents_trust() => HoldsFor(Limits.HighestTrust, trust => agent with { Trust = trust });

    static void HoldsForClock(Func<TimeSpan, QueueSettings> settings) =>
        HoldsFor((int)Limits.LongestClock.TotalSeconds, seconds => settings(TimeSpan.FromSeconds(seconds)));

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
        router.Apply(Command.ConfigureQueue(queue), nine, events);
        for (var skill = Skill; skill <= Skill + Limits.SkillsPerAgent; skill++)
        {
            router.Apply(Command.ConfigureSkill(Id(skill), false), nine, events);
        }

        events.Clear();
        router.Apply(command, nine, events);
        Assert.Equal(events.Refusal is null ? 1 : 0, events.Count);
        return events.Refusal;
    }

    static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
