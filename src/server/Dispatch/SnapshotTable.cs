using System.Security.Cryptography;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>A router's whole state after a record.</summary>
/// <param name="Chain">The journal's hash at that record.</param>
/// <param name="Format">Version of the state's encoding.</param>
/// <param name="Hash">SHA-256 of the state, as stored.</param>
sealed record StoredSnapshot(long Sequence, DateTimeOffset At, byte[] Chain, short Format, byte[] State, byte[] Hash)
{
    /// <summary>False when the stored state is not what was written.</summary>
    public bool IsWhole => SHA256.HashData(State).AsSpan().SequenceEqual(Hash);
}

/// <summary>Snapshots only shorten a start: without any readable one, the whole journal is folded.</summary>
static class SnapshotTable
{
    /// <summary>Records after which the writer takes the next snapshot; a start folds at most about this many.</summary>
    public const int RecordsBetween = 20_000;

    /// <summary>Newest snapshots that are kept; the older one serves when the newest cannot be read.</summary>
    public const int Kept = 2;

    public static async Task<StoredSnapshot?> Newest(
        NpgsqlConnection connection, short cell, long below, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""
            select sequence, at, chain, format, state, hash from snapshot
             where cell = $1 and sequence < $2 order by sequence desc limit 1
            """, connection)
        {
            Parameters = { new() { Value = cell }, new() { Value = below } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        return new StoredSnapshot(
            reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), (byte[])reader[2],
            reader.GetInt16(3), (byte[])reader[4], (byte[])reader[5]);
    }

    public static async Task Store(
        NpgsqlConnection connection, short cell, StoredSnapshot snapshot, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("""
                    insert into snapshot (cell, sequence, at, chain, format, state, hash)
                    values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
                    """)
                {
                    Parameters =
                    {
                        new() { Value = cell },
                        new() { Value = snapshot.Sequence },
                        new() { Value = snapshot.At },
                        new() { Value = snapshot.Chain },
                        new() { Value = snapshot.Format },
                        new() { Value = snapshot.State },
                        new() { Value = snapshot.Hash },
                    },
                },
                new("""
                    delete from snapshot where cell = $1 and sequence not in
                      (select sequence from snapshot where cell = $1 order by sequence desc limit $2)
                    """)
                { Parameters = { new() { Value = cell }, new() { Value = Kept } } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancel);
    }
}
