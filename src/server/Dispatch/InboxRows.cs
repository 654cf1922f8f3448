using System.Diagnostics;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>A command from outside, as it waits.</summary>
/// <param name="ReceivedAt">By the database's clock.</param>
sealed record InboxRow(long Id, byte[] Bytes, DateTimeOffset ReceivedAt)
{
    /// <returns>Null when nobody can read it.</returns>
    public CellCommand? Decode()
    {
        try
        {
            return Inbox.Decoded(Bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>Reads a cell's inbox by id: ids do not commit in order, so what counts is what is there, not a position.</summary>
sealed class InboxRows(NpgsqlConnection connection, short cell)
{
    const string Oldest = "select id, command, received_at from inbox where cell = $1 and id > $2 order by id limit $3";

    /// <summary>A row that is committed when this many later ones have been read is found by the next look at all.</summary>
    public const long OvertakenMax = 256;

    /// <summary>How often all is looked at. What was taken stays in the index until the database sweeps it: looking through
    /// that each time would soon cost more than the rows do.</summary>
    static readonly TimeSpan allEvery = TimeSpan.FromSeconds(1);

    long newest;
    long lookedAtAll;

    /// <returns>The oldest rows, in order; at most so many.</returns>
    public async Task<IReadOnlyList<InboxRow>> Read(int most)
    {
        await using var command = new NpgsqlCommand(Oldest, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<short> { TypedValue = cell },
                new NpgsqlParameter<long> { TypedValue = After() },
                new NpgsqlParameter<int> { TypedValue = most },
            },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<InboxRow>();
        while (await reader.ReadAsync())
            rows.Add(new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<DateTimeOffset>(2)));
        if (rows.Count > 0) newest = Math.Max(newest, rows[^1].Id);
        return rows;
    }

    /// <returns>The id after which to look: 0 for all of them.</returns>
    long After()
    {
        if (lookedAtAll != 0 && Stopwatch.GetElapsedTime(lookedAtAll) < allEvery) return newest - OvertakenMax;
        lookedAtAll = Stopwatch.GetTimestamp();
        return 0;
    }
}
