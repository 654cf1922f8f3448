using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Search;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Schedules;

public class A_search_for_a_roster
{
    static readonly SchedulingProblem small = BenchmarkFormat.Read(Instances.Text("Instance1.txt"));
    static readonly SchedulingProblem middling = BenchmarkFormat.Read(Instances.Text("Instance3.txt"));

    [Fact]
    public void Finds_the_best_roster_that_a_small_problem_has() => Assert.Equal(607, Search(new(small, seed: 1), 3_000_000).BestPenalty);

    [Fact]
    public void Counts_what_the_evaluator_counts()
    {
        var search = Search(new(middling, seed: 3), 1_000_000);
        var verdict = RosterCheck.Judge(middling, search.Best!);
        Assert.Empty(verdict.Violations);
        Assert.Equal(search.BestPenalty, verdict.Penalty);
        Assert.InRange(verdict.Penalty, 1001, 1300);
    }

    [Fact]
    public void Goes_the_same_way_from_the_same_seed() => Assert.Equal(
        Search(new(middling, seed: 5), 200_000).Current.Write(middling),
        Search(new(middling, seed: 5), 200_000).Current.Write(middling));

    [Fact]
    public void Mends_a_roster_around_somebody_who_fell_ill_and_leaves_the_past_alone()
    {
        var planned = Roster.Read(Instances.Text("Instance3_1004.csv"), middling);
        var left = new Absence(Employee: 2, FirstDay: 5, LastDay: 8).Apply(middling, planned);
        var mended = Search(new(left, seed: 1, planned, changeCost: 10, firstOpenDay: 5), 500_000).Best!;
        Assert.Empty(RosterCheck.Judge(left, mended).Violations);
        Assert.All(Enumerable.Range(5, 4), day => Assert.Equal(Roster.Off, mended[2, day]));
        Assert.All(
            from employee in Enumerable.Range(0, planned.Staff) from day in Enumerable.Range(0, 5) select (employee, day),
            cell => Assert.Equal(planned[cell.employee, cell.day], mended[cell.employee, cell.day]));
        Assert.InRange(mended.Differences(planned), 1, 20);
    }

    [Fact]
    public void Says_how_many_people_are_missing_where_a_rule_cannot_be_kept()
    {
        var impossible = small with
        {
            Staff = [small.Staff[0] with { MinMinutes = 5000, MaxMinutes = 5000 }, .. small.Staff.Skip(1)],
            Cover = [new("day 1 D", 1, [0], 20, 100, 1)],
        };
        var search = Search(new(impossible, seed: 1), 300_000);
        Assert.Null(search.Best);
        var conflicts = Conflicts.Of(impossible, search.Current);
        Assert.Contains(conflicts, conflict => conflict.StartsWith("A: ", StringComparison.Ordinal));
        Assert.Contains(conflicts, conflict => conflict.Contains("(only 7 could work then at all)", StringComparison.Ordinal));
    }

    static RosterSearch Search(RosterSearch search, int moves)
    {
        const int AtOnce = 10_000;
        var cooling = new Cooling(search, Cooling.Scale(search.Problem));
        for (var done = 0; done < moves; done += AtOnce) cooling.Step(AtOnce, (double)done / moves);
        return search;
    }
}
