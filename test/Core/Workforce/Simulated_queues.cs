using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Simulation;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

/// <summary>
/// The router in virtual time, against exact results: Erlang C and A where there is one class, Markov chains of two
/// classes (stationary solutions with residuals below 1e-17) where there are several. Seeds are fixed.
/// </summary>
public class Simulated_queues
{
    const double WithinErrors = 4;

    [Theory]
    [InlineData(200, 14, null, 20), InlineData(200, 13, null, 20), InlineData(100, 8, null, 10), InlineData(40, 4, null, 60)]
    [InlineData(20, 2, null, 20), InlineData(400, 25, null, 20), InlineData(300, 18, null, 30), InlineData(10, 1, null, 20)]
    [InlineData(200, 14, 120.0, 20), InlineData(200, 12, 120.0, 20), InlineData(200, 10, 120.0, 20)]
    [InlineData(200, 8, 60.0, 20), InlineData(200, 14, 900.0, 20), InlineData(400, 20, 240.0, 30), InlineData(40, 3, 30.0, 10)]
    [InlineData(20, 1, 180.0, 20), InlineData(600, 32, 180.0, 15), InlineData(2_000, 100, 120.0, 20)]
    [InlineData(100, 6, 45.0, 3), InlineData(60, 4, 180.0, 60)]
    public void Of_one_class_agree_with_Erlang(double perHour, int agents, double? patience, double target)
    {
        var scenario = FloorPlans.Of(
            8_000 / perHour, [FloorPlans.Pool(agents, 0)], FloorPlans.Class(0, perHour, patience, target));
        var found = FloorPlans.Run(scenario, seed: 1).Queues[0];
        var load = perHour * FloorPlans.HandleTime.TotalHours;
        var seconds = FloorPlans.HandleTime.TotalSeconds;
        if (patience is { } patient)
        {
            var exact = new ErlangA(load, agents, seconds, patient);
            Near(exact.WaitProbability, found.WaitProbability);
            Near(exact.AbandonProbability, found.AbandonProbability);
            Near(exact.MeanWaitSeconds, found.MeanWaitSeconds);
            Near(exact.ServiceLevel(target), found.ServiceLevel);
            Near(exact.MeanQueue, found.MeanQueue);
        }
        else
        {
            var exact = new ErlangC(load, agents, seconds);
            Near(exact.WaitProbability, found.WaitProbability);
            Near(exact.MeanWaitSeconds, found.MeanWaitSeconds);
            Near(exact.ServiceLevel(target), found.ServiceLevel);
        }
    }

    [Fact]
    public void Share_generalists_as_the_exact_chain_does() => Agree(
        FloorPlans.Of(100, [FloorPlans.Pool(6, 0), FloorPlans.Pool(8, 0, 1)],
            FloorPlans.Class(0, 120, 120, rank: 1_000, prefers: [0, 1]), FloorPlans.Class(1, 120, 120)),
        [
            new(.1876286911, .02581565455, 3.097878546, .9245234175),
            new(.4332534408, .140482404, 16.85788847, .6737878368),
        ]);

    [Fact]
    public void Ask_the_own_specialists_first() => Agree(
        FloorPlans.Of(100, [FloorPlans.Pool(6, 0), FloorPlans.Pool(6, 1), FloorPlans.Pool(4, 0, 1)],
            FloorPlans.Class(0, 140, 120, rank: 1_000, prefers: [0, 2]), FloorPlans.Class(1, 140, 120, prefers: [1, 2])),
        [new(.318352, .069644, 8.3573, .805525), new(.335115, .087027, 10.4433, .772278)]);

    [Fact]
    public void Serve_the_first_class_first() => Agree(
        FloorPlans.Of(100, [FloorPlans.Pool(12, 0, 1)],
            FloorPlans.Class(0, 120, 120, rank: 1_000), FloorPlans.Class(1, 80, 120)),
        [new(.279807, .046002, 5.5203, .865496), new(.279807, .084990, 10.1988, .807366)]);

    [Fact]
    public void Take_from_the_longest_queue_when_told_so()
    {
        var byRank = FloorPlans.Of(100, [FloorPlans.Pool(12, 0, 1)],
            FloorPlans.Class(0, 80, 120, rank: 1_000), FloorPlans.Class(1, 120, 120));
        var ranked = FloorPlans.Run(byRank, seed: 1).Queues;
        var longest = FloorPlans.Run(byRank with { FreedTakesLongestQueue = true }, seed: 1).Queues;
        Assert.True(longest[1].AbandonProbability.Value < ranked[1].AbandonProbability.Value - 0.005, "the second class gains");
        Assert.True(longest[0].AbandonProbability.Value > ranked[0].AbandonProbability.Value + 0.005, "at the first one's cost");
    }

    /// <summary>Six classes, thirty waiting places together: published by Wallace and Whitt, 2004, rebuilt.</summary>
    [Fact]
    public void Gain_nearly_all_of_pooling_by_a_second_skill()
    {
        var (one, two, all) = (Pooled(1), Pooled(2), Pooled(6));
        Assert.Equal(.001981, all.Blocked, .0005);
        Assert.Equal(19.2178, all.MeanWait, WithinErrors * all.Error);
        Assert.True(one.Blocked - two.Blocked >= 0.9 * (one.Blocked - all.Blocked), "blocking");
        Assert.True(one.MeanWait - two.MeanWait >= 0.9 * (one.MeanWait - all.MeanWait), "mean wait");
    }

    static (double Blocked, double MeanWait, double Error) Pooled(int skills)
    {
        var found = FloorPlans.Run(PoolingLadder.WithSkills(skills, hours: 80), seed: 1, replications: 10).Queues;
        var (blocked, wait) = (found.Select(queue => queue.Blocked), found.Select(queue => queue.MeanWaitSeconds).ToList());

        // The classes wait for the same agents: their errors are alike, and averaging does not shrink them.
        return (blocked.Average(share => share.Value), wait.Average(one => one.Value), wait.Average(one => one.StandardError!.Value));
    }

    sealed record Exact(double Wait, double Abandon, double MeanWait, double ServiceLevel);

    static void Agree(Scenario scenario, Exact[] exact)
    {
        var found = FloorPlans.Run(scenario, seed: 1);
        foreach (var (queue, expected) in found.Queues.Zip(exact))
        {
            Near(expected.Wait, queue.WaitProbability);
            Near(expected.Abandon, queue.AbandonProbability);
            Near(expected.MeanWait, queue.MeanWaitSeconds);
            Near(expected.ServiceLevel, queue.ServiceLevel);
        }
    }

    static void Near(double exact, Estimate found) => Assert.Equal(exact, found.Value, WithinErrors * found.StandardError!.Value);
}
