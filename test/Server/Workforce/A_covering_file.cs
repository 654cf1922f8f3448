using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Schedules.Covering;
using Centrala.Server.Workforce;
using Centrala.Server.Workforce.Exact;

namespace Centrala.Server.Tests.Workforce;

public class A_covering_file
{
    [Fact]
    public void Names_its_shifts()
    {
        var problem = CoveringFile.Read("""{ "required": [2, 1], "shifts": [{ "id": "F", "slots": [0, 1], "paid": 2 }] }""");
        Assert.Equal([2, 1], problem.Required);
        Assert.Equal([4], CoveringFile.ReadPlan("F,4\n", problem));
        Assert.Contains("line 1: a shift of the problem and a number",
            Assert.Throws<UnreadableInputException>(() => CoveringFile.ReadPlan("G,4", problem)).Message);
    }

    [Fact]
    public void May_describe_the_tours_of_a_week()
    {
        var required = string.Join(',', Enumerable.Repeat(1, 336));
        var problem = CoveringFile.Read($$"""
            { "required": [{{required}}],
              "tour_rule": "slot = (day*48+start+k) mod 336, k=0..16 without 8, days off off and off+1 mod 7" }
            """);
        Assert.Equal(336, problem.Tours.Count);
        Assert.All(problem.Tours, tour => Assert.Equal(5 * 16, tour.Slots.Distinct().Count()));
    }

    [Fact]
    public async Task Has_a_proven_answer_where_the_library_is()
    {
        Assert.SkipUnless(CbcLibrary.IsPresent, "libCbcSolver.so.3 is not installed.");
        var problem = new CoveringProblem([4, 4, 4, 4, 6, 6, 4, 4, 4, 4],
        [
            .. Enumerable.Range(0, 7).Select(start => new Tour($"F{start}", [start, start + 1, start + 2, start + 3], 4)),
            .. Enumerable.Range(0, 9).Select(start => new Tour($"P{start}", [start, start + 1], 2)),
        ]);
        var answer = await ExactCover.Begin(problem, TimeSpan.FromSeconds(30))!;
        Assert.True(answer is { IsProven: true, WasInterrupted: false });
        Assert.Equal(44, problem.Cost(answer.Counts!));
        Assert.Empty(problem.Shortages(answer.Counts!));
    }

    [Theory]
    [InlineData("{}", "\"required\" is missing")]
    [InlineData("""{ "required": [1] }""", "\"tour_rule\" is missing")]
    [InlineData("""{ "required": [-1], "shifts": [] }""", "none negative")]
    [InlineData("""{ "required": [1], "shifts": [{ "id": "F", "slots": [1], "paid": 1 }] }""", "shift F should be paid and lie within")]
    [InlineData("""{ "required": [1], "tour_rule": "as you like" }""", "\"tour_rule\" should be like")]
    [InlineData("{ required", "this is no covering problem")]
    public void Is_refused_with_what_is_wrong(string text, string says) =>
        Assert.Contains(says, Assert.Throws<UnreadableInputException>(() => CoveringFile.Read(text)).Message);
}
