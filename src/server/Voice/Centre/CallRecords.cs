using System.Collections.Concurrent;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Quality;
using Npgsql;
using NpgsqlTypes;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Centre;

/// <summary>
/// Stores who called, with the contact's arrival for the cell, and that the line is gone, with the contact's end: many calls
/// in one commit. A caller is told to wait only after it.
/// </summary>
sealed class CallRecords : IHearsVoice, IAsyncDisposable
{
    const string StoreNew = """
        insert into call (contact_id, partner_id, queue_id, number_id, caller, started_at, node)
        select *, $7 from unnest($1, $2, $3, $4, $5, $6)
        on conflict (contact_id) do nothing
        """;

    const string StoreOne = """
        insert into call (contact_id, partner_id, queue_id, number_id, caller, started_at, node) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (contact_id) do nothing
        """;

    const string StoreWaiting = """
        with chosen as (
          update call set queue_id = $2, language_id = $3 where contact_id = $1 and ended_at is null returning contact_id)
        insert into inbox (cell, command) select $4, $5 from chosen
        """;

    const string StoreEnded = """
        with ended as (select * from unnest($1, $2, $3, $5, $6) as i (contact_id, at, command, silent, crosstalk)),
        gone as (
          update call c set ended_at = e.at, silent_seconds = e.silent, crosstalk_seconds = e.crosstalk
          from ended e where c.contact_id = e.contact_id and c.ended_at is null),
        lines as (
          insert into line_quality (
            id, contact_id, partner_id, agent_id, began_at, ended_at, codec, heard, lost, late, jitter_ms, round_trip_ms, sent, lost_there,
            opinion, opinion_there, spoken_seconds)
          select l.id, l.contact_id, c.partner_id, l.agent_id, l.began_at, l.ended_at, l.codec, l.heard, l.lost, l.late, l.jitter_ms,
                 l.round_trip_ms, l.sent, l.lost_there, l.opinion, l.opinion_there, l.spoken_seconds
          from unnest($7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) as l (
            contact_id, id, agent_id, began_at, ended_at, codec, heard, lost, late, jitter_ms, round_trip_ms, sent, lost_there,
            opinion, opinion_there, spoken_seconds)
          join call c using (contact_id)
          on conflict (id) do nothing)
        insert into inbox (cell, command) select $4, command from ended where command is not null
        """;

    readonly Db database;
    readonly Cell cell;
    readonly CallersEar ear;
    readonly LostLines lost;
    readonly string node;
    readonly CancellationToken stop;
    readonly GroupCommit<StoreCall, bool> arrivals;
    readonly GroupCommit<CallOver, bool> ends;
    readonly ConcurrentDictionary<Guid, Task> storing = new();

    public CallRecords(Db database, Cell cell, CallersEar ear, LostLines lost, Settings settings, IHostApplicationLifetime program)
    {
        (this.database, this.cell, this.ear, this.lost, stop) = (database, cell, ear, lost, program.ApplicationStopped);
        node = VoiceSettings.Of(settings.DataFolder)?.Node ?? Environment.MachineName;
        arrivals = new("voice-calls", (batch, cancel) => Store(database, cell, Arrivals(batch, node), batch.Count, cancel));
        ends = new("voice-ends", (batch, cancel) => Store(database, cell, Ends(batch), batch.Count, cancel));
    }

    public void Listen(LinkEnd voice)
    {
        voice.Answer<StoreCall, Message>(Begin);
        voice.Take<CallerWaits>(Begin);
        voice.Take<CallOver>(End);
    }

    /// <summary>Takes away the lines of which the telephone knows nothing any more: it was started anew.</summary>
    /// <param name="calls">Contacts that it does know.</param>
    public async Task LoseAllBut(IReadOnlyCollection<Guid> calls)
    {
        await Settle(storing.Values);
        IReadOnlyCollection<Guid> gone = [];
        await Patiently.Do(async () => gone = await lost.LoseAllBut(calls, node, DateTimeOffset.UtcNow, stop), stop);
        foreach (var contact in gone) ear.Remove(contact);
        if (gone.Count > 0) cell.Wake();
    }

    /// <summary>Somebody calls: he has a contact of his own, or again the one that waits for him.</summary>
    async Task<Message> Begin(StoreCall call)
    {
        if (await lost.Regain(call, stop) is { } regained)
        {
            ear.Add(regained);
            return new Regained(regained);
        }
        // Before it can be decided upon.
        ear.Add(call.Contact);
        await (storing[call.Contact] = call.Number.PlanId is null ? Arrive(call) : arrivals.Add(call, stop));
        storing.TryRemove(call.Contact, out _);
        return Done.It;
    }

    /// <summary>The call is stored with the decision: an agent may ring as soon as the caller.</summary>
    async Task Arrive(StoreCall call)
    {
        var arrival = Arrival(call.Contact, call.Number.QueueId, call.Number.LanguageId, call.At);
        var decision = await cell.Send(arrival, Row(call, node), stop);
        if (decision.Problem is { } problem) throw new Database.UnavailableException(problem);
    }

    /// <summary>Who called is known since he was answered; from now on the router knows, too.</summary>
    async Task Begin(CallerWaits caller)
    {
        ear.Add(caller.Contact);
        await (storing[caller.Contact] = Patiently.Do(() => Store(database, cell, Waiting(caller), 1, stop), stop));
        storing.TryRemove(caller.Contact, out _);
    }

    /// <summary>The end of a call goes behind its beginning, also where that still waits for the database.</summary>
    async Task End(CallOver call)
    {
        ear.Remove(call.Contact);
        if (storing.TryRemove(call.Contact, out var begun)) await Settle([begun]);
        await Patiently.Do(() => ends.Add(call, stop), stop);
    }

    static async Task Settle(IEnumerable<Task> tasks) => await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

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

    /// <summary>Callers who go through a plan first: they wait only later.</summary>
    static NpgsqlCommand Arrivals(IReadOnlyList<StoreCall> batch, string node) => new(StoreNew)
    {
        Parameters =
        {
            Column(batch, NpgsqlDbType.Uuid, one => one.Contact),
            Column(batch, NpgsqlDbType.Uuid, one => one.Number.PartnerId),
            Column(batch, NpgsqlDbType.Uuid, one => one.Number.QueueId),
            Column(batch, NpgsqlDbType.Uuid, one => one.Number.Id),
            Column(batch, NpgsqlDbType.Text, one => one.Caller),
            Column(batch, NpgsqlDbType.TimestampTz, one => one.At.UtcDateTime),
            new() { Value = node },
        },
    };

    static NpgsqlBatchCommand Row(StoreCall call, string node) => new(StoreOne)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = call.Contact },
            new NpgsqlParameter<Guid> { TypedValue = call.Number.PartnerId },
            new NpgsqlParameter<Guid> { TypedValue = call.Number.QueueId },
            new NpgsqlParameter<Guid> { TypedValue = call.Number.Id },
            new() { Value = (object?)call.Caller ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter<DateTime> { TypedValue = call.At.UtcDateTime },
            new NpgsqlParameter<string> { TypedValue = node },
        },
    };

    static NpgsqlCommand Ends(IReadOnlyList<CallOver> batch)
    {
        var command = new NpgsqlCommand(StoreEnded)
        {
            Parameters =
            {
                Column(batch, NpgsqlDbType.Uuid, one => one.Contact),
                Column(batch, NpgsqlDbType.TimestampTz, one => one.At.UtcDateTime),
                Column(batch, NpgsqlDbType.Bytea, Ending),
                new() { Value = Cell.Default },
                Column(batch, NpgsqlDbType.Integer, one => one.Facts?.SilentSeconds),
                Column(batch, NpgsqlDbType.Integer, one => one.Facts?.CrosstalkSeconds),
            },
        };
        foreach (var column in Lines([.. batch.SelectMany(one => one.Facts?.Lines.Select(line => (one.Contact, line)) ?? [])]))
            command.Parameters.Add(column);
        return command;
    }

    /// <summary>Null where the contact goes on without the line, or is over.</summary>
    static byte[]? Ending(CallOver call) => !call.Tells ? null
        : Inbox.Encoded(CellCommand.EndContact(call.Contact, call.IsLost ? Reason.ConnectionLost : Reason.CustomerEnded));

    static IEnumerable<NpgsqlParameter> Lines(IReadOnlyList<(Guid Contact, LineFact Line)> all) =>
    [
        Column(all, NpgsqlDbType.Uuid, one => one.Contact),
        Column(all, NpgsqlDbType.Uuid, one => one.Line.Id),
        Column(all, NpgsqlDbType.Uuid, one => one.Line.Agent == default ? null : (Guid?)one.Line.Agent),
        Column(all, NpgsqlDbType.TimestampTz, one => one.Line.BeganAt.UtcDateTime),
        Column(all, NpgsqlDbType.TimestampTz, one => one.Line.EndedAt.UtcDateTime),
        Column(all, NpgsqlDbType.Text, one => one.Line.Codec),
        Column(all, NpgsqlDbType.Integer, one => one.Line.Heard),
        Column(all, NpgsqlDbType.Integer, one => one.Line.Lost),
        Column(all, NpgsqlDbType.Integer, one => one.Line.Late),
        Column(all, NpgsqlDbType.Integer, one => one.Line.JitterMs),
        Column(all, NpgsqlDbType.Integer, one => one.Line.RoundTripMs),
        Column(all, NpgsqlDbType.Integer, one => one.Line.Sent),
        Column(all, NpgsqlDbType.Integer, one => one.Line.LostThere),
        Column(all, NpgsqlDbType.Double, one => one.Line.Opinion),
        Column(all, NpgsqlDbType.Double, one => one.Line.OpinionThere),
        Column(all, NpgsqlDbType.Integer, one => one.Line.SpokenSeconds),
    ];

    static NpgsqlCommand Waiting(CallerWaits caller) => new(StoreWaiting)
    {
        Parameters =
        {
            new() { Value = caller.Contact },
            new() { Value = caller.Queue },
            new() { Value = caller.Language == default ? DBNull.Value : caller.Language, NpgsqlDbType = NpgsqlDbType.Uuid },
            new() { Value = Cell.Default },
            new() { Value = Inbox.Encoded(Arrival(caller.Contact, caller.Queue, caller.Language, caller.At)) },
        },
    };

    // In the inbox the arrival instant is the database's own; what stands here is then not looked at.
    static CellCommand Arrival(Guid contact, Guid queue, Guid language, DateTimeOffset at) => CellCommand.Arrive(
        new Arrival { Id = contact, Queue = 0, Channel = Channel.Call, ArrivedAt = at }, queue, language);

    static NpgsqlParameter Column<TItem, TValue>(IReadOnlyList<TItem> batch, NpgsqlDbType type, Func<TItem, TValue> value) =>
        new NpgsqlParameter<TValue[]> { TypedValue = [.. batch.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
