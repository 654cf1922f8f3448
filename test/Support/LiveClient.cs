using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Centrala.Testing;

/// <summary>A tab's live line: SignalR's JSON protocol over a plain WebSocket, as the workspace speaks it.</summary>
public sealed class LiveClient : IAsyncDisposable
{
    const char EndOfMessage = '\x1e';
    static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    readonly ClientWebSocket socket = new();
    readonly byte[] buffer = new byte[64 * 1024];
    readonly StringBuilder received = new();

    public static Task<LiveClient> Connect(TestCentre centre, Browser browser) => Connect(centre.Address, browser);

    public static async Task<LiveClient> Connect(Uri centre, Browser browser)
    {
        var line = new LiveClient();
        line.socket.Options.Cookies = browser.Cookies;
        line.socket.Options.SetRequestHeader("Origin", centre.GetLeftPart(UriPartial.Authority));
        var address = new UriBuilder(centre) { Scheme = "ws", Path = "/live" }.Uri;
        using var deadline = new CancellationTokenSource(patience);
        await line.socket.ConnectAsync(address, deadline.Token);
        await line.Send("""{"protocol":"json","version":1}""");
        await line.Next(deadline.Token); // The answer to the handshake.
        return line;
    }

    public Task Watch(string topic) => Send(
        JsonSerializer.Serialize(new { type = 1, target = "Watch", arguments = new[] { topic } }));

    /// <summary>Waits for a message of a type that satisfies a condition; others are passed over.</summary>
    /// <returns>Its data.</returns>
    public async Task<JsonElement> Hear(string type, Func<JsonElement, bool>? condition = null)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (true)
        {
            var message = await Next(deadline.Token);
            if (!message.TryGetProperty("target", out _)) continue;
            var told = message.GetProperty("arguments")[0];
            if (told.GetProperty("type").GetString() != type) continue;
            var data = told.GetProperty("data");
            if (condition?.Invoke(data) ?? true) return data;
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        await Task.CompletedTask;
    }

    Task Send(string json) => socket.SendAsync(
        Encoding.UTF8.GetBytes(json + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    async Task<JsonElement> Next(CancellationToken cancel)
    {
        while (true)
        {
            var text = received.ToString();
            if (text.IndexOf(EndOfMessage) is var end and >= 0)
            {
                received.Remove(0, end + 1);
                return JsonDocument.Parse(text[..end]).RootElement.Clone();
            }
            var part = await socket.ReceiveAsync(buffer, cancel);
            if (part.MessageType == WebSocketMessageType.Close) throw new IOException("The line was closed.");
            received.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
    }
}
