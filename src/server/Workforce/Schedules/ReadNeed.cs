using Centrala.Core.Workforce;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>How many people of a skill are needed, step by step; a later row replaces what an earlier one said of the same time.</summary>
/// <param name="Level">At least so much of the skill.</param>
sealed record WrittenNeed(string Skill, int Level, int[] People)
{
    public string Name => Level > 1 ? $"{Skill} {Level}" : Skill;
}

/// <summary>Reads the rows of <c>need</c>: people, or contacts that Erlang A turns into people.</summary>
sealed class ReadNeed(DateOnly firstDay, int days, int stepMinutes, IReadOnlyList<string> skills)
{
    const double ContactsMax = 100_000;

    static readonly string[] weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    readonly Dictionary<(string Skill, int Level), WrittenNeed> needs = [];

    int StepsADay => 1440 / stepMinutes;

    public IReadOnlyList<WrittenNeed> From(Entry list)
    {
        foreach (var row in list.List(1)) Read(row);
        return [.. needs.Values];
    }

    void Read(Entry row)
    {
        var fields = row.Fields("skill", "level", "days", "from", "every", "people", "contacts", "service");
        var (from, every) = (fields.Needed("from").Clock(), (int)fields.Needed("every").Time().TotalMinutes);
        if (every % stepMinutes != 0) throw fields.Needed("every").Expected($"a time in steps of {stepMinutes} minutes");
        if (from % stepMinutes != 0) throw fields.Needed("from").Expected($"a time in steps of {stepMinutes} minutes");
        var people = People(fields, every);
        if (from + people.Length * every > 1440) throw row.Expected("no more values than the day has room for");
        var need = Of(fields);
        foreach (var day in Days(fields["days"]))
            for (var step = 0; step < people.Length * every / stepMinutes; step++)
                need.People[day * StepsADay + from / stepMinutes + step] = people[step * stepMinutes / every];
    }

    WrittenNeed Of(Fields fields)
    {
        var skill = Skill(fields.Needed("skill"), skills);
        var key = (skill, fields["level"]?.Whole(1, 5) ?? 1);
        if (!needs.TryGetValue(key, out var need)) needs[key] = need = new(key.skill, key.Item2, new int[days * StepsADay]);
        return need;
    }

    static int[] People(Fields fields, int everyMinutes)
    {
        if (fields["people"] is { } people) return [.. people.List(1).Select(one => one.Whole(0, 10_000))];
        var contacts = fields.Needed("contacts").List(1).Select(one => one.Number(0, ContactsMax));
        var service = fields.Needed("service").Fields("handle_time", "patience", "share", "within");
        var (handle, patience) = (service.Needed("handle_time").Time().TotalSeconds, service.Needed("patience").Time().TotalSeconds);
        var (share, within) = (service.Needed("share").Number(0.01, 0.999), service.Needed("within").Time(mayBeZero: true).TotalSeconds);
        return [.. contacts.Select(one =>
            AgentsNeeded.ForServiceLevel(one * handle / (everyMinutes * 60.0), handle, patience, share, within))];
    }

    /// <summary>Weekdays and dates; all days when nothing is said.</summary>
    IEnumerable<int> Days(Entry? entry)
    {
        if (entry is null) return Enumerable.Range(0, days);
        return entry.List(1).SelectMany(one => Array.FindIndex(weekdays, one.Is) is >= 0 and var weekday
            ? Enumerable.Range(0, days).Where(day => day % 7 == weekday)
            : [Day(one, firstDay, days)]);
    }

    public static int Day(Entry entry, DateOnly firstDay, int days) =>
        entry.Date().DayNumber - firstDay.DayNumber is var day && day >= 0 && day < days ? day
        : throw entry.Expected($"a day from {firstDay:yyyy-MM-dd} to {firstDay.AddDays(days - 1):yyyy-MM-dd}");

    public static string Skill(Entry entry, IReadOnlyList<string> skills) => skills.FirstOrDefault(entry.Is)
        ?? throw entry.Expected($"one of the skills {string.Join(", ", skills)}");
}
