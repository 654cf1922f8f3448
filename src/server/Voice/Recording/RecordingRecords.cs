using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Centre;
using Centrala.Server.Voice.Link;
using Npgsql;
using NpgsqlTypes;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Recording;

/// <summary>Keeps the book of what was recorded: each fact may come twice, and the end before the begin.</summary>
sealed class RecordingRecords : IHearsVoice, IAsyncDisposable
{
    const string StoreFacts = """
        insert into recording as r (id, contact_id, partner_id, queue_id, node, started_at, ended_at, seconds, outcome)
        select distinct on (i.id) i.id, i.contact_id, i.partner_id, i.queue_id, $9, i.started_at, i.ended_at, i.seconds, i.outcome
        from unnest($1, $2, $3, $4, $5, $6, $7, $8)
          as i (id, contact_id, partner_id, queue_id, started_at, ended_at, seconds, outcome)
        order by i.id, i.ended_at nulls last
        on conflict (id) do update set ended_at = coalesce(r.ended_at, excluded.ended_at),
          seconds = greatest(r.seconds, excluded.seconds), outcome = coalesce(excluded.outcome, r.outcome)
        """;

    /// <summary>Their telephone went down with them: what lies on the disk can be heard as far as it goes.</summary>
    const string Cut = """
        update recording set ended_at = now(), outcome = 'cut', seconds = greatest(0, extract(epoch from now() - started_at))::int
        where node = $1 and ended_at is null and contact_id <> all($2)
        """;

    readonly Db database;
    readonly string node;
    readonly CancellationToken stop;
    readonly GroupCommit<RecordingFact, bool> facts;

    public RecordingRecords(Db database, Settings settings, IHostApplicationLifetime program)
    {
        (this.database, stop) = (database, program.ApplicationStopped);
        node = VoiceSettings.Of(settings.DataFolder)?.Node ?? Environment.MachineName;
        facts = new("voice-recordings", (batch, cancel) => Store(database, batch, node, cancel));
    }

    public void Listen(LinkEnd voice) => voice.Take<RecordingFact>(fact => Patiently.Do(() => facts.Add(fact, stop), stop));

    /// <summary>Ends what the telephone knows nothing of any more: it was started anew.</summary>
    /// <param name="calls">Contacts of the calls that are on its lines.</param>
    public Task CutAllBut(IReadOnlyList<Guid> calls) => Patiently.Do(async () =>
    {
        await using var command = database.Intake.CreateCommand(Cut);
        command.Parameters.Add(new() { Value = node });
        command.Parameters.Add(new() { Value = calls.ToArray() });
        await command.ExecuteNonQueryAsync(stop);
    }, stop);

    public ValueTask DisposeAsync() => facts.DisposeAsync();

    static async Task<IReadOnlyList<bool>> Store(Db database, IReadOnlyList<RecordingFact> batch, string node, CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(StoreFacts, connection)
        {
            Parameters =
            {
                Column(batch, NpgsqlDbType.Uuid, one => one.Id),
                Column(batch, NpgsqlDbType.Uuid, one => one.Contact),
                Column(batch, NpgsqlDbType.Uuid, one => one.PartnerId),
                Column(batch, NpgsqlDbType.Uuid, one => one.QueueId),
                Column(batch, NpgsqlDbType.TimestampTz, one => one.StartedAt.UtcDateTime),
                Column(batch, NpgsqlDbType.TimestampTz, one => one.EndedAt?.UtcDateTime),
                Column(batch, NpgsqlDbType.Integer, one => one.Seconds),
                Column(batch, NpgsqlDbType.Text, one => one.Outcome is { } how ? Word<RecordingOutcome>.Of(how) : null),
                new() { Value = node },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
        return new bool[batch.Count];
    }

    static NpgsqlParameter Column<TValue>(IReadOnlyList<RecordingFact> batch, NpgsqlDbType type, Func<RecordingFact, TValue> value) =>
        new NpgsqlParameter<TValue[]> { TypedValue = [.. batch.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
