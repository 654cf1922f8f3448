using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Microsoft.Extensions.Logging.Abstractions;

namespace Centrala.Simulation.Tests;

/// <summary>One program with the real cell and the real writer; what it does with the store and the clock is the world's.</summary>
sealed class Node(World world)
{
    const int RecordsBetweenSnapshots = 40;

    readonly Poison poison = new();

    public SteppedTime Time { get; } = new(world.Now);

    public Cell Cell { get; } = new(NullLogger<Cell>.Instance);

    /// <summary>A bug of the program; null while it lives as it should.</summary>
    public Exception? Bug { get; private set; }

    /// <summary>Reigns, one after the other, as the program's host keeps them, until the world lets go of the node.</summary>
    public async Task Live()
    {
        Cell.Published += (publication, _) => Hear(publication);
        while (Bug is null)
        {
            try
            {
                await Reign();
            }
            catch (Exception failure) when (failure is FencedException || StorageFailures.Of(failure) is not null)
            {
                poison.ReignEnded(failure);
                await world.Wait(this);
            }
            catch (Exception bug)
            {
                Bug = bug;
            }
        }
    }

    // The cell forgives its listeners; the world does not.
    void Hear(Publication publication)
    {
        try
        {
            world.Checker.Published(publication);
        }
        catch (SimulationException broken)
        {
            Bug = broken;
        }
    }

    async Task Reign()
    {
        var store = new StoreSession(world, this, await world.Ask(this, world.Store.Begin));
        var recovered = await new Recovery(store, NullLogger.Instance).Restore(CancellationToken.None);
        var writer = CellWriter.After(
            recovered, Cell, store, (Time, Time), poison, NullLogger.Instance, RecordsBetweenSnapshots);
        await writer.Begin();
        while (true)
        {
            await world.Wait(this);
            Cell.Wake();
            await writer.Turn();
        }
    }
}

/// <summary>A machine's time: the wall clock can be set, what passes cannot.</summary>
sealed class SteppedTime(DateTimeOffset wall) : TimeProvider
{
    long passed = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => wall;

    public override long GetTimestamp() => passed;

    public void Pass(TimeSpan time)
    {
        wall += time;
        passed += time.Ticks;
    }

    public void Set(TimeSpan by) => wall += by;
}
