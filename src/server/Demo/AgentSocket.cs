using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Centrala.Server.Demo;

/// <summary>The live stream of a simulated agent's browser: SignalR's JSON protocol, as far as the desk needs it.</summary>
sealed class AgentSocket(DemoClient browser) : IDisposable
{
    /// <summary>Ends each message of the protocol.</summary>
    const char Separator = '\u001e';

    /// <summary>More often than the hub gives up on silent browsers.</summary>
    public static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(8);

    const int InvocationType = 1;

    readonly ClientWebSocket socket = new();
    readonly byte[] buffer = new byte[64 * 1024];
    readonly StringBuilder text = new();
    readonly SemaphoreSlim sending = new(1, 1);
    readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    public async Task Open(CancellationToken cancel)
    {
        var address = new UriBuilder(browser.Address) { Scheme = browser.Address.Scheme == "https" ? "wss" : "ws", Path = "/live" }.Uri;
        socket.Options.Cookies = browser.Cookies;
        socket.Options.SetRequestHeader("Origin", browser.Address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(address, cancel);
        await Send(new { protocol = "json", version = 1 }, cancel);
    }

    /// <returns>Type and data of the next message of the stream; null when the line is closed.</returns>
    public async Task<(string Type, JsonElement Data)?> Next(CancellationToken cancel)
    {
        while (true)
        {
            if (TakeMessage() is { } json)
            {
                if (Read(json) is { } found) return found;
                continue;
            }
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            var letters = new char[part.Count + 1];
            text.Append(letters, 0, decoder.GetChars(buffer.AsSpan(0, part.Count), letters, flush: false));
        }
    }

    public Task Ping(CancellationToken cancel) => Send(new { type = 6 }, cancel);

    public Task Invoke(string method, object argument, CancellationToken cancel) =>
        Send(new { type = InvocationType, target = method, arguments = new[] { argument } }, cancel);

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    string? TakeMessage()
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != Separator) continue;
            var message = text.ToString(0, at);
            text.Remove(0, at + 1);
            return message;
        }
        return null;
    }

    static (string, JsonElement)? Read(string json)
    {
        var message = JsonSerializer.Deserialize<JsonElement>(json);
        if (!message.TryGetProperty("type", out var type) || type.GetInt32() != InvocationType) return null;
        var item = message.GetProperty("arguments")[0];
        return (item.GetProperty("type").GetString()!, item.GetProperty("data"));
    }

    async Task Send(object message, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message, JsonSerializerOptions.Web) + Separator);
        await sending.WaitAsync(cancel);
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, true, cancel);
        }
        finally
        {
            sending.Release();
        }
    }
}
