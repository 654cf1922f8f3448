using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Centrala.Testing;

/// <summary>A browser's live line as a client that nobody here wrote would speak it: SignalR's JSON protocol on a WebSocket.</summary>
public sealed class LiveLine : IAsyncDisposable
{
    const char End = '\u001e';
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly ClientWebSocket socket = new();
    readonly Queue<JsonElement> received = new();
    readonly byte[] buffer = new byte[64 * 1024];
    readonly char[] letters = new char[64 * 1024];
    readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    readonly StringBuilder partial = new();

    /// <summary>Opens a line with the cookies that the browser holds for the centre.</summary>
    public static async Task<LiveLine> Open(
        TestCentre centre, Browser browser, Action<ClientWebSocketOptions>? configure = null)
    {
        var line = new LiveLine();
        if (browser.Cookies.GetCookieHeader(centre.Address) is { Length: > 0 } cookies)
            line.socket.Options.SetRequestHeader("Cookie", cookies);
        configure?.Invoke(line.socket.Options);
        line.socket.Options.CollectHttpResponseDetails = true;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await line.socket.ConnectAsync(
                new UriBuilder(centre.Address) { Scheme = "ws", Path = "/live" }.Uri, deadline.Token);
        }
        catch (WebSocketException) when (line.socket.HttpStatusCode != 0)
        {
            throw new LineRefusedException(line.socket.HttpStatusCode);
        }
        await line.Send(new { protocol = "json", version = 1 });
        await line.Next();
        return line;
    }

    public Task Invoke(string method, params object[] arguments) =>
        Send(new { type = 1, invocationId = Guid.NewGuid().ToString("N"), target = method, arguments });

    /// <summary>Sends what no client of ours would.</summary>
    public Task SayRaw(string text) => socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next event of the stream (the argument of <c>message</c>), pings and answers aside.</summary>
    /// <returns>Null when the line was closed.</returns>
    public async Task<JsonElement?> NextEvent()
    {
        while (await Next() is { } next)
            if (next.TryGetProperty("target", out var target) && target.GetString() == "message")
                return next.GetProperty("arguments")[0];
        return null;
    }

    /// <summary>The types of all events that came so far.</summary>
    public HashSet<string> Heard { get; } = [];

    /// <summary>The data of the next event of a type that fits; others are passed over.</summary>
    /// <exception cref="InvalidOperationException">The line was closed before.</exception>
    public async Task<JsonElement> Hear(string type, Func<JsonElement, bool>? fits = null)
    {
        while (await NextEvent() is { } next)
        {
            Heard.Add(next.GetProperty("type").GetString()!);
            if (next.GetProperty("type").GetString() == type && next.GetProperty("data") is var data && fits?.Invoke(data) != false)
                return data;
        }
        throw new InvalidOperationException("The line was closed.");
    }

    /// <summary>The next answer to <see cref="Invoke"/>; has an <c>error</c> when it was refused.</summary>
    public async Task<JsonElement?> NextAnswer()
    {
        while (await Next() is { } next)
            if (next.TryGetProperty("type", out var type) && type.GetInt32() == 3) return next;
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        await Task.CompletedTask;
    }

    Task Send(object message) => socket.SendAsync(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message, JsonSerializerOptions.Web) + End),
        WebSocketMessageType.Text, true, CancellationToken.None);

    async Task<JsonElement?> Next()
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (received.Count == 0)
        {
            WebSocketReceiveResult result;
            try { result = await socket.ReceiveAsync(buffer, deadline.Token); }
            catch (WebSocketException) { return null; }
            if (result.MessageType == WebSocketMessageType.Close) return null;
            Take(letters.AsSpan(0, decoder.GetChars(buffer, 0, result.Count, letters, 0)));
        }
        return received.Dequeue();
    }

    void Take(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter != End) { partial.Append(letter); continue; }
            received.Enqueue(JsonSerializer.Deserialize<JsonElement>(partial.ToString()));
            partial.Clear();
        }
    }
}

/// <summary>The server answered the handshake with an error.</summary>
public sealed class LineRefusedException(HttpStatusCode status) : Exception($"The live line was refused: {status}.")
{
    public HttpStatusCode Status { get; } = status;
}
