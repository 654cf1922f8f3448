using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>A file as it is handed over, judged by its content.</summary>
sealed record NewFile(
    Guid Conversation, Guid Partner, Guid ClientId, bool ByCustomer, Guid? By, string Name, FileKind Kind, byte[] Content);

/// <summary>Files that go with messages. A file belongs to its conversation, and to a message once one carries it.</summary>
sealed class Files(Db database, TimeProvider time)
{
    /// <summary>A file that no message carries is removed after this.</summary>
    public static readonly TimeSpan KeptWithoutMessage = TimeSpan.FromHours(24);

    /// <summary>Reads one file of a form, with its client id.</summary>
    /// <returns>The file, or why it is not taken.</returns>
    public static async Task<(NewFile? File, Problem? Refusal)> Read(
        IFormFile file, Guid clientId, Guid conversation, Guid partner, Guid? staff, CancellationToken cancel)
    {
        if (file.Length > ChatLimits.FileBytesMax) return (null, ChatProblems.FileTooLarge);
        var content = new byte[file.Length];
        await using (var from = file.OpenReadStream()) await from.ReadExactlyAsync(content, cancel);
        var name = FileKind.SafeName(file.FileName);
        return content.Length > 0 && FileKind.Of(name, content) is { } kind
            ? (new(conversation, partner, clientId, staff is null, staff, name, kind, content), null)
            : (null, ChatProblems.FileKindRefused);
    }

    /// <summary>Stores a file; the same client id again finds the one that was stored.</summary>
    /// <returns>Null when the conversation has too many.</returns>
    public async Task<FileView?> Store(NewFile file, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("""
            with stored as (
              insert into file (id, conversation_id, partner_id, client_id, by_customer, by_id, name, media_type, bytes, content, at)
              select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
              where (select count(*) from file where conversation_id = $2) < $12
              on conflict (conversation_id, client_id) do nothing
              returning id, name, bytes, media_type)
            select * from stored
            union all
            select id, name, bytes, media_type from file
            where conversation_id = $2 and client_id = $4 and by_customer = $5 and by_id is not distinct from $6
            """, connection)
        {
            Parameters =
            {
                new() { Value = Guid.CreateVersion7(now) },
                new() { Value = file.Conversation },
                new() { Value = file.Partner },
                new() { Value = file.ClientId },
                new() { Value = file.ByCustomer },
                new() { Value = (object?)file.By ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
                new() { Value = file.Name },
                new() { Value = file.Kind.MediaType },
                new() { Value = file.Content.Length },
                new() { Value = file.Content },
                new() { Value = now.UtcDateTime },
                new() { Value = ChatLimits.FilesMax },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new(reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3)) : null;
    }

    /// <summary>Those of the ids that are files of the conversation which the actor may see.</summary>
    public async Task<IReadOnlyList<FileView>> Find(Actor actor, Guid conversation, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        await using var work = await database.Begin(actor, cancel);
        return await work.Query<FileView>("""
            select id, name, bytes, media_type from file where conversation_id = @conversation and id = any(@ids) order by id
            """, new { conversation, ids = ids.Distinct().ToArray() });
    }

    /// <summary>A file's content for the browser's downloads: never shown in place, never guessed at.</summary>
    /// <returns>Null when the actor may not see it.</returns>
    public async Task<IResult?> Download(Actor actor, Guid id, HttpResponse response, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Single<Stored>("select name, media_type, content from file where id = @id", new { id }) is not { } file)
            return null;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(file.Content, file.MediaType, file.Name);
    }

    /// <summary>Removes what was sent and never said.</summary>
    public async Task<int> RemoveOrphans(CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("delete from file where message_number is null and at < $1", connection)
        {
            Parameters = { new() { Value = (time.GetUtcNow() - KeptWithoutMessage).UtcDateTime } },
        };
        return await command.ExecuteNonQueryAsync(cancel);
    }

    sealed record Stored(string Name, string MediaType, byte[] Content);
}
