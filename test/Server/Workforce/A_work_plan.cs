using System.Runtime.CompilerServices;
using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Search;
using Centrala.Core.Workforce.Schedules.Timetables;
using Centrala.Server.Host;
using Centrala.Server.Workforce.Schedules;

namespace Centrala.Server.Tests.Workforce;

/// <summary>A planner's weeks, as the documentation shows them.</summary>
public sealed class A_work_plan : IDisposable
{
    static readonly string example = File.ReadAllText(ExampleFile());

    readonly string folder = Directory.CreateTempSubdirectory("centrala-plan-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Becomes_a_roster_that_keeps_every_rule()
    {
        var plan = ReadWorkPlan.From(example);
        var search = Searched(plan, 600_000);
        var verdict = RosterCheck.Judge(plan.Problem, search.Best!);
        Assert.Empty(verdict.Violations);
        Assert.Equal(search.BestPenalty, verdict.Penalty);
        Assert.Empty(Impossible.In(plan));
    }

    [Fact]
    public void Places_breaks_within_their_windows_and_trainings_within_shifts()
    {
        var plan = ReadWorkPlan.From(example);
        var roster = Searched(plan, 600_000).Best!;
        var table = Timetable.Of(plan, roster);
        Assert.Empty(table.Untrained);
        Assert.Equal(4, table.Activities.Count(one => one.Name == "new tariff"));
        foreach (var activity in table.Activities)
        {
            var (from, to) = plan.StepsOf(roster[activity.Employee, activity.Day], activity.Day);
            Assert.InRange(activity.From, from, to - 1);
            Assert.InRange(activity.To, from + 1, to);
            if (activity.Name is "lunch" or "supper") Assert.InRange(activity.From - from, 12, 20);
            Assert.DoesNotContain(table.Activities, other => other != activity && other.Employee == activity.Employee
                && other.From < activity.To && activity.From < other.To);
        }
    }

    [Fact]
    public void Counts_who_has_two_skills_once()
    {
        var plan = ReadWorkPlan.From(example);
        var nobody = Timetable.Of(plan, new(plan.Problem.Staff.Count, 14));
        Assert.Equal(nobody.NeededHours, nobody.MissingHours, 9);

        var one = new Roster(plan.Problem.Staff.Count, 14);
        one[0, 0] = 0;
        // Eight hours, less two breaks and an hour of training.
        Assert.Equal(nobody.MissingHours - 6.25, Timetable.Of(plan, one).MissingHours, 9);
    }

    [Theory]
    [InlineData("from: 2026-11-30", "from: 2026-12-01", "line 3: from: a Monday was expected, not “2026-12-01”")]
    [InlineData("law: PL", "law: PT", "line 10: shifts[0]: breaks of at least 60m in 7.5h of work (PT)")]
    [InlineData("law: PL", "law: TR", "line 29: shifts[3]: breaks of at least 15m in 4h of work (TR)")]
    [InlineData("to: 5h, paid", "to: 7.5h, paid", "at most 6h without a break, wherever the breaks will lie in their windows (DE)")]
    [InlineData("law: PL", "law: { country: PL, shift: 7h }", "at most 7h of work a day (PL)")]
    [InlineData("law: PL", "law: XX", "one of DE, ES, FR, PL, PT, TR, none")]
    [InlineData("contract: full, skills: { english: 2 }", "contract: fool, skills: { english: 2 }", "one of the contracts full, part, vendor")]
    [InlineData("not: late", "not: latish", "one of the shifts early, middle, late, short")]
    [InlineData("day: 2026-12-05", "day: 2026-12-15", "a day from 2026-11-30 to 2026-12-13 was expected")]
    [InlineData("length: 15m, from: 1h", "length: 10m, from: 1h", "a time in steps of 15 minutes")]
    [InlineData("name: dora", "name: ben", "one ben only")]
    [InlineData("share: 0.8", "share: 80", "a number from 0.01 to 0.999")]
    public void Is_refused_by_line(string right, string wrong, string says)
    {
        Assert.Contains(right, example, StringComparison.Ordinal);
        Assert.Contains(says, Assert.Throws<UnreadableInputException>(() =>
            ReadWorkPlan.From(example.Replace(right, wrong, StringComparison.Ordinal)
                .Replace("law: PL", says.Contains("(DE)", StringComparison.Ordinal) ? "law: DE" : "law: PL", StringComparison.Ordinal))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people: [1, 1, 1, 1, 1, 1", "people: [9, 9, 9, 9, 9, 9",
        "2026-11-30 07:00–13:00 english: 4 of 9 people missing whatever is planned; 5 have the skill, a shift then and no day off")]
    [InlineData("weekly_hours: [12h, 24h]", "weekly_hours: [60h, 60h]", "gil: the contract wants 120 h")]
    [InlineData("people: [1, 1, 1, 1, 1, 1, 1", "people: [5, 5, 5, 5, 5, 5, 5", "week of 2026-11-30, english")]
    public void Says_what_cannot_be_whoever_works(string right, string wrong, string says) => Assert.Contains(
        Impossible.In(ReadWorkPlan.From(example.Replace(right, wrong, StringComparison.Ordinal))),
        one => one.StartsWith(says, StringComparison.Ordinal));

    [Fact]
    public async Task Is_mended_where_somebody_falls_ill()
    {
        var (file, roster, mended) = (Path.Combine(folder, "plan.yaml"), Path.Combine(folder, "roster.csv"), Path.Combine(folder, "mended.csv"));
        var plan = ReadWorkPlan.From(example);
        await File.WriteAllTextAsync(file, example, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(roster, Searched(plan, 600_000).Best!.Write(plan.Problem), TestContext.Current.CancellationToken);

        Assert.Equal(0, await CommandLine.Run(["schedule", file, "--repair", roster, "--absent", "ana:2026-12-02..2026-12-04",
            "--from", "2026-12-02", "--seconds", "2", "--out", mended, "--timetable", Path.Combine(folder, "times.csv")]));
        Assert.Equal(0, await CommandLine.Run(["schedule", "check", file, mended, "--json"]));

        var (before, after) = (Roster.Read(await File.ReadAllTextAsync(roster, TestContext.Current.CancellationToken), plan.Problem),
            Roster.Read(await File.ReadAllTextAsync(mended, TestContext.Current.CancellationToken), plan.Problem));
        Assert.All(Enumerable.Range(2, 3), day => Assert.Equal(Roster.Off, after[0, day]));
        Assert.All(Enumerable.Range(0, before.Staff), person => Assert.Equal(before[person, 1], after[person, 1]));
        Assert.InRange(before.Differences(after), 1, 40);
        Assert.StartsWith("person,date,shift,activity,from,to\n",
            await File.ReadAllTextAsync(Path.Combine(folder, "times.csv"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--absent", "nobody:2026-12-02")]
    [InlineData("--absent", "ana:2027-01-01")]
    [InlineData("--from", "yesterday")]
    public async Task Wants_a_person_and_days_to_mend(string option, string value)
    {
        var (file, roster) = (Path.Combine(folder, "plan.yaml"), Path.Combine(folder, "roster.csv"));
        await File.WriteAllTextAsync(file, example, TestContext.Current.CancellationToken);
        var plan = ReadWorkPlan.From(example);
        await File.WriteAllTextAsync(roster, new Roster(plan.Problem.Staff.Count, 14).Write(plan.Problem), TestContext.Current.CancellationToken);
        Assert.Equal(2, await CommandLine.Run(["schedule", file, "--repair", roster, option, value]));
    }

    static RosterSearch Searched(WorkPlan plan, int moves)
    {
        var search = new RosterSearch(plan.Problem, seed: 1);
        var cooling = new Cooling(search, Cooling.Scale(plan.Problem));
        for (var done = 0; done < moves; done += 10_000) cooling.Step(10_000, (double)done / moves);
        return search;
    }

    static string ExampleFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "using", "examples", "december.yaml");
}
