using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Tests.Workforce;

public class Scenario_files
{
    const string Good = """
        name: two languages
        horizon: 12h
        warm_up: 30m
        seed: 7
        skills: [polish, english]
        groups:
          - { name: specialists, count: 6, skills: { polish: 2 }, cost_per_hour: 30 }
          - { name: generalists, count: { every: 30m, values: [4, 8] }, skills: { polish: 1, english: 3 } }
        agents:
          - { name: ana, skills: { english: 5 } }
        queues:
          - name: orders
            channel: chat
            steps:
              - { requires: "polish >= 2", for: 20s }
              - { requires: "polish >= 1 or team ana" }
            arrivals: { every: 30m, values: [12, 18.5], overdispersion: 0.1 }
            handle_time: { lognormal: { mean: 180s, sd: 120s } }
            wrap_up: 30s
            patience: { gamma: [2m, 90s] }
            service_level: { within: 20s }
            rank: { base: 1.5, slope: 2, cap: 1000 }
            agent_choice: { prefer_group: [specialists, ana], then: best_fit }
            max_waiting: 40
          - { name: mail, arrivals: { rate_per_hour: 10 }, handle_time: { empirical: [1m, 2m] }, patience: none }
        freed_agent_takes: highest_rank
        channels: { chat: { cost: 20, at_once: 5 } }
        costs: { per_agent_hour: 25 }
        targets: [{ queue: orders, service_level: 0.8 }]
        queue_groups: [{ queues: [orders, mail], max_waiting: 50 }]
        redial: { probability: 0.3, after: { exponential: 10m } }
        """;

    [Fact]
    public void Are_read_field_by_field()
    {
        var scenario = ReadScenario.From(Good);
        Assert.Equal((TimeSpan.FromHours(12), TimeSpan.FromMinutes(30), 7ul), (scenario.Horizon, scenario.WarmUp, scenario.Seed));
        Assert.Equal(["specialists", "generalists", "ana"], scenario.Groups.Select(group => group.Name));
        Assert.Equal([30, 25, 25], scenario.Groups.Select(group => group.CostPerAgentHour));
        Assert.Equal([4, 8], scenario.Groups[1].Count.Values);
        Assert.Equal(new Capacity(Channel.Chat, 20, 5), Assert.Single(scenario.Groups[0].Capacities));
        var orders = scenario.Queues[0];
        Assert.Equal((Channel.Chat, 2, TimeSpan.FromSeconds(20)), (orders.Channel, orders.Steps.Count, orders.Steps[0].For));
        Assert.Equal([24, 37], orders.ArrivalsPerHour.Values);
        Assert.Equal((1_500, 2_000, 1_000_000), (orders.BaseMilli, orders.SlopeMilli, orders.CapMilli));
        Assert.Equal(Selection.BestFit, orders.Selection);
        Assert.Equal([0, 2], orders.PrefersGroups);
        Assert.Equal((40, 0.1), (orders.Places, orders.Overdispersion));
        Assert.Null(scenario.Queues[1].Patience);
        Assert.Equal(TimeSpan.FromSeconds(90), scenario.Queues[1].HandleTime.Mean);
        Assert.Equal(new ServiceTarget(0, 0.8), Assert.Single(scenario.Targets));
        Assert.Equal(50, Assert.Single(scenario.SharedPlaces).MaxWaiting);
        Assert.Equal(0.3, scenario.Redial!.Probability);
    }

    [Fact]
    public void Can_be_played()
    {
        var result = new Replication(ReadScenario.From(Good), 1, 0).Run(TestContext.Current.CancellationToken);
        Assert.All(result.Queues, queue => Assert.True(queue.Answered > 0));
    }

    [Theory]
    [InlineData("horizon: 12h", "horizon: 12x", "line 2: horizon: a time like 180s, 3m or 8h was expected, not “12x”.")]
    [InlineData("seed: 7", "seeds: 7", "line 4: seeds: there is no such field")]
    [InlineData("count: 6", "count: six", "line 7: groups[0].count: a number from 0 to 50000 was expected, not “six”.")]
    [InlineData("count: 6", "count: 6.5", "line 7: groups[0].count: a whole number was expected")]
    [InlineData("{ polish: 2 }", "{ polski: 2 }", "line 7: groups[0].skills.polski: one of the skills polish, english")]
    [InlineData("polish >= 2\"", "polish >> 2\"", "line 15: queues[0].steps[0].requires: a requirement like")]
    [InlineData("\"polish >= 2\", for: 20s", "\"polish >= 2\"", "line 15: queues[0].steps[0]: a field “for” was expected")]
    [InlineData("then: best_fit", "then: fittest", "line 23: queues[0].agent_choice.then: longest_idle, least_occupied")]
    [InlineData("[specialists, ana]", "[bob]", "line 23: queues[0].agent_choice.prefer_group[0]: one of the groups")]
    [InlineData("channel: chat", "channel: fax", "line 13: queues[0].channel: one of call, chat, message, mail, task")]
    [InlineData("warm_up: 30m", "warm_up: 13h", "line 3: warm_up: a time shorter than the horizon was expected")]
    [InlineData("queues: [orders, mail]", "queues: [order]", "line 30: queue_groups[0].queues[0]: one of the queues")]
    [InlineData("freed_agent_takes: highest_rank", "freed_agent_takes: anything", "line 26: freed_agent_takes: highest_rank or")]
    [InlineData("name: orders", "nam: orders", "line 12: queues[0].nam: there is no such field")]
    [InlineData("name: orders", "name: mail", "line 12: queues: a name of its own for each queue was expected")]
    public void Name_line_and_expectation_of_what_is_wrong(string right, string wrong, string message)
    {
        var unreadable = Assert.Throws<UnreadableInputException>(() => ReadScenario.From(Good.Replace(right, wrong)));
        Assert.StartsWith(message, unreadable.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("just words")]
    [InlineData("a: &x [*x]")]
    [InlineData("horizon: 8h\nskills: [one, two\nseed: 1")]
    [InlineData("horizon: {{{")]
    [InlineData("horizon: 8h\nqueues: []")]
    public void Are_refused_whole_when_they_are_something_else(string text) =>
        Assert.Throws<UnreadableInputException>(() => ReadScenario.From(text));
}
