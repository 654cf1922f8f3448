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

/// <summary>Reads the inbox by id: ids do not commit in order, so what counts is what is there, not a position.</summary>
static class InboxRows
{
    const string Oldest = "select id, command, received_at from inbox where cell = $1 order by id limit $2";

    public static async Task<IReadOnlyList<InboxRow>> Read(NpgsqlConnection connection, short cell, int most)
    {
        await using var command = new NpgsqlCommand(Oldest, connection)
        {
            Parameters = { new() { Value = cell }, new() { Value = most } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<InboxRow>();
        while (await reader.ReadAsync())
            rows.Add(new InboxRow(reader.GetInt64(0), (byte[])reader[1], reader.GetFieldValue<DateTimeOffset>(2)));
        return rows;
    }
}
