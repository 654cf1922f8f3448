using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Npgsql;
using Channels = System.Threading.Channels;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>
/// Brings back a contact whose customer wrote after it was set aside or ended. A message is stored without asking the router;
/// whoever stored it looks afterwards how the contact stands, and whoever hears of an end or a parking looks for later
/// messages. One of the two comes second and sees both. What a crash leaves between them, the round finds.
/// </summary>
sealed partial class LateMessages(Db database, Cell cell, Widgets widgets, TimeProvider time, ILogger<LateMessages> log)
    : BackgroundService
{
    /// <summary>Between two looks at all conversations.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(30);

    /// <summary>The router forgets an ended contact after an hour: from here on a late message makes a new one.</summary>
    static readonly TimeSpan AsNewContact = Limits.EndedRemembered - TimeSpan.FromMinutes(10);

    const int WaitingMax = 10_000;

    // What was left while the queue was closed waits for its opening, however much is added to it.
    const string Find = """
        select c.id, c.contact_id, c.widget_id, c.language, c.queue_id, c.customer_last, k.state, k.ended_at
        from contact k join conversation c on c.contact_id = k.id
        where c.customer_last > k.last_message
          and (k.state = 'parked' and k.reason is distinct from 'message-taken'
               or k.state in ('wrap-up', 'ended') and k.state_since > $1)
          and ($2 is null or c.id = any($2))
        """;

    readonly Channels.Channel<Guid> waiting = Channels.Channel.CreateBounded<Guid>(new Channels.BoundedChannelOptions(WaitingMax)
    {
        SingleReader = true,
        FullMode = Channels.BoundedChannelFullMode.DropWrite,
    });

    ITimer? rounds;

    /// <summary>Looks, soon, whether the conversation has a message that its contact does not know of.</summary>
    public void Look(Guid conversation) => waiting.Writer.TryWrite(conversation);

    public override Task StartAsync(CancellationToken cancel)
    {
        rounds = time.CreateTimer(_ => waiting.Writer.TryWrite(Guid.Empty), null, TimeSpan.Zero, Round);
        return base.StartAsync(cancel);
    }

    public override void Dispose()
    {
        rounds?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var conversations = new HashSet<Guid>();
        while (await waiting.Reader.WaitToReadAsync(stop))
        {
            while (waiting.Reader.TryRead(out var conversation)) conversations.Add(conversation);
            await TryBringBack(conversations.Contains(Guid.Empty) ? null : [.. conversations], stop);
            conversations.Clear();
        }
    }

    async Task TryBringBack(Guid[]? conversations, CancellationToken cancel)
    {
        try
        {
            await BringBack(conversations, cancel);
        }
        catch (Exception failure) when (StorageFailures.Of(failure) is not null || failure is UnavailableException)
        {
            LogPutOff(log, failure);
        }
    }

    async Task BringBack(Guid[]? conversations, CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        var found = await Read(connection, conversations, cancel);
        foreach (var late in found) await BringBack(connection, late, cancel);
        if (found.Count > 0) cell.Wake();
    }

    async Task<List<Late>> Read(NpgsqlConnection connection, Guid[]? conversations, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Find, connection)
        {
            Parameters =
            {
                new() { Value = (time.GetUtcNow() - ChatLimits.Reopenable).UtcDateTime },
                new()
                {
                    Value = (object?)conversations ?? DBNull.Value,
                    NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Uuid,
                },
            },
        };
        var found = new List<Late>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            found.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetGuid(4),
                reader.GetInt32(5), reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7)));
        return found;
    }

    async Task BringBack(NpgsqlConnection connection, Late late, CancellationToken cancel)
    {
        if (late.EndedAt < time.GetUtcNow() - AsNewContact)
        {
            await ArriveAgain(connection, late, cancel);
            return;
        }
        var command = late.State == "parked"
            ? CellCommand.WakeContact(late.Contact, Reason.CustomerBack, late.Message)
            : CellCommand.ReopenContact(late.Contact, late.Message);
        await using var insert = new NpgsqlCommand("insert into inbox (cell, command) values ($1, $2)", connection)
        {
            Parameters = { new() { Value = Cell.Default }, new() { Value = Inbox.Encoded(command) } },
        };
        await insert.ExecuteNonQueryAsync(cancel);
    }

    // In one statement: who comes second finds the contact changed, and inserts nothing.
    async Task ArriveAgain(NpgsqlConnection connection, Late late, CancellationToken cancel)
    {
        var route = (await widgets.Find(late.Widget, cancel))?.Routes.GetValueOrDefault(late.Language);
        var contact = Guid.CreateVersion7(time.GetUtcNow());
        var arrival = new Arrival { Id = contact, Queue = 0, Channel = Channel.Chat, ArrivedAt = time.GetUtcNow() };
        await using var command = new NpgsqlCommand("""
            with changed as (
              update conversation set contact_id = $1, ended_at = null, ended_reason = null
              where id = $2 and contact_id = $3 returning id)
            insert into inbox (cell, command) select $4, $5 from changed
            """, connection)
        {
            Parameters =
            {
                new() { Value = contact },
                new() { Value = late.Conversation },
                new() { Value = late.Contact },
                new() { Value = Cell.Default },
                new() { Value = Inbox.Encoded(CellCommand.Arrive(arrival, late.Queue, route?.LanguageSkill ?? Guid.Empty)) },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <param name="Message">The customer's newest.</param>
    sealed record Late(
        Guid Conversation, Guid Contact, Guid Widget, string Language, Guid Queue, int Message, string State, DateTimeOffset? EndedAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Late messages are looked for again in a moment.")]
    static partial void LogPutOff(ILogger logger, Exception failure);
}
