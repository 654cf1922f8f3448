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
    public void Is_proven_to_be_the_cheapest_by_branch_and_bound()
    {
        var random = new Random(7);
        for (var time = 0; time < 40; time++)
        {
            // Tours with holes in them: fractions of people cost less than whole ones.
            var problem = new CoveringProblem([.. Enumerable.Range(0, 6).Select(_ => random.Next(0, 4))],
                [.. Enumerable.Range(0, 5).Select(tour => new Tour($"{tour}", [tour, (tour + 2) % 6, (tour + 3) % 6], random.Next(1, 4)))]);
            var cover = new CheapestCover(problem, seed: 1);
            for (var steps = 0; !cover.IsOver && steps < 1_000; steps++) cover.Step(TestContext.Current.CancellationToken);
            Assert.True(cover.IsOver);
            Assert.Equal(LeastCost(problem, new int[5], 0), cover.Best is null ? long.MaxValue : cover.BestCost);
        }
    }

    [Fact]
    public void Of_a_day_of_shifts_with_breaks_is_found_at_once()
    {
        // Half-hours of a day, full shifts with a break and part-time ones.
        int[] needed = [.. Enumerable.Range(0, 24).Select(slot => 40 + (int)(150 * Math.Sin(Math.PI * (slot + 1) / 26)))];
        var problem = new CoveringProblem(needed,
        [
            .. from start in Enumerable.Range(0, 8)
               from pause in Enumerable.Range(7, 3)
               select new Tour($"F{start}b{pause}", [.. Enumerable.Range(start, 17).Where(slot => slot != start + pause)], 16),
            .. Enumerable.Range(0, 17).Select(start => new Tour($"P{start}", [.. Enumerable.Range(start, 8)], 8)),
        ]);
        var tree = new BranchAndBound(problem);
        for (var steps = 0; !tree.IsOver && steps < 200; steps++) tree.Step(TestContext.Current.CancellationToken);
        Assert.True(tree.IsOver);
        Assert.Empty(problem.Shortages(tree.Best!));
        Assert.Equal(tree.LowestCost, problem.Cost(tree.Best!));
    }

    [Fact]
    public void Is_not_promised_where_no_shift_reaches()
    {
        var search = new CheapestCover(new([1, 1], [new("F", [0], 1)]), seed: 1);
        search.Step(TestContext.Current.CancellationToken);
        Assert.Null(search.Best);
        Assert.True(search.IsOver);
    }

    static CoveringSearch Search(CoveringProblem problem, int moves)
    {
        var search = new CoveringSearch(problem, seed: 1);
        for (var done = 0; done < moves; done += 1000) search.Step(1000, 1 - (double)done / moves);
        return search;
    }

    static long LeastCost(CoveringProblem problem, int[] counts, int tour)
    {
        if (tour == counts.Length) return problem.Shortages(counts).Any() ? long.MaxValue : problem.Cost(counts);
        var least = long.MaxValue;
        for (counts[tour] = 3; counts[tour] >= 0; counts[tour]--) least = Math.Min(least, LeastCost(problem, counts, tour + 1));
        counts[tour] = 0;
        return least;
    }

    static bool CanCover(CoveringProblem problem, int[] counts, int tour, int people)
    {
        if (tour == counts.Length) return !problem.Shortages(counts).Any();
        for (counts[tour] = people; counts[tour] > 0; counts[tour]--)
            if (CanCover(problem, counts, tour + 1, people - counts[tour])) return true;
        return CanCover(problem, counts, tour + 1, people);
    }
}
