using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Simulation;

namespace Centrala.Server.Workforce.Scenarios;

/// <summary>Reads a scenario file: docs/using/simulation.md describes every field.</summary>
static class ReadScenario
{
    public const int AgentsMax = 50_000;
    public const int QueuesMax = 5_000;

    /// <exception cref="UnreadableInputException">It cannot be understood; line and expectation are told.</exception>
    public static Scenario From(string text)
    {
        var file = Entry.OfText(text).Fields(
            "name", "horizon", "warm_up", "seed", "skills", "groups", "agents", "queues", "freed_agent_takes", "channels",
            "costs", "targets", "queue_groups", "redial");
        var words = new ScenarioWords(file);
        var queues = file.Needed("queues").List(1);
        if (queues.Count > QueuesMax) throw file.Needed("queues").Expected($"at most {QueuesMax} queues");
        var scenario = new Scenario
        {
            Name = file["name"]?.Text() ?? "",
            Horizon = file.Needed("horizon").Time(),
            WarmUp = file["warm_up"]?.Time(mayBeZero: true) ?? TimeSpan.Zero,
            Seed = (ulong)(file["seed"]?.Whole(0, int.MaxValue) ?? 1),
            Skills = [.. words.Skills.Values],
            Groups = ReadGroups.From(file, words),
            Queues = [.. queues.Select(queue => ReadQueue.From(queue, words))],
            FreedTakesLongestQueue = TakesLongest(file["freed_agent_takes"]),
            Redial = Redials(file["redial"]),
        };
        if (scenario.WarmUp >= scenario.Horizon) throw file.Needed("warm_up").Expected("a time shorter than the horizon");
        var names = scenario.Queues.Select(queue => queue.Name).ToList();
        if (names.Distinct().Count() < names.Count) throw file.Needed("queues").Expected("a name of its own for each queue");
        return scenario with
        {
            SharedPlaces = [.. (file["queue_groups"]?.List() ?? []).Select(group => Shared(group, names))],
            Targets = [.. (file["targets"]?.List() ?? []).Select(target => Target(target, names))],
        };
    }

    static bool TakesLongest(Entry? takes) => takes switch
    {
        null => false,
        _ when takes.Is("highest_rank") => false,
        _ when takes.Is("longest_queue") => true,
        _ => throw takes.Expected("highest_rank or longest_queue"),
    };

    /// <returns>Null: not said, or nobody calls again.</returns>
    public static Redial? Redials(Entry? redial)
    {
        if (redial is null || redial.Is("none")) return null;
        var fields = redial.Fields("probability", "after");
        return new(fields.Needed("probability").Number(0, 1), ReadDuration.From(fields.Needed("after")));
    }

    static SharedPlaces Shared(Entry group, List<string> names)
    {
        var fields = group.Fields("queues", "max_waiting");
        return new(
            [.. fields.Needed("queues").List(1).Select(queue => Place(queue, names))],
            fields.Needed("max_waiting").Whole(0, int.MaxValue));
    }

    static ServiceTarget Target(Entry target, List<string> names)
    {
        var fields = target.Fields("queue", "service_level");
        return new(Place(fields.Needed("queue"), names), fields.Needed("service_level").Number(0.01, 0.999));
    }

    static int Place(Entry queue, List<string> names) => names.IndexOf(queue.Text()) is var place and >= 0
        ? place
        : throw queue.Expected($"one of the queues {string.Join(", ", names)}");
}
