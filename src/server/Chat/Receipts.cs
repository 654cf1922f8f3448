using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>How far a side of a conversation has got; 0 says nothing.</summary>
sealed record Progress(
    Guid Conversation, Guid Partner, int CustomerReceived = 0, int CustomerRead = 0, int StaffReceived = 0, int StaffRead = 0)
{
    public bool IsCustomers => CustomerReceived > 0 || CustomerRead > 0;

    public Progress With(Progress later) => this with
    {
        CustomerReceived = Math.Max(CustomerReceived, later.CustomerReceived),
        CustomerRead = Math.Max(CustomerRead, later.CustomerRead),
        StaffReceived = Math.Max(StaffReceived, later.StaffReceived),
        StaffRead = Math.Max(StaffRead, later.StaffRead),
    };
}

/// <summary>
/// Stores how far browsers have got, and tells the other side. What waits is merged and stored at once, many rows in one
/// commit. Losing some in a crash costs nothing: a browser says it again.
/// </summary>
sealed partial class Receipts(Db database, ConversationFeed feed, TimeProvider time, ILogger<Receipts> log) : BackgroundService
{
    /// <summary>Reports that may wait; more are dropped, and the next of the same browser makes up for it.</summary>
    const int WaitingMax = 10_000;

    const string Store = """
        insert into receipt as r (conversation_id, partner_id, customer_received, customer_received_at, customer_read,
                                  customer_read_at, staff_received, staff_read)
        select conversation_id, i.partner_id, least(greatest(customer_received, customer_read), c.last_number),
               case when greatest(customer_received, customer_read) > 0 then $7 end,
               least(customer_read, c.last_number), case when customer_read > 0 then $7 end,
               least(greatest(staff_received, staff_read), c.last_number), least(staff_read, c.last_number)
        from unnest($1, $2, $3, $4, $5, $6)
          as i (conversation_id, partner_id, customer_received, customer_read, staff_received, staff_read)
        join conversation c on c.id = i.conversation_id
        order by conversation_id
        on conflict (conversation_id) do update set
          customer_received = greatest(r.customer_received, excluded.customer_received),
          customer_received_at = case when excluded.customer_received > r.customer_received
                                 then excluded.customer_received_at else r.customer_received_at end,
          customer_read = greatest(r.customer_read, excluded.customer_read),
          customer_read_at = case when excluded.customer_read > r.customer_read
                             then excluded.customer_read_at else r.customer_read_at end,
          staff_received = greatest(r.staff_received, excluded.staff_received),
          staff_read = greatest(r.staff_read, excluded.staff_read)
        returning conversation_id, partner_id, customer_received, customer_read, staff_received, staff_read
        """;

    readonly Channel<Progress> waiting = Channel.CreateBounded<Progress>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    public void Report(Progress progress) => waiting.Writer.TryWrite(progress);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var merged = new Dictionary<Guid, Progress>();
        while (await waiting.Reader.WaitToReadAsync(stop))
        {
            while (waiting.Reader.TryRead(out var progress))
                merged[progress.Conversation] = merged.TryGetValue(progress.Conversation, out var earlier)
                    ? earlier.With(progress) : progress;
            await TryStore(merged, stop);
            merged.Clear();
        }
    }

    async Task TryStore(Dictionary<Guid, Progress> reported, CancellationToken cancel)
    {
        try
        {
            foreach (var now in await StoreAll([.. reported.Values], cancel)) Tell(now, reported[now.Conversation]);
        }
        catch (Exception failure) when (Database.StorageFailures.Of(failure) is not null)
        {
            LogLost(log, failure, reported.Count);
        }
    }

    void Tell(Progress now, Progress reported)
    {
        if (reported.IsCustomers)
            feed.TellStaff(now.Conversation, now.Partner, new(now.CustomerReceived, now.CustomerRead));
        if (reported.StaffReceived > 0 || reported.StaffRead > 0)
        {
            feed.TellVisitor(now.Conversation, new Receipt(now.StaffReceived, now.StaffRead));
            feed.Touch(now.Conversation);
        }
    }

    async Task<List<Progress>> StoreAll(Progress[] reported, CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(Store, connection)
        {
            Parameters =
            {
                Column(reported, NpgsqlDbType.Uuid, item => item.Conversation),
                Column(reported, NpgsqlDbType.Uuid, item => item.Partner),
                Column(reported, NpgsqlDbType.Integer, item => item.CustomerReceived),
                Column(reported, NpgsqlDbType.Integer, item => item.CustomerRead),
                Column(reported, NpgsqlDbType.Integer, item => item.StaffReceived),
                Column(reported, NpgsqlDbType.Integer, item => item.StaffRead),
                new() { Value = time.GetUtcNow().UtcDateTime },
            },
        };
        var stored = new List<Progress>(reported.Length);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            stored.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetInt32(3),
                reader.GetInt32(4), reader.GetInt32(5)));
        return stored;
    }

    static NpgsqlParameter Column<TValue>(Progress[] batch, NpgsqlDbType type, Func<Progress, TValue> value) =>
        new NpgsqlParameter<TValue[]> { TypedValue = [.. batch.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} delivery reports were not stored.")]
    static partial void LogLost(ILogger logger, Exception failure, int count);
}
