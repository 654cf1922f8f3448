using Centrala.Core.Workforce;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

/// <summary>Expectations by the exact cases of the reference data (two routes, 50 digits), and by trying every number.</summary>
public class Agents_needed
{
    [Theory]
    [InlineData(10.0, 180, 20, .8, 120, 14, 12, 11, 12)]
    [InlineData(50 * 240.0 / 1800, 240, 20, .8, 90, 10, 9, 7, 8)]
    [InlineData(100.0, 180, 20, .8, 120, 107, 96, 94, 94)]
    [InlineData(9990.0, 180, 20, .8, 120, 10003, 8620, 8551, 8551)]
    [InlineData(0.1, 180, 20, .8, 120, 1, 1, 1, 1)]
    [InlineData(9.0, 45, 3, .9, 20, 14, 13, 12, 13)]
    [InlineData(1.0, 60, 3, .9, 30, 3, 3, 3, 3)]
    [InlineData(40 * 600.0 / 1800, 600, 120, .8, 300, 17, 14, 12, 13)]
    [InlineData(0.0, 180, 20, .8, 120, 0, 0, 0, 0)]
    public void For_a_service_level_depend_on_whom_it_counts(
        double load, double handleTime, double within, double level, double patience,
        int patient, int ofOffered, int ofAnswered, int withoutShort)
    {
        Assert.Equal(patient, ErlangC.AgentsFor(load, handleTime, level, within));
        Assert.Equal(ofOffered, AgentsNeeded.ForServiceLevel(load, handleTime, patience, level, within));
        Assert.Equal(
            ofAnswered, AgentsNeeded.ForServiceLevel(load, handleTime, patience, level, within, ServiceLevelOf.Answered));
        Assert.Equal(withoutShort, AgentsNeeded.ForServiceLevel(
            load, handleTime, patience, level, within, ServiceLevelOf.WithoutShortAbandons));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void Are_the_first_number_that_suffices(double load)
    {
        Assert.Equal(First(n => ErlangB.Blocking(load, n) <= 0.01), ErlangB.Trunks(load, 0.01));
        Assert.Equal(
            First(n => new ErlangC(load, n, 180).MeanWaitSeconds <= 7), ErlangC.AgentsForMeanWait(load, 180, 7));
        Assert.Equal(
            First(n => new ErlangA(load, n, 180, 90).MeanWaitSeconds <= 7), AgentsNeeded.ForMeanWait(load, 180, 90, 7));
        Assert.Equal(
            First(n => new ErlangA(load, n, 180, 90).AbandonProbability <= 0.02),
            AgentsNeeded.ForAbandonment(load, 180, 90, 0.02));
        Assert.Equal(
            First(n => new ErlangA(load, n, 180, 90).Occupancy <= 0.85), AgentsNeeded.ForOccupancy(load, 180, 90, 0.85));
        Assert.Equal(First(n => n * 0.85 >= load), AgentsNeeded.ForOccupancy(load, 0.85));
    }

    [Theory]
    [InlineData(7, 0.3, 10)]
    [InlineData(14, 0.3, 20)]
    [InlineData(10_003, 0.3, 14_290)]
    [InlineData(107, 0.3, 153)]
    [InlineData(5, 0, 5)]
    public void Are_scheduled_with_shrinkage_without_an_agent_too_many(int agents, double shrinkage, int scheduled) =>
        Assert.Equal(scheduled, AgentsNeeded.Scheduled(agents, (decimal)shrinkage));

    static int First(Func<int, bool> suffices) => Enumerable.Range(0, 10_000).First(suffices);
}
