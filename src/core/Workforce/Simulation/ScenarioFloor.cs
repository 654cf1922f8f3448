using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.Simulation;

/// <summary>A router that has been told of a scenario's queues and agents.</summary>
/// <remarks>Queues and agents have the numbers 1, 2, … in the scenario's order; a group's agents follow one another.</remarks>
sealed class ScenarioFloor
{
    /// <summary>The shortest time of a step: who is preferred is asked first, all others at once afterwards.</summary>
    const long RingTicks = 1;

    readonly EventSink events = new();

    public ScenarioFloor(Scenario scenario, DateTimeOffset start)
    {
        Start = start;
        FirstAgents = new int[scenario.Groups.Count + 1];
        Apply(Command.ConfigurePartner(ScenarioIds.Partner));
        foreach (var skill in scenario.Skills) Apply(Command.ConfigureSkill(skill, isLanguage: false));
        for (var group = 0; group < scenario.Groups.Count; group++) Apply(Command.ConfigureTeam(ScenarioIds.Team(group)));
        for (var queue = 0; queue < scenario.Queues.Count; queue++)
        {
            Apply(Command.ConfigureQueue(Settings(scenario, queue)));
        }

        FirstAgents[0] = 1;
        for (var group = 0; group < scenario.Groups.Count; group++)
        {
            FirstAgents[group + 1] = FirstAgents[group] + (int)scenario.Groups[group].Count.Most;
            for (var agent = FirstAgents[group]; agent < FirstAgents[group + 1]; agent++) Hire(scenario, group, agent);
        }
    }

    /// <summary>Nobody comes back to what has ended.</summary>
    public Router Router { get; } = new(remembersEnded: TimeSpan.Zero);

    public DateTimeOffset Start { get; }

    /// <summary>By group; one more at the end: the number after the last agent's.</summary>
    public int[] FirstAgents { get; }

    void Hire(Scenario scenario, int group, int agent)
    {
        Apply(Command.ConfigureAgent(new()
        {
            Id = ScenarioIds.Agent(agent),
            Team = ScenarioIds.Team(group),
            Partners = [ScenarioIds.Partner],
            Skills = scenario.Groups[group].Skills,
            Capacities = scenario.Groups[group].Capacities,
            TakesFromLongestQueue = scenario.FreedTakesLongestQueue,
        }));
        Apply(Command.Reconnect(agent));
    }

    static QueueSettings Settings(Scenario scenario, int number)
    {
        var queue = scenario.Queues[number];
        return new()
        {
            Id = ScenarioIds.Queue(number),
            Partner = ScenarioIds.Partner,
            Members = Requirement.Anyone,
            Steps = [.. Rings(queue, scenario.Groups.Count), .. queue.Steps],
            BaseMilli = queue.BaseMilli,
            SlopeMilli = queue.SlopeMilli,
            CapMilli = queue.CapMilli,
            Selection = queue.Selection,
            AutoAccept = true,
            WrapUp = queue.WrapUp.IsZero ? TimeSpan.Zero : null,
            TargetWithin = queue.TargetWithin,
        };
    }

    /// <summary>The preferred groups one after the other, each together with those before it; all of them are no ring.</summary>
    static IEnumerable<Step> Rings(QueuePlan queue, int groups)
    {
        for (var count = 1; count <= queue.PrefersGroups.Count && count < groups; count++)
        {
            var teams = queue.PrefersGroups.Take(count).Select(group => new Requirement.Team(ScenarioIds.Team(group)));
            yield return new(
                new Requirement.All([queue.Steps[0].Requires, new Requirement.Any([.. teams])]),
                TimeSpan.FromTicks(RingTicks));
        }
    }

    void Apply(in Command command)
    {
        events.Clear();
        Router.Apply(command, Start, events);
        Invariant.Holds(events.Refusal is null, $"A scenario's settings are understood: {command.Kind}, {events.Refusal?.Title}");
    }
}
