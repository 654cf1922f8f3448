using System.Net.WebSockets;
using System.Text.Json;

namespace Centrala.Server.Demo;

/// <summary>The live line of an invented customer's widget.</summary>
sealed class VisitorSocket(Uri address) : IDisposable
{
    readonly ClientWebSocket socket = new();
    readonly byte[] buffer = new byte[256 * 1024];
    readonly Queue<News> waiting = new();

    /// <param name="State">Where the conversation stands now; null when this is about something else.</param>
    /// <param name="AgentText">What an agent wrote; null when this is about something else.</param>
    /// <param name="Number">Of that message.</param>
    public sealed record News(string? State, string? AgentText = null, int Number = 0);

    public async Task Open(string token, int after, CancellationToken cancel)
    {
        var scheme = address.Scheme == "https" ? "wss" : "ws";
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = scheme, Path = "/widget/live" }.Uri, cancel);
        await Say(new { type = "hello", token, after }, cancel);
    }

    public Task Say(object message, CancellationToken cancel) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web), WebSocketMessageType.Text, true, cancel);

    /// <returns>Null when the line is closed.</returns>
    public async Task<News?> Next(CancellationToken cancel)
    {
        while (waiting.Count == 0)
        {
            if (await Receive(cancel) is not { } message) return null;
            foreach (var news in Read(message)) waiting.Enqueue(news);
        }
        return waiting.Dequeue();
    }

    public void Dispose() => socket.Dispose();

    async Task<JsonElement?> Receive(CancellationToken cancel)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
            if (part.MessageType != WebSocketMessageType.Text) return null;
            length += part.Count;
            if (part.EndOfMessage) return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
        }
    }

    static IEnumerable<News> Read(JsonElement message) => message.GetProperty("type").GetString() switch
    {
        "hello" => Hello(message.GetProperty("conversation")),
        "message" => Message(message.GetProperty("message")),
        "standing" => [Standing(message.GetProperty("standing"))],
        _ => [],
    };

    static IEnumerable<News> Hello(JsonElement conversation) =>
        [Standing(conversation.GetProperty("standing")), .. conversation.GetProperty("messages").EnumerateArray().SelectMany(Message)];

    static News Standing(JsonElement standing) => new(standing.GetProperty("state").GetString());

    static IEnumerable<News> Message(JsonElement message) =>
        message.GetProperty("author").GetProperty("kind").GetString() == "agent"
            ? [new News(null, message.GetProperty("text").GetString(), message.GetProperty("number").GetInt32())]
            : [];
}
