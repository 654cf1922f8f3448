using System.Globalization;

namespace Centrala.Simulation.Tests;

/// <summary>
/// Programs crash at any await, two write at once, answers are lost, commands come twice, commits are slow or of unknown
/// end, clocks are set: nothing that was accepted is lost or doubled, and all goes on afterwards.
/// </summary>
public class Whatever_fails
{
    const int Steps = 1_500;

    /// <summary>Seeds to live through, from–to: by hand, <c>CENTRALA_SEEDS=1-20000</c>.</summary>
    const string Seeds = "1-240";

    [Fact]
    public void Nothing_that_was_accepted_is_lost_or_doubled_and_all_goes_on()
    {
        var range = (Environment.GetEnvironmentVariable("CENTRALA_SEEDS") is { Length: > 0 } given ? given : Seeds).Split('-');
        var (from, to) = (Number(range[0]), Number(range[^1]));
        Parallel.For(from, to + 1, seed =>
        {
            if (Lived(seed, Fault.None) is { } broken) Assert.Fail(
                $"Seed {seed}: {broken}\nAgain: CENTRALA_SEEDS={seed} dotnet run -c Release --project test/Simulation");
        });
    }

    [Fact]
    public void Is_the_same_story_for_the_same_seed() => Assert.Equal(Told(5), Told(5));

    /// <summary>The simulation can fail: broken promises are found out.</summary>
    [Theory]
    [InlineData(Fault.Forgets)]
    [InlineData(Fault.NoFence)]
    public void A_store_that_does_not_keep_its_promise_is_found_out(Fault fault) =>
        Assert.Contains(Enumerable.Range(1, 40), seed => Lived(seed, fault) is not null);

    /// <returns>What does not hold; null: all is well.</returns>
    static string? Lived(int seed, Fault fault)
    {
        try
        {
            Alone(() => new World(seed, fault).Live(Steps));
            return null;
        }
        catch (SimulationException broken)
        {
            return broken.Message;
        }
    }

    static byte[] Told(int seed)
    {
        var world = new World(seed);
        Alone(() => world.Live(Steps));
        return world.Store.Journal[^1].Hash;
    }

    /// <summary>Nothing takes what waits to another thread.</summary>
    static void Alone(Action story)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            story();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
