using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Simulation;
using Centrala.Core.Workforce.WhatIf;
using Centrala.Server.Desk;
using Centrala.Server.Organisation;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.WhatIf;

/// <summary>Reads what is to be otherwise on a day: docs/using/simulation.md describes every field.</summary>
/// <param name="router">As the day ended: whoever was there is known.</param>
/// <param name="time">Of the day, in the zone in which its hours are told.</param>
sealed class ReadChange(NameBook book, Words words, Router router, (DateTimeOffset From, DateTimeOffset Until) time)
{
    const int AddedMax = 1_000;

    /// <exception cref="UnreadableInputException">It cannot be understood; line and expectation are told.</exception>
    public DayChange From(string text)
    {
        var file = Entry.OfText(text).Fields("agents", "absent", "queues", "redial");
        return new()
        {
            Added = [.. (file["agents"]?.List() ?? []).SelectMany(Added)],
            Absent = (file["absent"]?.List() ?? []).Select(Agent).ToHashSet(),
            Queues = (file["queues"]?.List() ?? []).Select(Queue).ToDictionary(pair => pair.Queue, pair => pair.Change),
            Redial = file["redial"] is { } redial ? ReadScenario.Redials(redial) ?? Redial.Never : null,
        };
    }

    IEnumerable<AddedAgent> Added(Entry entry)
    {
        var fields = entry.Fields("like", "count", "from", "until");
        var like = fields.Needed("like");
        var settings = router.Agent(router.Directory.Agent(Agent(like)))?.Settings
            ?? throw like.Expected("somebody who was an agent when the day ended");
        var from = fields["from"] is { } begins ? Instant(begins) : time.From;
        var until = fields["until"] is { } ends ? Instant(ends) : time.Until;
        if (until <= from) throw entry.Expected("an end after the beginning");
        for (var left = fields["count"]?.Whole(1, AddedMax) ?? 1; left > 0; left--)
            yield return new(settings with { Id = Guid.CreateVersion7() }, from, until);
    }

    /// <summary>Hours and minutes after the day's beginning.</summary>
    DateTimeOffset Instant(Entry entry) =>
        TimeSpan.TryParseExact(entry.Text(), @"hh\:mm", null, out var after) ? time.From + after
            : throw entry.Expected("a time like 08:30");

    Guid Agent(Entry entry) => One(entry, book.People, name => name, router.Directory.Agent, "person");

    (Guid Queue, Func<QueueSettings, QueueSettings> Change) Queue(Entry entry)
    {
        var fields = entry.Fields(
            "name", "steps", "rank", "agent_choice", "wrap_up", "offer_timeout", "auto_accept", "max_waiting", "service_level");
        var queue = One(fields.Needed("name"), book.Queues, one => one.Name, router.Directory.Queue, "queue");
        var rank = fields["rank"]?.Fields("base", "slope", "cap");
        int? Milli(string name, int least, int most) =>
            rank?[name] is { } value ? (int)Math.Round(value.Number(least / 1000.0, most / 1000.0) * 1000) : null;
        var steps = fields["steps"] is { } given ? ReadQueue.Steps(given, words) : null;
        var (first, slope) = (Milli("base", -Limits.HighestRankMilli, Limits.HighestRankMilli), Milli("slope", 0, Limits.SteepestSlopeMilli));
        var cap = Milli("cap", -Limits.HighestRankMilli, Limits.HighestRankMilli);
        Selection? selection = fields["agent_choice"] is { } choice ? ReadQueue.SelectionOf(choice) : null;
        var (wrapUp, timeout) = (fields["wrap_up"]?.Time(mayBeZero: true), fields["offer_timeout"]?.Time());
        var autoAccept = fields["auto_accept"] is { } accepts ? Truth(accepts) : (bool?)null;
        var places = fields["max_waiting"]?.Whole(0, int.MaxValue);
        var within = fields["service_level"]?.Fields("within").Needed("within").Time(mayBeZero: true);
        return (queue, was => was with
        {
            Steps = steps ?? was.Steps,
            BaseMilli = first ?? was.BaseMilli,
            SlopeMilli = slope ?? was.SlopeMilli,
            CapMilli = cap ?? was.CapMilli,
            Selection = selection ?? was.Selection,
            WrapUp = wrapUp ?? was.WrapUp,
            OfferTimeout = timeout ?? was.OfferTimeout,
            AutoAccept = autoAccept ?? was.AutoAccept,
            Places = places ?? was.Places,
            TargetWithin = within ?? was.TargetWithin,
        });
    }

    static bool Truth(Entry entry) => entry.Is("true") || (entry.Is("false") ? false : throw entry.Expected("true or false"));

    /// <summary>By name, or by id where several have the name.</summary>
    static Guid One<T>(
        Entry entry, IReadOnlyDictionary<Guid, T> known, Func<T, string> name, Func<Guid, int> number, string kind)
    {
        var text = entry.Text();
        if (Guid.TryParse(text, out var id) && number(id) > 0) return id;
        var found = known.Where(pair => string.Equals(name(pair.Value), text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length switch
        {
            1 => found[0].Key,
            0 => throw entry.Expected($"a {kind}'s name or id"),
            _ => throw entry.Expected(
                $"the id of one of the {found.Length} of that name ({string.Join(", ", found.Select(pair => pair.Key))})"),
        };
    }
}
