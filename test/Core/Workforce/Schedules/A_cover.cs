using Centrala.Core.Workforce.Schedules.Covering;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Schedules;

public class A_cover
{
    [Fact]
    public void Costs_no_more_than_it_must()
    {
        // Full shifts of four slots and part-time ones of two, at every start; four people all day, six in the middle.
        var problem = new CoveringProblem([4, 4, 4, 4, 6, 6, 4, 4, 4, 4],
        [
            .. Enumerable.Range(0, 7).Select(start => new Tour($"F{start}", [start, start + 1, start + 2, start + 3], 4)),
            .. Enumerable.Range(0, 9).Select(start => new Tour($"P{start}", [start, start + 1], 2)),
        ]);
        var search = Search(problem, 200_000);
        Assert.Equal(44, problem.LowestCost);
        Assert.Equal(44, search.BestCost);
        Assert.Equal(44, problem.Cost(search.Best!));
        Assert.Empty(problem.Shortages(search.Best!));
        Assert.True(search.IsOver);
    }

    [Fact]
    public void Is_as_cheap_as_trying_everything_shows()
    {
        // Five days on, two off, anywhere in the week.
        var problem = new CoveringProblem([5, 3, 4, 3, 5, 2, 2],
            [.. Enumerable.Range(0, 7).Select(first => new Tour($"{first}", [.. Enumerable.Range(0, 5).Select(day => (first + day) % 7)], 1))]);
        Assert.Equal(Enumerable.Range(1, 10).First(people => CanCover(problem, new int[7], 0, people)), Search(problem, 300_000).BestCost);
    }

    [Fact]
    public void Is_not_promised_where_no_shift_reaches()
    {
        var search = Search(new([1, 1], [new("F", [0], 1)]), 1_000);
        Assert.Null(search.Best);
        Assert.True(search.IsOver);
    }

    static CoveringSearch Search(CoveringProblem problem, int moves)
    {
        var search = new CoveringSearch(problem, seed: 1);
        for (var done = 0; done < moves; done += 1000) search.Step(1000, 1 - (double)done / moves);
        return search;
    }

    static bool CanCover(CoveringProblem problem, int[] counts, int tour, int people)
    {
        if (tour == counts.Length) return !problem.Shortages(counts).Any();
        for (counts[tour] = people; counts[tour] > 0; counts[tour]--)
            if (CanCover(problem, counts, tour + 1, people - counts[tour])) return true;
        return CanCover(problem, counts, tour + 1, people);
    }
}
