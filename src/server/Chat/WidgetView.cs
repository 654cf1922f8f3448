using System.Text.Json;
using Centrala.Server.Database;

namespace Centrala.Server.Chat;

/// <summary>A widget as administrators see it.</summary>
/// <param name="Queues">By language, where it is not <paramref name="QueueId"/>.</param>
/// <param name="HasIdentitySecret">Whether the partner's page can vouch for its customers.</param>
sealed record WidgetView(
    Guid Id, int Version, string Key, Guid PartnerId, string Name, string Colour, IReadOnlyList<string> Languages, Guid QueueId,
    IReadOnlyDictionary<string, Guid> Queues, IReadOnlyList<string> Origins, string NameField, string EmailField, bool Consent,
    string? ConsentLink, IReadOnlyDictionary<string, string> Greetings, int FilesPerMessage, bool HasIdentitySecret)
{
    /// <summary>The shape in which it is saved.</summary>
    public SaveWidget.Request Request(int version) => new(
        version, Key, PartnerId, Name, Colour, Languages, QueueId, Origins, NameField, EmailField, Consent, ConsentLink,
        FilesPerMessage, Queues, Greetings);

    /// <param name="id">Null for all that the actor may see.</param>
    public static async Task<IReadOnlyList<WidgetView>> Read(Work work, Guid? id) => [.. (await work.Query<Row>("""
        select w.id, w.version, w.key, w.partner_id, w.name, w.colour, w.languages, w.queue_id, w.origins, w.name_field,
               w.email_field, w.consent, w.consent_link, w.greetings::text as greetings, w.files_per_message,
               w.identity_secret is not null as has_identity_secret,
               coalesce((select json_object_agg(q.language, q.queue_id) from widget_queue q where q.widget_id = w.id), '{}')::text as queues
        from widget w
        where w.removed_at is null and (@id is null or w.id = @id)
        order by w.name, w.id
        """, new { id })).Select(row => row.View())];

    sealed record Row(
        Guid Id, int Version, string Key, Guid PartnerId, string Name, string Colour, string[] Languages, Guid QueueId,
        string[] Origins, string NameField, string EmailField, bool Consent, string? ConsentLink, string Greetings,
        short FilesPerMessage, bool HasIdentitySecret, string Queues)
    {
        public WidgetView View() => new(
            Id, Version, Key, PartnerId, Name, Colour, Languages, QueueId,
            JsonSerializer.Deserialize<Dictionary<string, Guid>>(Queues)!, Origins, NameField, EmailField, Consent, ConsentLink,
            JsonSerializer.Deserialize<Dictionary<string, string>>(Greetings)!, FilesPerMessage, HasIdentitySecret);
    }
}
