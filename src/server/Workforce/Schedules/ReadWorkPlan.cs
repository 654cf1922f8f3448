using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Timetables;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>Reads a planner's weeks from YAML: docs/using/schedules.md describes every field.</summary>
static class ReadWorkPlan
{
    static readonly string[] known =
    [
        "name", "from", "days", "step", "law", "skills", "shifts", "contracts", "people", "vendors", "need", "training", "weights",
    ];

    public static bool Fits(string text) => !BenchmarkFormat.Fits(text) && !CoveringFile.Fits(text);

    /// <exception cref="UnreadableInputException">It cannot be understood; line and expectation are told.</exception>
    public static WorkPlan From(string text)
    {
        var file = Entry.OfText(text).Fields(known);
        var first = file.Needed("from").Date();
        if (first.DayOfWeek != DayOfWeek.Monday) throw file.Needed("from").Expected("a Monday");
        var (days, step) = (file.Needed("days").Whole(1, SchedulingProblem.DaysMax), Step(file["step"]));
        string[] skills = [.. file.Needed("skills").List(1).Select(ReadShifts.Name)];
        var law = ReadLaw.From(file["law"]);
        var reader = new ReadShifts(step, law);
        var (templates, types) = reader.From(file.Needed("shifts"));
        var weights = file["weights"]?.Fields("missing", "surplus", "cost", "fairness");
        var people = new ReadPeople(first, days, skills, types, law, Weight("cost", 1));
        var staff = people.From(file);
        var needs = new ReadNeed(first, days, step, skills).From(file.Needed("need"));
        if (needs.Count > WorkPlan.NeedsMax) throw file.Needed("need").Expected($"at most {WorkPlan.NeedsMax} skills and levels");

        var groups = Grouped(people.Levels, needs);
        staff = [.. staff.Select((person, number) => person with { Group = groups.OfPerson[number] })];
        var problem = new SchedulingProblem(days, types, staff, people.Wishes, [], (int)Weight("fairness", 1));
        var plan = new WorkPlan(first, step, templates, [.. needs.Select((need, number) => new SkillNeed(need.Name, groups.OfNeed(number), need.People))],
            [.. (file["training"]?.List() ?? []).Select(one => Trained(one, reader, first, staff, people.Own, days))], problem);
        return plan with { Problem = problem with { Cover = NeedLines.Of(plan, PerStep("missing", 100), PerStep("surplus", 4)) } };

        double Weight(string name, double usual) => weights?[name]?.Number(0, 100_000) ?? usual;
        double PerStep(string name, double usual) => Weight(name, usual) * step / 60;
    }

    static int Step(Entry? entry) => entry is null ? 15
        : entry.Time().TotalMinutes is var minutes && minutes is 5 or 10 or 15 or 20 or 30 or 60 ? (int)minutes
        : throw entry.Expected("5m, 10m, 15m, 20m, 30m or 60m");

    /// <summary>People who can serve the same needs are one group.</summary>
    static (int[] OfPerson, Func<int, IReadOnlySet<int>> OfNeed) Grouped(
        IReadOnlyList<IReadOnlyDictionary<string, int>> levels, IReadOnlyList<WrittenNeed> needs)
    {
        int[] masks = [.. levels.Select(skilled => needs.Index()
            .Where(pair => skilled.GetValueOrDefault(pair.Item.Skill) >= pair.Item.Level).Sum(pair => 1 << pair.Index))];
        int[] distinct = [.. masks.Distinct()];
        return ([.. masks.Select(mask => Array.IndexOf(distinct, mask))],
            need => distinct.Index().Where(pair => (pair.Item >> need & 1) == 1).Select(pair => pair.Index).ToHashSet());
    }

    static Training Trained(Entry entry, ReadShifts reader, DateOnly first, IReadOnlyList<Employee> staff, int own, int days)
    {
        var fields = entry.Fields("name", "length", "people", "from", "to");
        var (from, to) = (fields["from"] is { } begin ? ReadNeed.Day(begin, first, days) : 0,
            fields["to"] is { } end ? ReadNeed.Day(end, first, days) : days - 1);
        return new(ReadShifts.Name(fields.Needed("name")), reader.Minutes(fields.Needed("length")),
            fields["people"] is { } people ? [.. people.List(1).Select(Person)] : [.. Enumerable.Range(0, own)], from, to);

        int Person(Entry one) => staff.Index().FirstOrDefault(pair => one.Is(pair.Item.Id), (-1, null!)) is ( >= 0 and var number, _) ? number
            : throw one.Expected("the name of somebody");
    }
}
