using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centrala.Server.Chat;

/// <summary>What goes down a visitor's live line. Each line numbers its own, from 1 without a gap.</summary>
abstract record Down([property: JsonPropertyOrder(-1)] string Type)
{
    public sealed record Hello(VisitorConversation Conversation) : Down("hello");

    public sealed record Message([property: JsonPropertyName("message")] MessageView What) : Down("message");

    public sealed record Typing(bool On) : Down("typing");

    public sealed record Receipt([property: JsonPropertyName("receipt")] Chat.Receipt What) : Down("receipt");

    public sealed record Standing([property: JsonPropertyName("standing")] Chat.Standing What) : Down("standing");

    public sealed record Ping() : Down("ping");

    /// <summary>The message as it goes over the line.</summary>
    public byte[] Encoded(long number)
    {
        var node = JsonSerializer.SerializeToNode(this, GetType(), JsonSerializerOptions.Web)!.AsObject();
        node["n"] = number;
        return JsonSerializer.SerializeToUtf8Bytes(node);
    }
}

/// <summary>A conversation as its visitor gets it.</summary>
sealed record VisitorConversation(Guid ConversationId, Standing Standing, Receipt Receipt, IReadOnlyList<MessageView> Messages)
{
    /// <summary>For the program's own use; the visitor knows it.</summary>
    [JsonIgnore]
    public string? CustomerName { get; init; }

    [JsonIgnore]
    public Guid ContactId { get; init; }
}
