using System.Security.Cryptography;
using Centrala.Core.Routing;
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

/// <summary>
/// Snapshots only shorten: a start folds from the newest, a look into the past from the last one before it. Without any
/// readable one, the whole journal is folded.
/// </summary>
static class SnapshotTable
{
    /// <summary>Records after which the writer takes the next snapshot; a start folds at most about this many.</summary>
    public const int RecordsBetween = 20_000;

    /// <summary>Newest snapshots that are always kept; the older one serves when the newest cannot be read.</summary>
    public const int Kept = 2;

    /// <summary>So long all are kept, so that any second of these days is found quickly; then the first of each day.</summary>
    public static readonly TimeSpan AllKept = TimeSpan.FromDays(8);

    /// <summary>So long the first of each day is kept. What lies before is folded from the start of the journal.</summary>
    public static readonly TimeSpan DailyKept = TimeSpan.FromDays(400);

    /// <summary>No snapshot is excluded.</summary>
    public static readonly (long Sequence, DateTimeOffset At) BeforeAny = (long.MaxValue, DateTimeOffset.MaxValue);

    /// <summary>The newest snapshot below a sequence and before an instant that this program can read, and a router in its
    /// state; without one, an empty router.</summary>
    /// <param name="passOver">Told of those that cannot be read, and why.</param>
    public static async Task<(StoredSnapshot? Snapshot, Router Router)> NewestReadable(
        NpgsqlConnection connection, short cell, (long Sequence, DateTimeOffset At) below, CancellationToken cancel,
        Action<StoredSnapshot, string>? passOver = null)
    {
        while (await Newest(connection, cell, below, cancel) is { } snapshot)
        {
            if (RouterState.Read(snapshot, out var reason) is { } router) return (snapshot, router);
            passOver?.Invoke(snapshot, reason!);
            below.Sequence = snapshot.Sequence;
        }
        return (null, new Router());
    }

    static async Task<StoredSnapshot?> Newest(
        NpgsqlConnection connection, short cell, (long Sequence, DateTimeOffset At) below, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""
            select sequence, at, chain, format, state, hash from snapshot
             where cell = $1 and sequence < $2 and at < $3 order by sequence desc limit 1
            """, connection)
        {
            Parameters = { new() { Value = cell }, new() { Value = below.Sequence }, new() { Value = below.At } },
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
                    delete from snapshot old
                     where cell = $1 and at < $2
                       and sequence not in (select sequence from snapshot where cell = $1 order by sequence desc limit $4)
                       and (at < $3 or exists (
                         select from snapshot earlier where earlier.cell = $1 and earlier.sequence < old.sequence
                            and date_trunc('day', earlier.at, 'UTC') = date_trunc('day', old.at, 'UTC')))
                    """)
                {
                    Parameters =
                    {
                        new() { Value = cell },
                        new() { Value = snapshot.At - AllKept },
                        new() { Value = snapshot.At - DailyKept },
                        new() { Value = Kept },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancel);
    }
}
