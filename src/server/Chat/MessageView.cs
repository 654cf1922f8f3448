using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centrala.Server.Chat;

/// <summary>A message as staff and visitors get it.</summary>
/// <param name="Number">Ascending within the conversation; visitors do not see every one.</param>
/// <param name="ClientId">Only for whoever wrote it, to recognise it by.</param>
/// <param name="Kind">reply, note or system.</param>
/// <param name="Code">Names a message of the system, to be said in the reader's language.</param>
sealed record MessageView(
    int Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ClientId,
    AuthorView Author,
    string Kind,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Values,
    IReadOnlyList<FileView> Files,
    DateTimeOffset At)
{
    /// <summary>For staff, on what the customer gets: when it was known to have arrived in his browser; absent before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DeliveredAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>For the customer: first names only, no ids of staff, and a client id only on the customer's own.</summary>
    public MessageView ForVisitor() => this with
    {
        ClientId = Author.Kind == "customer" ? ClientId : null,
        Author = Author.Kind switch
        {
            "customer" or "system" => new(Author.Kind, null, null),
            _ => new("agent", null, FirstName(Author.Name)),
        },
    };

    /// <summary>For staff: the customer's client ids open nothing, but are nobody else's business.</summary>
    public MessageView ForStaff() => Author.Kind == "customer" ? this with { ClientId = null } : this;

    /// <summary>For whoever reads it here: a partner's viewers know staff as the customer does.</summary>
    public MessageView For(Actor reader) => reader.Kind == ActorKind.Partner ? ForVisitor() : ForStaff();

    public static string? FirstName(string? name) => name?.Trim().Split(' ')[0];
}

/// <param name="Kind">customer, agent, lead or system.</param>
sealed record AuthorView(
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name);

sealed record FileView(Guid Id, string Name, int Bytes, string MediaType);

/// <summary>How far the other side has got.</summary>
sealed record Receipt(int DeliveredTo, int ReadTo);
