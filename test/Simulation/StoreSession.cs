using System.Runtime.CompilerServices;
using Centrala.Core.Routing;
using Centrala.Server.Dispatch;

namespace Centrala.Simulation.Tests;

/// <summary>One reign's way to the store. Every question is an operation that ends when the world says so.</summary>
sealed class StoreSession(World world, Node node, Bequest inherited) : ICellStore
{
    SimulatedStore Tables => world.Store;

    public short Cell => Server.Dispatch.Cell.Default;

    public Bequest Inherited => inherited;

    public async Task<IReadOnlyList<InboxRow>> ReadInbox(int most) => await world.Ask(node, () => Tables.Oldest(most));

    public Task Store(Batch batch, Router router, long previous, DateTimeOffset beat) =>
        world.Do(node, () => Tables.Append(inherited.Epoch, batch, previous, beat));

    public Task Beat(DateTimeOffset now) => world.Do(node, () => Tables.Beat(inherited.Epoch, now));

    public async IAsyncEnumerable<JournalRecord> Since(long sequence, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var record in await world.Ask(node, () => Tables.Journal.Skip((int)sequence).ToArray())) yield return record;
    }

    public async Task<(StoredSnapshot? Snapshot, Router Router)> NewestReadable(
        Action<StoredSnapshot, string> passOver, CancellationToken cancel)
    {
        var snapshot = await world.Ask(node, () => Tables.NewestSnapshot);
        return (snapshot, RouterState.Restored(snapshot));
    }

    public Task Store(StoredSnapshot snapshot) => world.Do(node, () => Tables.Keep(snapshot));
}
