using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

/// <summary>Scenarios as the literature draws them: classes of customers by skill, pools of agents by skills.</summary>
static class FloorPlans
{
    public static readonly TimeSpan HandleTime = TimeSpan.FromSeconds(180);

    /// <param name="skill">From 0: whom this class needs.</param>
    public static QueuePlan Class(
        int skill, double perHour, double? patienceSeconds, double targetSeconds = 20, int rank = 0, params int[] prefers) => new()
        {
            Name = $"class {skill + 1}",
            Steps = [new(new Requirement.Skill(ScenarioIds.Skill(skill), 1))],
            ArrivalsPerHour = Course.Constant(perHour),
            HandleTime = Duration.Exponential(HandleTime),
            Patience = patienceSeconds is { } seconds ? Duration.Exponential(TimeSpan.FromSeconds(seconds)) : null,
            TargetWithin = TimeSpan.FromSeconds(targetSeconds),
            BaseMilli = rank,
            SlopeMilli = 0,
            PrefersGroups = prefers,
        };

    public static StaffGroup Pool(int agents, params int[] skills) => new()
    {
        Name = $"pool {string.Join('+', skills)}",
        Count = Course.Constant(agents),
        Skills = [.. skills.Select(skill => new SkillLevel(ScenarioIds.Skill(skill), 1))],
    };

    public static Scenario Of(double hours, StaffGroup[] pools, params QueuePlan[] classes) => new()
    {
        Name = "floor",
        Horizon = TimeSpan.FromHours(20 + hours),
        WarmUp = TimeSpan.FromHours(20),
        Skills = [.. classes.Select((_, skill) => ScenarioIds.Skill(skill))],
        Groups = pools,
        Queues = classes,
    };

    public static Findings Run(Scenario scenario, ulong seed, int replications = 20) => Findings.Of(scenario,
    [
        .. Enumerable.Range(0, replications).AsParallel().AsOrdered()
            .Select(number => Play(scenario, seed, number)),
    ]);

    public static ReplicationResult Play(Scenario scenario, ulong seed, int number) =>
        new Replication(scenario, seed, number).Run(TestContext.Current.CancellationToken);
}
