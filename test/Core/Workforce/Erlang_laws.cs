using Centrala.Core.Workforce;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

/// <summary>What must hold whatever the numbers, and a slow and obvious way beside the quick one.</summary>
public class Erlang_laws
{
    public static TheoryData<double, int, double> Floors { get; } = new()
    {
        { 10, 14, 120 }, { 10, 12, 5 }, { 40, 20, 900 }, { 3, 1, 60 }, { 300, 310, 240 }, { 2_000, 1_900, 90 },
    };

    /// <summary>All states one by one, and the wait of who finds so many before him by the rates of their leaving.</summary>
    [Theory, MemberData(nameof(Floors))]
    public void Erlang_A_is_the_sum_over_all_states(double load, int agents, double patience)
    {
        const double HandleTime = 180;
        var states = States(load, agents, HandleTime / patience);
        var floor = new ErlangA(load, agents, HandleTime, patience);
        var queue = states.Skip(agents).Select((share, waiting) => share * waiting).Sum();
        Near(states.Skip(agents).Sum(), floor.WaitProbability);
        Near(queue, floor.MeanQueue);
        Near(queue * HandleTime / patience / load, floor.AbandonProbability);
        Near(floor.ServiceLevel(1e7), 1 - floor.AbandonProbability);
        Near(floor.ServiceLevel(30) + floor.WaitExceeds(30) + LeftWithin(floor, 30), 1);
    }

    [Fact]
    public void Patience_like_the_handle_time_makes_the_contacts_in_the_house_Poisson()
    {
        var busy = 0.0;
        var term = Math.Exp(-100);
        for (var contacts = 0; contacts < 110; contacts++, term *= 100.0 / contacts) busy += term;
        Near(1 - busy, new ErlangA(100, 110, 180, 180).WaitProbability);
    }

    [Theory]
    [InlineData(10, 14)]
    [InlineData(9_990, 10_000)]
    [InlineData(999_000, 1_000_000)]
    public void Endless_patience_is_Erlang_C_and_none_is_Erlang_B(double load, int agents)
    {
        var patient = new ErlangA(load, agents, 180, 1e13);
        var forEver = new ErlangC(load, agents, 180);
        Assert.Equal(forEver.WaitProbability, patient.WaitProbability, forEver.WaitProbability * 1e-6);
        Assert.Equal(forEver.ServiceLevel(20), patient.ServiceLevel(20), 1e-6);
        Assert.Equal(ErlangB.Blocking(load, agents), new ErlangA(load, agents, 180, 1e-9).AbandonProbability, 1e-6);
    }

    /// <summary>The two routes of Erlang A meet at twenty places freed within a patience.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(40)]
    public void The_series_and_the_integral_are_the_same(double load)
    {
        var (below, above) = (new ErlangA(load, 10, 180, 359.999_999_999), new ErlangA(load, 10, 180, 360.000_000_001));
        Near(below.WaitProbability, above.WaitProbability, 1e-9);
        Near(below.AbandonProbability, above.AbandonProbability, 1e-9);
        Near(below.ServiceLevel(25), above.ServiceLevel(25), 1e-9);
        Near(below.WaitExceeds(25), above.WaitExceeds(25), 1e-9);
        Near(below.MeanWaitOfAnsweredSeconds!.Value, above.MeanWaitOfAnsweredSeconds!.Value, 1e-9);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1e-9, 3)]
    [InlineData(1_000_000, 0)]
    [InlineData(1_000_000, 1)]
    [InlineData(1_000_000, 1_000_001)]
    [InlineData(1_000_000, 1_100_000)]
    [InlineData(7, 1_000_000)]
    public void Are_shares_at_every_edge(double load, int agents)
    {
        var impatient = new ErlangA(load, agents, 180, 120);
        double[] shares =
        [
            ErlangB.Blocking(load, agents), new ErlangC(load, agents, 180).ServiceLevel(20), impatient.WaitProbability,
            impatient.AbandonProbability, impatient.ServiceLevel(20), impatient.WaitExceeds(20),
            new ErlangC(load, agents, 180).WaitProbability,
        ];
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
    }

    [Fact]
    public void Refuse_what_makes_no_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangB.Blocking(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangB.Blocking(double.NaN, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangB.Blocking(1, -3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(1, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangA(1, 2, 180, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.AgentsFor(10, 180, 1, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => AgentsNeeded.Scheduled(10, 1));
    }

    static double[] States(double load, int agents, double leaving)
    {
        var logs = new List<double> { 0 };
        for (var state = 1; state < agents + 20_000; state++)
        {
            var rate = Math.Min(state, agents) + Math.Max(0, state - agents) * leaving;
            logs.Add(logs[^1] + Math.Log(load / rate));
        }

        var most = logs.Max();
        var weights = logs.Select(log => Math.Exp(log - most)).ToArray();
        var all = weights.Sum();
        return [.. weights.Select(weight => weight / all)];
    }

    static double LeftWithin(ErlangA floor, double seconds) =>
        floor.ServiceLevel(seconds) / floor.ServiceLevelWithoutShortAbandons(seconds)!.Value is var stayed ? 1 - stayed : 0;

    static void Near(double expected, double actual, double relative = 1e-10) =>
        Assert.Equal(expected, actual, Math.Abs(expected) * relative);
}
