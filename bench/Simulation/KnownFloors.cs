using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Bench.Simulation;

/// <summary>What one class of a floor has, exactly, or with the standard errors of another simulation.</summary>
readonly record struct Known(double Wait, double Abandon, double MeanWait, double ServiceLevel)
{
    public double[] Figures => [Wait, Abandon, MeanWait, ServiceLevel];
}

/// <summary>A floor whose figures are known.</summary>
/// <param name="Errors">Standard errors of <paramref name="Classes"/>; null: they are exact.</param>
sealed record KnownFloor(string Name, Scenario Scenario, Known[] Classes, Known? Errors = null)
{
    const int Hours = 1_100;

    /// <summary>Erlang C and A where their assumptions hold.</summary>
    public static IEnumerable<KnownFloor> OfOneClass()
    {
        (double PerHour, int Agents, double? Patience, int Target)[] settings =
        [
            (200, 14, null, 20), (200, 13, null, 20), (100, 8, null, 10), (40, 4, null, 60), (20, 2, null, 20),
            (400, 25, null, 20), (300, 18, null, 30), (10, 1, null, 20), (200, 14, 120, 20), (200, 12, 120, 20),
            (200, 10, 120, 20), (200, 8, 60, 20), (200, 14, 900, 20), (400, 20, 240, 30), (40, 3, 30, 10), (20, 1, 180, 20),
            (600, 32, 180, 15), (2_000, 100, 120, 20), (100, 6, 45, 3), (60, 4, 180, 60),
        ];
        foreach (var (perHour, agents, patience, target) in settings)
        {
            var scenario = ReadScenario.From(Text(
                [$"one, count: {agents}, skills: {{ one: 1 }}"], [Queue("one", perHour, patience, target, 0)], 200_000 / perHour));
            yield return new($"{agents} agents", scenario, [Exact(perHour * 180 / 3600, agents, patience, target)]);
        }
    }

    /// <summary>Stationary solutions of Markov chains with residuals below 1e-17, and two floors without a small chain.</summary>
    public static IEnumerable<KnownFloor> OfSeveralClasses()
    {
        string[] pair = ["a, count: 6, skills: { one: 1 }", "b, count: 6, skills: { two: 1 }", "c, count: 4, skills: { one: 1, two: 1 }"];
        yield return new("N1", ReadScenario.From(Text(
            ["a, count: 6, skills: { one: 1 }", "c, count: 8, skills: { one: 1, two: 1 }"],
            [Queue("one", 120, 120, 20, 1_000, "a, c"), Queue("two", 120, 120, 20, 0)])),
            [new(.1876286911, .02581565455, 3.097878546, .9245234175), new(.4332534408, .140482404, 16.85788847, .6737878368)]);
        yield return new("M1", ReadScenario.From(Text(
            pair, [Queue("one", 140, 120, 20, 1_000, "a, c"), Queue("two", 140, 120, 20, 0, "b, c")])),
            [new(.318352, .069644, 8.3573, .805525), new(.335115, .087027, 10.4433, .772278)]);
        yield return new("V1", ReadScenario.From(Text(
            ["c, count: 12, skills: { one: 1, two: 1 }"], [Queue("one", 120, 120, 20, 1_000), Queue("two", 80, 120, 20, 0)])),
            [new(.279807, .046002, 5.5203, .865496), new(.279807, .084990, 10.1988, .807366)]);
        yield return new("M1, longest waiting first", ReadScenario.From(Text(
            pair, [Queue("one", 140, 120, 20, null, "a, c"), Queue("two", 140, 120, 20, null, "b, c")])),
            [new(.32704, .07780, 9.328, .78534), new(.32744, .07799, 9.370, .78486)], new(.00072, .00023, .026, .00056));
        yield return new("W1", ReadScenario.From(Text(
            ["a, count: 8, skills: { one: 1, two: 1 }", "b, count: 7, skills: { two: 1, three: 1 }"],
            [Queue("one", 100, 120, 20, 1_000), Queue("two", 100, 120, 20, 0, "a, b"), Queue("three", 80, 120, 20, 1_000)])),
            [new(.55840, .13248, 15.906, .64330), new(.29379, .08061, 9.669, .80530), new(.40593, .10083, 12.124, .73460)],
            new(.00056, .0002, .026, .00046));
    }

    static Known Exact(double load, int agents, double? patience, double target)
    {
        if (patience is not { } patient)
        {
            var forEver = new ErlangC(load, agents, 180);
            return new(forEver.WaitProbability, 0, forEver.MeanWaitSeconds, forEver.ServiceLevel(target));
        }

        var floor = new ErlangA(load, agents, 180, patient);
        return new(floor.WaitProbability, floor.AbandonProbability, floor.MeanWaitSeconds, floor.ServiceLevel(target));
    }

    /// <param name="rank">Null: who waits longest comes first.</param>
    static string Queue(string skill, double perHour, double? patience, int target, int? rank, string prefers = "") =>
        FormattableString.Invariant($$"""
              - name: {{skill}}
                steps: [{ requires: "{{skill}} >= 1" }]
                arrivals: { rate_per_hour: {{perHour}} }
                handle_time: { exponential: 180s }
                patience: {{(patience is { } mean ? FormattableString.Invariant($"{{ exponential: {mean}s }}") : "none")}}
                service_level: { within: {{target}}s }
                rank: {{(rank is { } fixedRank ? $"{{ base: {fixedRank}, slope: 0 }}" : "{ base: 0, slope: 1 }")}}
                agent_choice: { prefer_group: [{{prefers}}] }
            """);

    static string Text(string[] groups, string[] queues, double hours = Hours) => FormattableString.Invariant($"""
        horizon: {hours + 20:F3}h
        warm_up: 20h
        skills: [one, two, three]
        groups:
        {string.Join('\n', groups.Select(group => $"  - {{ name: {group} }}"))}
        queues:
        {string.Join('\n', queues)}
        """);
}
