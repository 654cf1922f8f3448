using System.Runtime.CompilerServices;
using Centrala.Core.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Centrala.Server.Dispatch;

/// <summary>A cell's records in the database: one statement appends a commit, one streams what a start has to fold.</summary>
static class JournalTable
{
    /// <summary>SQLSTATE of <c>append_records</c> when another writer has taken over.</summary>
    public const string FencedState = "CT001";

    /// <summary>A database that takes longer for a commit counts as away.</summary>
    const int SecondsMax = 10;

    const string AppendRecords = "select append_records($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    const string ReadSince = """
        select sequence, at, command, events, format, rules, hash from journal
         where cell = $1 and sequence > $2 order by sequence limit $3
        """;

    const string SetAside = """
        insert into set_aside (id, cell, command, received_at, reason)
        select i.id, i.cell, i.command, i.received_at, a.reason from inbox i join unnest($1, $2) a (id, reason) using (id)
        """;

    const string DeleteConsumed = "delete from inbox where id = any($1)";

    /// <summary>
    /// Stores a commit in one round trip: records, projections, and the inbox without the rows that are dealt with. The
    /// statements between two synchronisations are one transaction: all of it is stored, or nothing.
    /// </summary>
    /// <param name="previous">The sequence that must still be the last one.</param>
    /// <exception cref="FencedException">Another program has written since.</exception>
    /// <exception cref="NpgsqlException">Nothing is stored; or, when the connection broke, that is unknown.</exception>
    public static async Task Store(Reign reign, Batch batch, Router router, long previous, DateTimeOffset beat)
    {
        await using var statements = new NpgsqlBatch(reign.Connection) { Timeout = SecondsMax };
        statements.BatchCommands.Add(Append(reign, batch.Records, previous, beat));
        foreach (var statement in ProjectionTables.Statements(batch.Projection, router, reign.Cell, batch.Sequence))
            statements.BatchCommands.Add(statement);
        foreach (var statement in batch.Beside) statements.BatchCommands.Add(statement);
        if (batch.SetAside.Count > 0) statements.BatchCommands.Add(PutAside(batch.SetAside));
        if (batch.Consumed.Count > 0)
            statements.BatchCommands.Add(new(DeleteConsumed) { Parameters = { new() { Value = batch.Consumed.ToArray() } } });
        try
        {
            await statements.ExecuteNonQueryAsync();
        }
        catch (PostgresException refused) when (refused.SqlState == FencedState)
        {
            throw new FencedException(reign.Cell, reign.Inherited.Epoch);
        }
    }

    /// <summary>Records after a sequence, in order, as they are stored; nothing is checked here.</summary>
    /// <param name="most">Null: all of them.</param>
    public static async IAsyncEnumerable<JournalRecord> Since(
        NpgsqlConnection connection, short cell, long sequence,
        [EnumeratorCancellation] CancellationToken cancel, int? most = null)
    {
        await using var command = new NpgsqlCommand(ReadSince, connection)
        {
            CommandTimeout = 0, // A full fold of a long journal takes as long as it takes.
            Parameters = { new() { Value = cell }, new() { Value = sequence }, new() { Value = most ?? long.MaxValue } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) yield return Record(reader);
    }

    static NpgsqlBatchCommand Append(Reign reign, List<JournalRecord> records, long previous, DateTimeOffset beat) =>
        new(AppendRecords)
        {
            Parameters =
            {
                new() { Value = reign.Cell },
                new() { Value = reign.Inherited.Epoch },
                new() { Value = previous },
                Instants(records),
                Bytes(records, record => record.Command),
                Bytes(records, record => record.Events),
                Bytes(records, record => record.Hash),
                new() { Value = (short)Journal.Version },
                new() { Value = JournalRecord.PresentRules },
                new() { Value = beat },
            },
        };

    static NpgsqlBatchCommand PutAside(List<(long Id, string Reason)> rows) => new(SetAside)
    {
        Parameters =
        {
            new() { Value = rows.Select(row => row.Id).ToArray() },
            new() { Value = rows.Select(row => row.Reason).ToArray() },
        },
    };

    static JournalRecord Record(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), (byte[])reader[2], (byte[])reader[3],
        reader.GetInt16(4), reader.GetInt16(5), (byte[])reader[6]);

    static NpgsqlParameter Instants(IReadOnlyList<JournalRecord> records) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
        Value = records.Select(record => record.At).ToArray(),
    };

    static NpgsqlParameter Bytes(
        IReadOnlyList<JournalRecord> records, Func<JournalRecord, ReadOnlyMemory<byte>> part) => new()
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            Value = records.Select(part).ToArray(),
        };
}
