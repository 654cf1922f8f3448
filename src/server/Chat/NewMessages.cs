using System.Text.Json;
using Centrala.Server.Dispatch;
using Npgsql;
using NpgsqlTypes;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>A message of a running chat, before it has its number.</summary>
/// <param name="AuthorKind">customer, agent, lead or system.</param>
/// <param name="Kind">reply, note or system.</param>
sealed record NewMessage(
    Guid Conversation, Guid PartnerId, Guid ClientId, string Kind, string AuthorKind, Guid? AuthorId, string? AuthorName,
    string Text, DateTimeOffset At)
{
    /// <summary>Stored before, of the same conversation.</summary>
    public IReadOnlyList<FileView> Files { get; init; } = [];

    public string? Code { get; init; }

    public object? Values { get; init; }

    /// <summary>
    /// The last message that the writer of a reply had read: it is refused when the customer's or a colleague's reply came
    /// after it. Null for what is stored in any case.
    /// </summary>
    public int? ReadTo { get; init; }

    /// <summary>When to look whether the customer has answered; null for what awaits no answer.</summary>
    public DateTimeOffset? AttentionAt { get; init; }
}

/// <summary>What became of a message.</summary>
/// <param name="Number">0: the conversation is over, or there is none, or it has moved on since its writer read it.</param>
/// <param name="Fresh">False when it had been stored before; then it need not be told again.</param>
readonly record struct StoredMessage(int Number, DateTimeOffset At, bool Fresh);

/// <summary>
/// Stores messages, many in one commit. A message of a running chat is only its row: numbers are consecutive within the
/// conversation, and a client id that was stored before changes nothing.
/// </summary>
sealed class NewMessages : IAsyncDisposable
{
    // What was stored before (or stands in the batch twice) is left out; each conversation's counter moves by what is left.
    // Whoever of customer and staff wrote last decides whether an answer is owed: a reply begins a silence, unless one runs.
    // Whether a guarded reply was overtaken is asked of the row that the update locks: of two at once, one goes out.
    const string Store = """
        with incoming as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $15) with ordinality as i (
            conversation_id, partner_id, client_id, kind, author_kind, author_id, author_name, text, code, code_values,
            at, attention_at, read_to, place)),
        once as (
          select distinct on (conversation_id, client_id) * from incoming i
          where not exists (select from message m where m.conversation_id = i.conversation_id and m.client_id = i.client_id)
          order by conversation_id, client_id, place),
        fresh as (
          select *, (row_number() over (partition by conversation_id order by place))::int as rank from once),
        growth as (
          select conversation_id, count(*)::int as count, max(at) as latest,
                 max(rank) filter (where author_kind = 'customer') as customer_rank,
                 max(rank) filter (where kind = 'reply' and author_kind <> 'customer') as reply_rank,
                 min(at) filter (where kind = 'reply' and author_kind <> 'customer') as replied_at,
                 (array_agg(author_id order by rank desc) filter (where kind = 'reply' and author_kind <> 'customer'))[1] as replied_by,
                 max(read_to) as read_to, min(attention_at) as attention_at
          from fresh group by conversation_id),
        counted as (
          update conversation c set
            last_number = c.last_number + g.count,
            customer_last = coalesce(c.last_number + g.customer_rank, c.customer_last),
            staff_last = coalesce(c.last_number + g.reply_rank, c.staff_last),
            staff_last_by = coalesce(g.replied_by, c.staff_last_by),
            awaited_since = case when g.customer_rank > coalesce(g.reply_rank, 0) then null
                            else coalesce(c.awaited_since, g.replied_at) end,
            attention_at = case when g.customer_rank > coalesce(g.reply_rank, 0) then null
                           else coalesce(c.attention_at, g.attention_at) end,
            reminded_at = case when g.customer_rank is not null then null else c.reminded_at end
          from growth g
          where c.id = g.conversation_id and c.last_number + g.count <= $14
            and (c.ended_at is null or g.customer_rank is null or g.latest < c.ended_at + $13)
            and (g.read_to is null or c.customer_last <= g.read_to
              and (c.staff_last <= g.read_to or c.staff_last_by = g.replied_by))
          returning c.id, c.last_number - g.count as before),
        said as (
          insert into message (conversation_id, number, partner_id, client_id, kind, author_kind, author_id, author_name,
                               text, code, code_values, at)
          select f.conversation_id, c.before + f.rank, f.partner_id, f.client_id, f.kind, f.author_kind, f.author_id,
                 f.author_name, f.text, f.code, f.code_values::jsonb, f.at
          from fresh f join counted c on c.id = f.conversation_id
          returning conversation_id, client_id, number, at)
        select coalesce(s.number, m.number, 0), coalesce(s.at, m.at, i.at), s.number is not null
        from incoming i
        left join said s on s.conversation_id = i.conversation_id and s.client_id = i.client_id
        left join message m on m.conversation_id = i.conversation_id and m.client_id = i.client_id
        order by i.place
        """;

    const string AttachFiles = """
        update file f set message_number = m.number, note = m.kind = 'note'
        from unnest($1, $2, $3) as a (conversation_id, client_id, file_id)
        join message m on m.conversation_id = a.conversation_id and m.client_id = a.client_id
        where f.id = a.file_id and f.conversation_id = a.conversation_id and f.message_number is null
        """;

    readonly Db database;
    readonly ConversationFeed feed;
    readonly Receipts receipts;
    readonly GroupCommit<NewMessage, StoredMessage> group;

    public NewMessages(Db database, ConversationFeed feed, Receipts receipts)
    {
        (this.database, this.feed, this.receipts) = (database, feed, receipts);
        group = new("chat-messages", StoreBatch);
    }

    /// <summary>Stores a message and tells both sides.</summary>
    public Task<StoredMessage> Add(NewMessage message, CancellationToken cancel) => group.Add(message, cancel);

    public ValueTask DisposeAsync() => group.DisposeAsync();

    async Task<IReadOnlyList<StoredMessage>> StoreBatch(IReadOnlyList<NewMessage> batch, CancellationToken cancel)
    {
        var all = new StoredMessage[batch.Count];
        foreach (var round in GuardedReplies.Rounds(batch))
        {
            var stored = await Commit([.. round.Select(place => batch[place])], cancel);
            // Here and not by each caller, so that browsers hear messages in the order of their numbers.
            for (var i = 0; i < stored.Length; i++)
            {
                all[round[i]] = stored[i];
                if (stored[i].Fresh) Tell(batch[round[i]], stored[i]);
            }
        }
        return all;
    }

    async Task<StoredMessage[]> Commit(IReadOnlyList<NewMessage> batch, CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlBatch(connection);
        command.BatchCommands.Add(StoreCommand(batch));
        if (batch.Any(message => message.Files.Count > 0)) command.BatchCommands.Add(AttachCommand(batch));
        var stored = new StoredMessage[batch.Count];
        // A batch of commands is one transaction; the end of the last one's rows means that it is committed.
        await using var reader = await command.ExecuteReaderAsync(cancel);
        for (var i = 0; await reader.ReadAsync(cancel); i++)
            stored[i] = new(reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetBoolean(2));
        while (await reader.NextResultAsync(cancel)) { }
        return stored;
    }

    void Tell(NewMessage message, StoredMessage stored)
    {
        var view = new MessageView(
            stored.Number, message.ClientId, new(message.AuthorKind, message.AuthorId, message.AuthorName), message.Kind,
            message.Text, message.Code,
            message.Values is null ? null : JsonSerializer.SerializeToElement(message.Values, JsonSerializerOptions.Web),
            message.Files, stored.At);
        var heard = feed.Say(message.Conversation, message.PartnerId, view);
        if (heard && message.AuthorKind == "customer")
            receipts.Report(new(message.Conversation, message.PartnerId, StaffReceived: stored.Number));
    }

    static NpgsqlBatchCommand StoreCommand(IReadOnlyList<NewMessage> batch) => new(Store)
    {
        Parameters =
        {
            Column(batch, NpgsqlDbType.Uuid, message => message.Conversation),
            Column(batch, NpgsqlDbType.Uuid, message => message.PartnerId),
            Column(batch, NpgsqlDbType.Uuid, message => message.ClientId),
            Column(batch, NpgsqlDbType.Text, message => message.Kind),
            Column(batch, NpgsqlDbType.Text, message => message.AuthorKind),
            Column(batch, NpgsqlDbType.Uuid, message => message.AuthorId),
            Column(batch, NpgsqlDbType.Text, message => message.AuthorName),
            Column(batch, NpgsqlDbType.Text, message => message.Text),
            Column(batch, NpgsqlDbType.Text, message => message.Code),
            Column(batch, NpgsqlDbType.Text, message =>
                message.Values is null ? null : JsonSerializer.Serialize(message.Values, JsonSerializerOptions.Web)),
            Column(batch, NpgsqlDbType.TimestampTz, message => message.At.UtcDateTime),
            Column(batch, NpgsqlDbType.TimestampTz, message => message.AttentionAt?.UtcDateTime),
            new() { Value = ChatLimits.Reopenable },
            new() { Value = ChatLimits.MessagesMax },
            Column(batch, NpgsqlDbType.Integer, message => message.ReadTo),
        },
    };

    static NpgsqlBatchCommand AttachCommand(IReadOnlyList<NewMessage> batch)
    {
        var files = batch.SelectMany(message => message.Files.Select(file => (message, file))).ToList();
        return new(AttachFiles)
        {
            Parameters =
            {
                Column(files, NpgsqlDbType.Uuid, pair => pair.message.Conversation),
                Column(files, NpgsqlDbType.Uuid, pair => pair.message.ClientId),
                Column(files, NpgsqlDbType.Uuid, pair => pair.file.Id),
            },
        };
    }

    static NpgsqlParameter Column<TItem, TValue>(IReadOnlyList<TItem> batch, NpgsqlDbType type, Func<TItem, TValue> value) =>
        new NpgsqlParameter<TValue[]> { TypedValue = [.. batch.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
