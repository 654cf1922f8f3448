using Centrala.Core.Workforce.Schedules;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>Own people by name, and vendors who send a number of people, each with a contract.</summary>
sealed class ReadPeople(
    DateOnly firstDay, int days, IReadOnlyList<string> skills, IReadOnlyList<ShiftType> shifts, LabourLaw law, double costWeight)
{
    readonly List<ShiftRequest> wishes = [];
    readonly List<IReadOnlyDictionary<string, int>> levels = [];
    Dictionary<string, Employee> contracts = [];

    public IReadOnlyList<ShiftRequest> Wishes => wishes;

    /// <summary>By person: level by skill.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, int>> Levels => levels;

    /// <summary>How many of them are own; vendors' people follow.</summary>
    public int Own { get; private set; }

    public IReadOnlyList<Employee> From(Fields file)
    {
        contracts = [];
        foreach (var entry in file.Needed("contracts").List(1))
            if (Contract(entry) is var contract && !contracts.TryAdd(contract.Id, contract))
                throw entry.Expected("a contract with a name of its own");
        List<Employee> people = [];
        foreach (var entry in file["people"]?.List() ?? []) people.Add(Person(entry, people.Count));
        Own = people.Count;
        foreach (var vendor in file["vendors"]?.List() ?? []) people.AddRange(Vendor(vendor));
        if (people.Count == 0) throw file.Needed("people").Expected("at least one person");
        if (people.Count > SchedulingProblem.StaffMax) throw file.Needed("people").Expected($"at most {SchedulingProblem.StaffMax} people");
        var twice = people.GroupBy(person => person.Id).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? people : throw (file["people"] ?? file.Needed("vendors")).Expected($"one {twice.Key} only");
    }

    /// <summary>A contract's limits, under its name; the law's where they are stricter.</summary>
    Employee Contract(Entry entry)
    {
        var fields = entry.Fields("name", "weekly_hours", "shifts", "at_most", "days_in_a_row", "least_days_in_a_row", "least_days_off",
            "weekends", "cost_per_hour");
        var (least, most) = WeeklyHours(fields.Needed("weekly_hours"));
        var allowed = fields["shifts"]?.List(1).Select(Shift).ToHashSet();
        var times = Enumerable.Range(0, shifts.Count).Select(shift => allowed?.Contains(shift) != false ? days : 0).ToArray();
        foreach (var (name, count) in fields["at_most"]?.Named() ?? [])
        {
            var shift = shifts.Index().FirstOrDefault(pair => pair.Item.Id == name, (-1, null!)).Index;
            times[shift >= 0 ? shift : throw count.Expected("the name of a shift before its number")] = count.Whole(0, days);
        }
        var weeks = (days + 6) / 7;
        return new(ReadShifts.Name(fields.Needed("name")), times, most * weeks, least * days / 7,
            Math.Min(law.DaysInARow, fields["days_in_a_row"]?.Whole(1, 366) ?? int.MaxValue),
            fields["least_days_in_a_row"]?.Whole(1, 31) ?? 1, fields["least_days_off"]?.Whole(1, 31) ?? 1,
            fields["weekends"]?.Whole(0, weeks) ?? weeks, new HashSet<int>(), 0,
            new(Math.Min(law.Week, most), law.WeekRest), Pay(fields["cost_per_hour"]));
    }

    (int Least, int Most) WeeklyHours(Entry entry)
    {
        int Minutes(Entry one) => (int)one.Time(mayBeZero: true).TotalMinutes;
        if (!entry.IsList) return (0, Minutes(entry));
        return entry.List() is [var from, var to] && Minutes(from) <= Minutes(to) ? (Minutes(from), Minutes(to))
            : throw entry.Expected("the most, or the least and the most, like [32h, 40h]");
    }

    IReadOnlyList<int>? Pay(Entry? costPerHour) => costPerHour is null ? null
        : [.. shifts.Select(shift => (int)Math.Round(costPerHour.Number(0, 100_000) * costWeight * shift.Minutes / 60))];

    Employee Person(Entry entry, int number)
    {
        var fields = entry.Fields("name", "contract", "skills", "off", "wishes");
        levels.Add(Skills(fields["skills"]));
        foreach (var wish in fields["wishes"]?.List() ?? []) Wish(wish, number);
        return ContractOf(fields) with
        {
            Id = ReadShifts.Name(fields.Needed("name")),
            DaysOff = (fields["off"]?.List() ?? []).Select(day => ReadNeed.Day(day, firstDay, days)).ToHashSet(),
        };
    }

    IEnumerable<Employee> Vendor(Entry entry)
    {
        var fields = entry.Fields("name", "people", "contract", "skills", "cost_per_hour");
        var (name, contract, skilled) = (ReadShifts.Name(fields.Needed("name")), ContractOf(fields), Skills(fields["skills"]));
        var pay = Pay(fields["cost_per_hour"]) ?? contract.Pay;
        for (var number = 1; number <= fields.Needed("people").Whole(1, SchedulingProblem.StaffMax); number++)
        {
            levels.Add(skilled);
            yield return contract with { Id = $"{name}-{number}", Pay = pay };
        }
    }

    void Wish(Entry entry, int person)
    {
        var fields = entry.Fields("day", "off", "shift", "not", "weight");
        var (day, weight) = (ReadNeed.Day(fields.Needed("day"), firstDay, days), fields["weight"]?.Whole(1, 1000) ?? 1);
        if (fields["shift"] is { } on) wishes.Add(new(person, day, Shift(on), weight, On: true));
        else if (fields["not"] is { } not) wishes.Add(new(person, day, Shift(not), weight, On: false));
        else if (fields["off"]?.Flag() == true)
            wishes.AddRange(Enumerable.Range(0, shifts.Count).Select(shift => new ShiftRequest(person, day, shift, weight, On: false)));
        else throw entry.Expected("a wish: off: true, or shift, or not");
    }

    Employee ContractOf(Fields fields) => contracts.GetValueOrDefault(fields.Needed("contract").Text())
        ?? throw fields.Needed("contract").Expected($"one of the contracts {string.Join(", ", contracts.Keys)}");

    int Shift(Entry entry) => shifts.Index().FirstOrDefault(pair => entry.Is(pair.Item.Id), (-1, null!)) is ( >= 0 and var shift, _) ? shift
        : throw entry.Expected($"one of the shifts {string.Join(", ", shifts.Select(one => one.Id))}");

    Dictionary<string, int> Skills(Entry? entry) => (entry?.Named() ?? []).ToDictionary(
        pair => skills.Contains(pair.Name) ? pair.Name : throw pair.Value.Expected($"one of the skills {string.Join(", ", skills)} before its level"),
        pair => pair.Value.Whole(1, 5));
}
