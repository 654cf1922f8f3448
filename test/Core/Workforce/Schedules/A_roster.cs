using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Schedules;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Schedules;

public class A_roster
{
    public static TheoryData<string> Judged { get; } = [.. Instances.Text("expected.csv").Trim().Split('\n').Skip(1)];

    [Theory]
    [MemberData(nameof(Judged))]
    public void Is_judged_as_the_public_evaluator_judges_it(string row)
    {
        var expected = row.Trim().Split(',');
        var problem = Problem(expected[0].Split('_')[0]);
        var verdict = RosterCheck.Judge(problem, Roster.Read(Instances.Text(expected[0]), problem));
        Assert.Equal(expected[1..7], new[]
        {
            verdict.Violations.Count, verdict.OnRequests, verdict.OffRequests, verdict.UnderCover, verdict.OverCover, verdict.Penalty,
        }.Select(number => $"{number}"));
        Assert.Equal(
            string.Concat(expected[7..]).Split("; ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            verdict.Violations.Select(violation => violation.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Is_written_as_it_was_read()
    {
        var problem = Problem("Instance3");
        var text = Instances.Text("Instance3_1004.csv").ReplaceLineEndings("\n");
        Assert.Equal(text, Roster.Read(text, problem).Write(problem));
    }

    [Theory]
    [InlineData("Z,,,,,,,,,,,,,,", "line 1: \"Z\" is nobody")]
    [InlineData("A,D", "line 1: a row has 14 days, not 1")]
    [InlineData("A,X,,,,,,,,,,,,,", "line 1: day 0 has \"X\", which is no shift")]
    [InlineData("A,,,,,,,,,,,,,,", "a row for B, C, D, E, F, G, H was expected")]
    public void Names_the_row_that_cannot_be_read(string text, string says) => Assert.Contains(says,
        Assert.Throws<UnreadableInputException>(() => Roster.Read(text, Problem("Instance1"))).Message);

    [Theory]
    [InlineData("D,480,", "D,eight,", "line 9: \"eight\" should be a whole number")]
    [InlineData("A,D=14,4320", "A,D=ten,4320", "line 13: \"D=ten\" should be a shift and how often")]
    [InlineData("B,5\n", "Y,5\n", "line 25: \"Y\" was not declared above")]
    [InlineData("0,D,5,100,1", "0,D,5", "SECTION_COVER wants 5 values")]
    [InlineData("A,2,D,2", "A,14,D,2", "\"14\" should be a whole number from 0 to 13")]
    public void Belongs_to_a_problem_whose_faults_are_named_by_line(string right, string wrong, string says) => Assert.Contains(says,
        Assert.Throws<UnreadableInputException>(() => BenchmarkFormat.Read(
            Instances.Text("Instance1.txt").ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal))).Message);

    static SchedulingProblem Problem(string name) => BenchmarkFormat.Read(Instances.Text($"{name}.txt"));
}
