using System.Data;
using Centrala.Core.Routing;
using Dapper;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Dispatch;

/// <summary>Reads every cell's journal from its first record: is it what was written, and would it be decided so again?</summary>
static class VerifyJournal
{
    /// <param name="Records">All of them follow from the one before.</param>
    /// <param name="DecidesOtherwise">The first record whose command gives other events now; null when there is none.</param>
    /// <param name="State">The hash of the state to which they lead; of no meaning when there is such a record.</param>
    public readonly record struct Verified(short Cell, long Records, long? DecidesOtherwise, byte[] State);

    sealed record CellEnd(short Id, long Sequence, byte[] Hash);

    /// <summary>Reads one snapshot of the database, so that a writer may go on meanwhile.</summary>
    /// <exception cref="DamagedJournalException">A record was changed, removed or inserted.</exception>
    public static async Task<IReadOnlyList<Verified>> Read(Db database, CancellationToken cancel)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var cells = (await connection.QueryAsync<CellEnd>("select id, sequence, hash from cell order by id")).ToArray();

        List<Verified> verified = [];
        foreach (var cell in cells)
        {
            var (sequence, hash, otherwise) = (0L, Recovery.ChainStart, (long?)null);
            var again = new DecideAgain(RouterState.Restored(null));
            var snapshots = await Snapshots(connection, cell.Id);
            await foreach (var record in JournalTable.Since(connection, cell.Id, 0, cancel))
            {
                Recovery.Check(cell.Id, record, sequence, hash);
                if (otherwise is null && again.Differs(record)) otherwise = record.Sequence;
                (sequence, hash) = (record.Sequence, record.Hash);
                if (otherwise is null && snapshots.TryGetValue(sequence, out var state)) Compare(cell.Id, sequence, state, again);
            }
            Recovery.CheckEnd(cell.Id, (cell.Sequence, cell.Hash), (sequence, hash));
            verified.Add(new(cell.Id, sequence, otherwise, again.State));
        }
        return verified;
    }

    // Stored in the present format, a state has the hash that deciding everything again leads to.
    static async Task<Dictionary<long, byte[]>> Snapshots(NpgsqlConnection connection, short cell) =>
        (await connection.QueryAsync<(long Sequence, byte[] Hash)>(
            "select sequence, hash from snapshot where cell = @cell and format = @format",
            new { cell, format = (short)Snapshot.Version })).ToDictionary(one => one.Sequence, one => one.Hash);

    static void Compare(short cell, long sequence, byte[] stored, DecideAgain again)
    {
        if (!again.State.AsSpan().SequenceEqual(stored)) throw new DamagedJournalException(
            $"The snapshot of cell {cell} at record {sequence} is not the state to which the journal leads.");
    }
}
