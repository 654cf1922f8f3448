using Centrala.Core.Routing;
using Centrala.Server.Database;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>
/// A stretch of time in which this program is a cell's writer. The advisory lock lives in the very connection that
/// appends: who loses the connection has lost the lock and cannot append. The epoch guards against a lock that lies
/// (a fail-over, a proxy between): every append names it, and a successor has raised it.
/// </summary>
sealed class Reign : ICellStore, IAsyncDisposable
{
    /// <summary>The first half of the advisory lock's key; the second is the cell.</summary>
    const int LockSpace = 0x43454C4C;

    readonly Database.Database database;
    readonly NpgsqlConnection connection;
    readonly InboxRows inbox;

    Reign(Database.Database database, NpgsqlConnection connection, short cell, Bequest bequest)
    {
        (this.database, this.connection, Cell, Inherited) = (database, connection, cell, bequest);
        inbox = new(connection, cell);
    }

    public short Cell { get; }

    public Bequest Inherited { get; }

    public NpgsqlConnection Connection => connection;

    /// <returns>Null while another holds the lock.</returns>
    public static async Task<Reign?> TryBegin(Database.Database database, short cell, CancellationToken cancel)
    {
        var connection = await database.Writer.OpenConnectionAsync(cancel);
        try
        {
            if (await TryLock(connection, cell, cancel))
                return new Reign(database, connection, cell, await Take(connection, cell, cancel));
        }
        catch
        {
            await Release(connection);
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public Task<IReadOnlyList<InboxRow>> ReadInbox(int most) => inbox.Read(most);

    public Task Store(Batch batch, Router router, long previous, DateTimeOffset beat) =>
        JournalTable.Store(this, batch, router, previous, beat);

    public IAsyncEnumerable<JournalRecord> Since(long sequence, CancellationToken cancel) =>
        JournalTable.Since(connection, Cell, sequence, cancel);

    public Task<(StoredSnapshot? Snapshot, Router Router)> NewestReadable(
        Action<StoredSnapshot, string> passOver, CancellationToken cancel) =>
        SnapshotTable.NewestReadable(connection, Cell, SnapshotTable.BeforeAny, cancel, passOver);

    public Task Store(StoredSnapshot snapshot) => Task.Run(async () =>
    {
        await using var beside = await database.Writer.OpenConnectionAsync();
        await SnapshotTable.Store(beside, Cell, snapshot, CancellationToken.None);
    });

    public async Task Beat(DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand(
            "update cell set heartbeat = $1 where id = $2 and epoch = $3", connection)
        {
            Parameters = { new() { Value = now }, new() { Value = Cell }, new() { Value = Inherited.Epoch } },
        };
        if (await command.ExecuteNonQueryAsync() != 1) throw new FencedException(Cell, Inherited.Epoch);
    }

    public ValueTask DisposeAsync() => Release(connection);

    static async Task<bool> TryLock(NpgsqlConnection connection, short cell, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1, $2)", connection)
        {
            Parameters = { new() { Value = LockSpace }, new() { Value = (int)cell } },
        };
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    static async Task<Bequest> Take(NpgsqlConnection connection, short cell, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "update cell set epoch = epoch + 1 where id = $1 returning epoch, sequence, hash, at, heartbeat", connection)
        {
            Parameters = { new() { Value = cell } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) throw new InvalidOperationException($"The database has no cell {cell}.");
        return new Bequest(
            reader.GetInt64(0), reader.GetInt64(1), (byte[])reader[2], Instant(reader, 3), Instant(reader, 4));
    }

    static DateTimeOffset? Instant(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    // A pool would keep the session, and with it the lock, until the connection's next use.
    static async ValueTask Release(NpgsqlConnection connection)
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (StorageFailures.Of(failure) is not null || failure is InvalidOperationException)
        {
            // The connection is gone, and the lock with it.
        }
        await connection.DisposeAsync();
    }
}

/// <summary>A cell's row at the begin of a reign.</summary>
/// <param name="Epoch">Of the reign that begins.</param>
/// <param name="Sequence">Of the journal's last record; 0 before the first.</param>
/// <param name="Hash">The chain up to that record.</param>
/// <param name="At">The instant of that record.</param>
/// <param name="Heartbeat">The last sign of life of a writer.</param>
sealed record Bequest(long Epoch, long Sequence, byte[] Hash, DateTimeOffset? At, DateTimeOffset? Heartbeat);

/// <summary>Another program has become the cell's writer: this one has to stop publishing.</summary>
sealed class FencedException(short cell, long epoch)
    : Exception($"Cell {cell} has another writer: epoch {epoch} is over.");
