using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Organisation;

namespace Centrala.Server.Workforce.Scenarios;

/// <summary>One queue of a scenario.</summary>
static class ReadQueue
{
    const double MostPerHour = 100_000_000;

    static readonly string[] known =
    [
        "name", "channel", "steps", "arrivals", "handle_time", "wrap_up", "patience", "service_level", "rank",
        "agent_choice", "max_waiting",
    ];

    public static QueuePlan From(Entry entry, ScenarioWords words)
    {
        var fields = entry.Fields(known);
        var (arrivals, overdispersion) = Arrivals(fields.Needed("arrivals"));
        var rank = fields["rank"]?.Fields("base", "slope", "cap");
        var choice = fields["agent_choice"]?.Fields("prefer_group", "then");
        int Milli(string name, int least, int most, int usual) =>
            rank?[name] is { } value ? (int)Math.Round(value.Number(least / 1000.0, most / 1000.0) * 1000) : usual;
        var queue = new QueuePlan
        {
            Name = fields.Needed("name").Text(),
            Channel = fields["channel"] is { } channel ? ScenarioWords.ChannelOf(channel, channel.Text()) : Channel.Call,
            Steps = fields["steps"] is { } steps ? Steps(steps, words.Requirements) : [new(Requirement.Anyone)],
            ArrivalsPerHour = arrivals,
            Overdispersion = overdispersion,
            HandleTime = ReadDuration.From(fields.Needed("handle_time")),
            WrapUp = fields["wrap_up"] is { } wrapUp ? ReadDuration.From(wrapUp) : Duration.Always(TimeSpan.Zero),
            Patience = fields["patience"] is not { } patience || patience.Is("none") ? null : ReadDuration.From(patience),
            TargetWithin = fields["service_level"]?.Fields("within").Needed("within").Time(mayBeZero: true)
                ?? TimeSpan.FromSeconds(20),
            BaseMilli = Milli("base", -Limits.HighestRankMilli, Limits.HighestRankMilli, 0),
            SlopeMilli = Milli("slope", 0, Limits.SteepestSlopeMilli, 1_000),
            CapMilli = Milli("cap", -Limits.HighestRankMilli, Limits.HighestRankMilli, Limits.HighestRankMilli),
            Selection = choice?["then"] is { } then ? SelectionOf(then) : Selection.LongestIdle,
            PrefersGroups = [.. (choice?["prefer_group"]?.List() ?? []).Select(group => GroupOf(group, words))],
            Places = fields["max_waiting"]?.Whole(0, int.MaxValue),
        };
        if (queue.Steps.Count + queue.PrefersGroups.Count > Limits.Steps)
        {
            throw entry.Expected($"at most {Limits.Steps} steps, each preferred group counted as one,");
        }
        return queue;
    }

    /// <summary>Contacts per interval, or per hour throughout.</summary>
    static (Course PerHour, double Overdispersion) Arrivals(Entry entry)
    {
        var fields = entry.Fields("rate_per_hour", "every", "values", "overdispersion");
        var overdispersion = fields["overdispersion"]?.Number(0, 10) ?? 0;
        if (fields["rate_per_hour"] is { } rate) return (Course.Constant(rate.Number(0, MostPerHour)), overdispersion);
        if (!fields.Has("every")) throw entry.Expected("rate_per_hour, or every and values");
        var every = fields.Needed("every").Time();
        var values = fields.Needed("values").List(1).Select(value => value.Number(0, MostPerHour) / every.TotalHours);
        return (new(every, [.. values]), overdispersion);
    }

    public static IReadOnlyList<Step> Steps(Entry entry, Words words)
    {
        var list = entry.List(1);
        return [.. list.Select((step, place) => StepOf(step, words, isLast: place == list.Count - 1))];
    }

    static Step StepOf(Entry entry, Words words, bool isLast)
    {
        var fields = entry.Fields("requires", "for");
        var requires = fields.Needed("requires");
        var faults = new Faults();
        var requirement = RequirementText.Requirement(requires.Text(), words, "requires", faults);
        if (requirement is null)
        {
            throw requires.Expected($"a requirement like “one >= 2 and not two” ({faults.Of("requires")[0].TrimEnd('.')})");
        }
        if (isLast) return fields["for"] is { } end ? throw end.Expected("no time in the last step") : new(requirement);
        return new(requirement, fields.Needed("for").Time());
    }

    public static Selection SelectionOf(Entry entry) => entry.Text() switch
    {
        "longest_idle" => Selection.LongestIdle,
        "least_occupied" => Selection.LeastOccupied,
        "best_fit" => Selection.BestFit,
        "most_skilled" => Selection.MostSkilled,
        "round_robin" => Selection.RoundRobin,
        "random" => Selection.Random,
        _ => throw entry.Expected("longest_idle, least_occupied, best_fit, most_skilled, round_robin or random"),
    };

    static int GroupOf(Entry entry, ScenarioWords words)
    {
        for (var place = 0; place < words.Groups.Count; place++)
        {
            if (entry.Is(words.Groups[place])) return place;
        }

        throw entry.Expected($"one of the groups {string.Join(", ", words.Groups)}");
    }
}
