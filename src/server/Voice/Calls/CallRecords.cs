using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Npgsql;
using NpgsqlTypes;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Calls;

/// <param name="Caller">The caller's number; null when withheld.</param>
sealed record NewCall(Guid Contact, CalledNumber Number, string? Caller, DateTimeOffset At);

/// <param name="Tells">Whether the router is to be told that the customer is gone.</param>
sealed record EndedCall(Guid Contact, DateTimeOffset At, bool Tells);

/// <summary>
/// Stores who called, with the contact's arrival for the cell, and that the line is gone, with the contact's end: many calls
/// in one commit. A caller is told to wait only after it.
/// </summary>
sealed class CallRecords(Db database, Cell cell, string node) : IAsyncDisposable
{
    const string StoreNew = """
        with incoming as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7) as i (contact_id, partner_id, queue_id, number_id, caller, at, command)),
        called as (
          insert into call (contact_id, partner_id, queue_id, number_id, node, caller, started_at)
          select contact_id, partner_id, queue_id, number_id, $8, caller, at from incoming
          on conflict (contact_id) do nothing
          returning contact_id)
        insert into inbox (cell, command) select $9, i.command from incoming i join called using (contact_id)
        """;

    const string StoreEnded = """
        with ended as (select * from unnest($1, $2, $3) as i (contact_id, at, command)),
        gone as (update call c set ended_at = e.at from ended e where c.contact_id = e.contact_id and c.ended_at is null)
        insert into inbox (cell, command) select $4, command from ended where command is not null
        """;

    readonly GroupCommit<NewCall, bool> arrivals = new("voice-calls", (batch, cancel) => Store(database, cell, Arrivals(batch, node), batch.Count, cancel));

    readonly GroupCommit<EndedCall, bool> ends = new("voice-ends", (batch, cancel) => Store(database, cell, Ends(batch), batch.Count, cancel));

    /// <returns>Once it is committed.</returns>
    public Task Add(NewCall call, CancellationToken cancel) => arrivals.Add(call, cancel);

    public Task End(EndedCall call, CancellationToken cancel) => ends.Add(call, cancel);

    /// <summary>The contacts of calls that this machine held when it was last here.</summary>
    public async Task<IReadOnlyList<Guid>> Unfinished(CancellationToken cancel)
    {
        await using var command = database.Intake.CreateCommand("select contact_id from call where node = $1 and ended_at is null");
        command.Parameters.Add(new() { Value = node });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancel)) found.Add(reader.GetGuid(0));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await arrivals.DisposeAsync();
        await ends.DisposeAsync();
    }

    static async Task<IReadOnlyList<bool>> Store(Db database, Cell cell, NpgsqlCommand command, int count, CancellationToken cancel)
    {
        await using var owned = command;
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        command.Connection = connection;
        await command.ExecuteNonQueryAsync(cancel);
        cell.Wake();
        return new bool[count];
    }

    static NpgsqlCommand Arrivals(IReadOnlyList<NewCall> batch, string node) => new(StoreNew)
    {
        Parameters =
        {
            Column(batch, NpgsqlDbType.Uuid, one => one.Contact),
            Column(batch, NpgsqlDbType.Uuid, one => one.Number.PartnerId),
            Column(batch, NpgsqlDbType.Uuid, one => one.Number.QueueId),
            Column(batch, NpgsqlDbType.Uuid, one => one.Number.Id),
            Column(batch, NpgsqlDbType.Text, one => one.Caller),
            Column(batch, NpgsqlDbType.TimestampTz, one => one.At.UtcDateTime),
            Column(batch, NpgsqlDbType.Bytea, one => Inbox.Encoded(Arrival(one))),
            new() { Value = node },
            new() { Value = Cell.Default },
        },
    };

    static NpgsqlCommand Ends(IReadOnlyList<EndedCall> batch) => new(StoreEnded)
    {
        Parameters =
        {
            Column(batch, NpgsqlDbType.Uuid, one => one.Contact),
            Column(batch, NpgsqlDbType.TimestampTz, one => one.At.UtcDateTime),
            Column(batch, NpgsqlDbType.Bytea,
                one => one.Tells ? Inbox.Encoded(CellCommand.EndContact(one.Contact, Reason.CustomerEnded)) : null),
            new() { Value = Cell.Default },
        },
    };

    // The arrival instant is the database's own at intake; what stands here is not looked at.
    static CellCommand Arrival(NewCall call) => CellCommand.Arrive(
        new Arrival { Id = call.Contact, Queue = 0, Channel = Channel.Call, ArrivedAt = call.At }, call.Number.QueueId, call.Number.LanguageId);

    static NpgsqlParameter Column<TItem, TValue>(IReadOnlyList<TItem> batch, NpgsqlDbType type, Func<TItem, TValue> value) =>
        new NpgsqlParameter<TValue[]> { TypedValue = [.. batch.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
