using System.Text.Json;
using Centrala.Server.Database;

namespace Centrala.Server.Chat;

/// <summary>Reads a conversation's messages, as far as the actor of the transaction may see them.</summary>
static class Messages
{
    const string Columns = """
        select m.conversation_id, m.number, m.client_id, m.kind, m.author_kind, m.author_id, m.author_name, m.text, m.code,
               m.code_values::text as code_values, m.at,
               coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'mediaType', f.media_type)
                                         order by f.id)
                         from file f where f.conversation_id = m.conversation_id and f.message_number = m.number), '[]')::text as files
        from message m
        where m.conversation_id = @conversation
        """;

    /// <summary>The first ones after a number, in order.</summary>
    public static async Task<IReadOnlyList<MessageView>> After(Work work, Guid conversation, int number, int most) =>
        Views(await work.Query<Row>($"{Columns} and m.number > @number order by m.number limit @most",
            new { conversation, number, most }));

    /// <summary>The newest ones before a number, in order.</summary>
    public static async Task<IReadOnlyList<MessageView>> Before(Work work, Guid conversation, int number, int most) =>
        Views((await work.Query<Row>($"{Columns} and m.number < @number order by m.number desc limit @most",
            new { conversation, number, most })).Reverse());

    static List<MessageView> Views(IEnumerable<Row> rows) => [.. rows.Select(row => row.View())];

    sealed record Row(
        Guid ConversationId, int Number, Guid ClientId, string Kind, string AuthorKind, Guid? AuthorId, string? AuthorName,
        string Text, string? Code, string? CodeValues, DateTimeOffset At, string Files)
    {
        public MessageView View() => new(
            Number, ClientId, new(AuthorKind, AuthorId, AuthorName), Kind, Text, Code,
            CodeValues is null ? null : JsonSerializer.Deserialize<JsonElement>(CodeValues),
            JsonSerializer.Deserialize<List<FileView>>(Files, JsonSerializerOptions.Web)!,
            At);
    }
}
