using System.Net;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Npgsql;
using NpgsqlTypes;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>A chat that a visitor begins, with its first message.</summary>
/// <param name="ClientId">Made in the browser; a repetition with the same visitor finds the same conversation.</param>
/// <param name="Identity">The customer's id at the partner, where the page vouched for it.</param>
sealed record NewConversation(
    Guid Id, Guid ContactId, Widget Widget, WidgetRoute Route, Guid ClientId, Guid VisitorId, IPAddress? Address,
    string Language, string? Name, string? Email, string? Identity, string? Page, bool Consented, string Text, DateTimeOffset At);

/// <summary>What became of it.</summary>
/// <param name="VisitorId">Of whoever began it: not the caller's when the client id was taken.</param>
/// <param name="Fresh">False when it had been stored before.</param>
readonly record struct StoredConversation(Guid Id, Guid VisitorId, DateTimeOffset At, bool Fresh);

/// <summary>
/// Stores new chats, many in one commit: the conversation, its first message, and the contact's arrival for the cell.
/// What is acknowledged is therefore routed, whatever happens next.
/// </summary>
sealed class NewConversations : IAsyncDisposable
{
    const string Incoming = """
        with incoming as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as i (
            id, contact_id, widget_id, partner_id, queue_id, client_id, visitor_id, address, language,
            customer_name, customer_email, identity, page, consented, text, at, command)),
        begun as (
          insert into conversation (id, contact_id, widget_id, partner_id, queue_id, client_id, visitor_id, address, language,
                                    customer_name, customer_email, identity, page, consented, started_at, last_number, customer_last)
          select id, contact_id, widget_id, partner_id, queue_id, client_id, visitor_id, address, language,
                 customer_name, customer_email, identity, page, consented, at, 1, 1
          from incoming
        """;

    const string Message = """
          insert into message (conversation_id, number, partner_id, client_id, kind, author_kind, author_name, text, at)
          select i.id, 1, i.partner_id, i.client_id, 'reply', 'customer', i.customer_name, i.text, i.at from incoming i
        """;

    /// <summary>Stores chats of which none was stored before; nothing otherwise.</summary>
    const string StoreNew = $"""
        {Incoming}),
        said as ({Message})
        insert into inbox (cell, command) select $18, command from incoming
        """;

    /// <summary>Stores those that were not stored before, and counts them. Asking that of each makes it a tenth dearer.</summary>
    const string StoreMissing = $"""
        {Incoming}
          on conflict (widget_id, client_id) do nothing
          returning id),
        said as ({Message} join begun using (id)),
        arrived as (
          insert into inbox (cell, command) select $18, i.command from incoming i join begun using (id))
        select count(*) from begun
        """;

    const string FindStored = """
        select c.widget_id, c.client_id, c.id, c.visitor_id, c.started_at
        from conversation c join unnest($1, $2) as i (widget_id, client_id)
          on i.widget_id = c.widget_id and i.client_id = c.client_id
        """;

    /// <summary>Where the encoded arrivals stand among the statement's parameters.</summary>
    internal const int ArrivalColumn = 16;

    /// <summary>Each chat is for itself: no order among them is promised.</summary>
    const int CommitsAtOnce = 2;

    readonly GroupCommit<NewConversation, StoredConversation>? group;
    readonly Func<NewConversation, CancellationToken, Task<StoredConversation>> keep;

    public NewConversations(Db database, Cell cell) : this((batch, cancel) => StoreBatch(database, cell, batch, cancel)) { }

    /// <summary>Shares commits that are made in another way; for measuring what a commit costs.</summary>
    internal NewConversations(GroupCommit<NewConversation, StoredConversation>.Store store)
    {
        group = new("chat-conversations", store, CommitsAtOnce);
        keep = group.Add;
    }

    /// <summary>Keeps each chat by itself; for measuring what sharing commits gains.</summary>
    internal NewConversations(Func<NewConversation, CancellationToken, Task<StoredConversation>> keep) => this.keep = keep;

    public Task<StoredConversation> Add(NewConversation conversation, CancellationToken cancel) => keep(conversation, cancel);

    public ValueTask DisposeAsync() => group?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal static async Task<IReadOnlyList<StoredConversation>> StoreBatch(
        Db database, Cell cell, IReadOnlyList<NewConversation> batch, CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        if (!await TryStoreNew(connection, batch, cancel)) return await Repeat(connection, cell, batch, cancel);
        cell.Wake();
        return [.. batch.Select(item => new StoredConversation(item.Id, item.VisitorId, item.At, true))];
    }

    /// <summary>The statement that stores a batch of new chats; one statement is one transaction.</summary>
    internal static NpgsqlCommand Command(
        NpgsqlConnection? connection, IReadOnlyList<NewConversation> batch, string store = StoreNew)
    {
        var command = new NpgsqlCommand(store, connection);
        AddColumns(command.Parameters, batch);
        command.Parameters.Add(new() { Value = Cell.Default });
        return command;
    }

    /// <returns>False when one of them had been stored before: then none is.</returns>
    static async Task<bool> TryStoreNew(
        NpgsqlConnection connection, IReadOnlyList<NewConversation> batch, CancellationToken cancel)
    {
        await using var command = Command(connection, batch);
        try
        {
            await command.ExecuteNonQueryAsync(cancel);
            return true;
        }
        catch (PostgresException repeated) when (repeated.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    static async Task<IReadOnlyList<StoredConversation>> Repeat(
        NpgsqlConnection connection, Cell cell, IReadOnlyList<NewConversation> batch, CancellationToken cancel)
    {
        await using var command = Command(connection, batch, StoreMissing);
        if (await command.ExecuteScalarAsync(cancel) is > 0L) cell.Wake();
        var stored = await Find(connection, batch, cancel);
        return [.. batch.Select(item => stored[(item.Widget.Id, item.ClientId)] is var found && found.Id == item.Id
            ? found with { Fresh = true } : found)];
    }

    static void AddColumns(NpgsqlParameterCollection columns, IReadOnlyList<NewConversation> batch)
    {
        columns.Add(Column(batch, NpgsqlDbType.Uuid, item => item.Id));
        columns.Add(Column(batch, NpgsqlDbType.Uuid, item => item.ContactId));
        columns.Add(Column(batch, NpgsqlDbType.Uuid, item => item.Widget.Id));
        columns.Add(Column(batch, NpgsqlDbType.Uuid, item => item.Widget.PartnerId));
        columns.Add(Column(batch, NpgsqlDbType.Uuid, item => item.Route.Queue));
        columns.Add(Column(batch, NpgsqlDbType.Uuid, item => item.ClientId));
        columns.Add(Column(batch, NpgsqlDbType.Uuid, item => item.VisitorId));
        columns.Add(Column(batch, NpgsqlDbType.Inet, item => item.Address));
        columns.Add(Column(batch, NpgsqlDbType.Text, item => item.Language));
        columns.Add(Column(batch, NpgsqlDbType.Text, item => item.Name));
        columns.Add(Column(batch, NpgsqlDbType.Text, item => item.Email));
        columns.Add(Column(batch, NpgsqlDbType.Text, item => item.Identity));
        columns.Add(Column(batch, NpgsqlDbType.Text, item => item.Page));
        columns.Add(Column(batch, NpgsqlDbType.Boolean, item => item.Consented));
        columns.Add(Column(batch, NpgsqlDbType.Text, item => item.Text));
        columns.Add(Column(batch, NpgsqlDbType.TimestampTz, item => item.At.UtcDateTime));
        columns.Add(Column(batch, NpgsqlDbType.Bytea, item => Inbox.Encoded(Arrival(item))));
    }

    // The arrival instant is the database's own at intake; what stands here is not looked at.
    static CellCommand Arrival(NewConversation item) => CellCommand.Arrive(
        new Arrival { Id = item.ContactId, Queue = 0, Channel = Channel.Chat, ArrivedAt = item.At },
        item.Route.Queue, item.Route.LanguageSkill);

    static async Task<Dictionary<(Guid Widget, Guid Client), StoredConversation>> Find(
        NpgsqlConnection connection, IReadOnlyList<NewConversation> batch, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(FindStored, connection)
        {
            Parameters =
            {
                Column(batch, NpgsqlDbType.Uuid, item => item.Widget.Id),
                Column(batch, NpgsqlDbType.Uuid, item => item.ClientId),
            },
        };
        var found = new Dictionary<(Guid, Guid), StoredConversation>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            found[(reader.GetGuid(0), reader.GetGuid(1))] =
                new(reader.GetGuid(2), reader.GetGuid(3), reader.GetFieldValue<DateTimeOffset>(4), false);
        return found;
    }

    static NpgsqlParameter Column<TValue>(
        IReadOnlyList<NewConversation> batch, NpgsqlDbType type, Func<NewConversation, TValue> value) =>
        new NpgsqlParameter<TValue[]> { TypedValue = [.. batch.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
