using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.Simulation;

/// <summary>A centre to try out: who works, what arrives, and how long everything takes.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>Nothing arrives later than this after the start; what has arrived is served to its end.</summary>
    public required TimeSpan Horizon { get; init; }

    /// <summary>What arrives before this has passed fills the floor and is not counted.</summary>
    public TimeSpan WarmUp { get; init; }
    public ulong Seed { get; init; } = 1;
    public IReadOnlyList<Guid> Skills { get; init; } = [];
    public required IReadOnlyList<StaffGroup> Groups { get; init; }
    public required IReadOnlyList<QueuePlan> Queues { get; init; }
    public IReadOnlyList<SharedPlaces> SharedPlaces { get; init; } = [];
    public Redial? Redial { get; init; }

    /// <summary>An agent who becomes free takes from the longest queue, whatever the ranks.</summary>
    public bool FreedTakesLongestQueue { get; init; }

    /// <summary>What a staffing is searched for; empty: only simulated.</summary>
    public IReadOnlyList<ServiceTarget> Targets { get; init; } = [];
}

/// <summary>Agents with the same skills.</summary>
public sealed record StaffGroup
{
    public required string Name { get; init; }
    public required IReadOnlyList<SkillLevel> Skills { get; init; }
    public required Course Count { get; init; }
    public IReadOnlyList<Capacity> Capacities { get; init; } = [];

    /// <summary>In the scenario's currency.</summary>
    public double CostPerAgentHour { get; init; }
}

/// <summary>One queue: the router's settings, and what its customers do.</summary>
public sealed record QueuePlan
{
    public required string Name { get; init; }
    public required IReadOnlyList<Step> Steps { get; init; }
    public Channel Channel { get; init; } = Channel.Call;
    public required Course ArrivalsPerHour { get; init; }

    /// <summary>Standard deviation of a random factor with mean 1 that all arrivals of one pass of the course have in common.</summary>
    public double Overdispersion { get; init; }
    public required Duration HandleTime { get; init; }
    public Duration WrapUp { get; init; } = Duration.Always(TimeSpan.Zero);

    /// <summary>Null: nobody ever leaves.</summary>
    public Duration? Patience { get; init; }
    public TimeSpan TargetWithin { get; init; } = TimeSpan.FromSeconds(20);
    public int BaseMilli { get; init; }
    public int SlopeMilli { get; init; } = 1_000;
    public int CapMilli { get; init; } = Limits.HighestRankMilli;
    public Selection Selection { get; init; }

    /// <summary>Groups (by place) in the order in which a free one of them is preferred; empty: all alike.</summary>
    public IReadOnlyList<int> PrefersGroups { get; init; } = [];

    /// <summary>Waiting places; null: without limit.</summary>
    public int? Places { get; init; }
}

/// <summary>Queues (by place) that have so many waiting places together.</summary>
public sealed record SharedPlaces(IReadOnlyList<int> Queues, int MaxWaiting);

/// <summary>Who was turned away or has left calls again, as a new contact.</summary>
/// <param name="Probability">0–1.</param>
public sealed record Redial(double Probability, Duration After)
{
    public static Redial Never { get; } = new(0, Duration.Always(TimeSpan.Zero));
}

/// <param name="Queue">By place.</param>
/// <param name="ServiceLevel">Share of offered contacts answered in time; in (0, 1).</param>
public sealed record ServiceTarget(int Queue, double ServiceLevel);

/// <summary>A value that changes with the time: every so often the next one, from the first again after the last.</summary>
/// <param name="Values">At least one; ≥ 0.</param>
public sealed record Course(TimeSpan Every, IReadOnlyList<double> Values)
{
    public static Course Constant(double value) => new(TimeSpan.MaxValue, [value]);

    public bool IsConstant => Values.Count == 1;

    public double Most => Values.Max();

    /// <param name="interval">Counted on from the start.</param>
    public double At(long interval) => Values[(int)(interval % Values.Count)];
}
