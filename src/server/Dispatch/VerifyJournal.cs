using System.Data;
using Dapper;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Dispatch;

/// <summary>Reads every cell's journal from its first record: is it what was written, and would it be decided so again?</summary>
static class VerifyJournal
{
    /// <param name="Records">All of them follow from the one before.</param>
    /// <param name="DecidesOtherwise">The first record whose command gives other events now; null when there is none.</param>
    public readonly record struct Verified(short Cell, long Records, long? DecidesOtherwise);

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
            var replay = new Replay(RouterState.Restored(null));
            await foreach (var record in JournalTable.Since(connection, cell.Id, 0, cancel))
            {
                Recovery.Check(cell.Id, record, sequence, hash);
                if (otherwise is null && replay.Differs(record)) otherwise = record.Sequence;
                (sequence, hash) = (record.Sequence, record.Hash);
            }
            Recovery.CheckEnd(cell.Id, (cell.Sequence, cell.Hash), (sequence, hash));
            verified.Add(new(cell.Id, sequence, otherwise));
        }
        return verified;
    }
}
