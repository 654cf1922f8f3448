using Centrala.Core.Routing;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>
/// Takes a reign's snapshots. The state is copied between two commits; storing it goes beside the writer, who does not
/// wait for it. A snapshot that could not be stored costs the next start some time and nothing else.
/// </summary>
sealed class Snapshots(ICellStore store, long sequence, int recordsBetween, ILogger log)
{
    long at = sequence;
    Task storing = Task.CompletedTask;

    /// <summary>Takes one when enough has happened since the last.</summary>
    /// <param name="sequence">Of the last record that is stored.</param>
    public void TakeWhenDue(Router router, long sequence, byte[] chain)
    {
        if (sequence - at >= recordsBetween && storing.IsCompleted) Take(router, sequence, chain);
    }

    /// <summary>Takes the last one, and waits until it is stored.</summary>
    public async Task TakeLast(Router router, long sequence, byte[] chain)
    {
        await storing;
        if (sequence != at) Take(router, sequence, chain);
        await storing;
    }

    void Take(Router router, long sequence, byte[] chain)
    {
        at = sequence;
        LargePages.AskFor(router.OpenContacts);
        var snapshot = RouterState.Of(router, sequence, chain);
        storing = Store(snapshot);
    }

    async Task Store(StoredSnapshot snapshot)
    {
        try
        {
            await store.Store(snapshot);
            DispatchLog.SnapshotTaken(log, store.Cell, snapshot.Sequence);
        }
        catch (NpgsqlException failure)
        {
            DispatchLog.SnapshotFailed(log, failure, store.Cell, snapshot.Sequence);
        }
    }
}
