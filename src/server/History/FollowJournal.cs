using Centrala.Core.Routing;
using Centrala.Server.Dispatch;
using Npgsql;

namespace Centrala.Server.History;

/// <summary>
/// Notes for each contact which records of the journal are about it: a moment later, in batches, so that deciding never
/// waits for it. The position is stored with the entries, so each record is noted once.
/// </summary>
static class FollowJournal
{
    /// <summary>Records that are taken at once.</summary>
    const int RecordsMax = 1000;

    const string Note = """
        with news as (
          select number, array_agg(distinct sequence order by sequence) as records
          from unnest(@numbers, @sequences) as one (number, sequence) group by number)
        insert into history_entry (contact_id, partner_id, arrived_at, records)
        select k.id, k.partner_id, k.arrived_at, news.records
        from news join contact k on k.cell = @cell and k.number = news.number order by k.number
        on conflict (contact_id) do update
          set records = history_entry.records || excluded.records, partner_id = excluded.partner_id, due = true
        """;

    const string Move = """
        insert into history_position (cell, sequence) values (@cell, @last)
        on conflict (cell) do update set sequence = excluded.sequence
        """;

    /// <returns>False when there is nothing more for now.</returns>
    public static async Task<bool> Once(Database.Database database, CancellationToken cancel)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancel);
        var last = await Position(connection, cancel);
        var (numbers, sequences) = (new List<int>(), new List<long>());
        var records = 0;
        await foreach (var record in JournalTable.Since(connection, Cell.Default, last, cancel, RecordsMax))
        {
            (last, records) = (record.Sequence, records + 1);
            foreach (var contact in ContactsOf(record))
            {
                numbers.Add(contact);
                sequences.Add(record.Sequence);
            }
        }
        if (records > 0) await Store(connection, numbers, sequences, last, cancel);
        return records == RecordsMax;
    }

    static HashSet<int> ContactsOf(JournalRecord record)
    {
        var contacts = new HashSet<int>();
        var events = new EventSink();
        Journal.ReadEvents(record.Events.Span, events);
        foreach (ref readonly var happened in events.Events)
            if (HistoryEvent.Tells(happened.Kind)) contacts.Add(happened.Contact);
        return contacts;
    }

    static async Task<long> Position(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select sequence from history_position where cell = @cell", connection);
        command.Parameters.AddWithValue("cell", Cell.Default);
        return await command.ExecuteScalarAsync(cancel) is long sequence ? sequence : 0;
    }

    static async Task Store(
        NpgsqlConnection connection, List<int> numbers, List<long> sequences, long last, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var note = new NpgsqlCommand(Note, connection, transaction))
        {
            note.Parameters.AddWithValue("numbers", numbers.ToArray());
            note.Parameters.AddWithValue("sequences", sequences.ToArray());
            note.Parameters.AddWithValue("cell", Cell.Default);
            await note.ExecuteNonQueryAsync(cancel);
        }
        await using (var move = new NpgsqlCommand(Move, connection, transaction))
        {
            move.Parameters.AddWithValue("cell", Cell.Default);
            move.Parameters.AddWithValue("last", last);
            await move.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }
}
