using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Centrala.Testing;

/// <summary>A visitor who speaks the widget's public protocol, as a browser would.</summary>
public sealed class WidgetVisitor(Uri centre, string widgetKey, string? origin = null) : IDisposable
{
    readonly HttpClient http = NewClient(centre, origin);

    public Guid VisitorId { get; init; } = Guid.NewGuid();

    public Guid Conversation { get; private set; }

    public string Token { get; private set; } = "";

    /// <summary>Begins a chat and keeps its token when it was taken.</summary>
    public async Task<HttpResponseMessage> Start(
        string text, string language = "pl", Guid? clientId = null, object? form = null, string? identity = null, bool consent = true)
    {
        var answer = await http.PostAsJsonAsync("/widget/conversations", new
        {
            key = widgetKey,
            clientId = clientId ?? Guid.NewGuid(),
            visitorId = VisitorId,
            text,
            language,
            form = form ?? new { name = "Marta Zielińska", email = "marta@mail.example" },
            consent,
            identity,
            page = "https://slumber.example/mattresses?basket=12",
        });
        if (!answer.IsSuccessStatusCode) return answer;
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Conversation = started.GetProperty("conversationId").GetGuid();
        UseToken(started.GetProperty("token").GetString()!);
        return answer;
    }

    public void UseToken(string token)
    {
        Token = token;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<HttpResponseMessage> Send(string text, Guid? clientId = null, params Guid[] fileIds) =>
        http.PostAsJsonAsync("/widget/messages", new { clientId = clientId ?? Guid.NewGuid(), text, fileIds });

    public Task<HttpResponseMessage> SendFile(string name, byte[] content, Guid? clientId = null)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent((clientId ?? Guid.NewGuid()).ToString()), "clientId" },
            { new ByteArrayContent(content), "file", name },
        };
        return http.PostAsync("/widget/files", form);
    }

    public async Task<JsonElement> Read(int after = 0) =>
        await http.GetFromJsonAsync<JsonElement>($"/widget/conversation?after={after}");

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync("/widget" + path);

    public Task<HttpResponseMessage> Post(string path, object body) => http.PostAsJsonAsync("/widget" + path, body);

    /// <summary>Opens the live line and says hello.</summary>
    public async Task<VisitorLine> Open(int after = 0)
    {
        var line = await VisitorLine.Connect(centre, origin);
        await line.Say(new { type = "hello", token = Token, after });
        return line;
    }

    public void Dispose() => http.Dispose();

    static HttpClient NewClient(Uri centre, string? origin)
    {
        var client = new HttpClient { BaseAddress = centre };
        if (origin is not null) client.DefaultRequestHeaders.Add("Origin", origin);
        return client;
    }
}

/// <summary>A visitor's live line, seen from the browser.</summary>
public sealed class VisitorLine : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly ClientWebSocket socket = new();
    readonly byte[] buffer = new byte[256 * 1024];

    public static async Task<VisitorLine> Connect(Uri centre, string? origin = null)
    {
        var line = new VisitorLine();
        if (origin is not null) line.socket.Options.SetRequestHeader("Origin", origin);
        using var deadline = new CancellationTokenSource(Patience);
        await line.socket.ConnectAsync(new UriBuilder(centre) { Scheme = "ws", Path = "/widget/live" }.Uri, deadline.Token);
        return line;
    }

    public Task Say(object message) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task SayRaw(string text) => socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <returns>Null when the line was closed.</returns>
    public async Task<JsonElement?> Next()
    {
        using var deadline = new CancellationTokenSource(Patience);
        var length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try { part = await socket.ReceiveAsync(buffer.AsMemory(length), deadline.Token); }
            catch (WebSocketException) { return null; }
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
        }
    }

    /// <summary>The next message of a type that fits; others are passed over.</summary>
    public async Task<JsonElement> Next(string type, Func<JsonElement, bool>? fits = null)
    {
        while (await Next() is { } next)
            if (next.GetProperty("type").GetString() == type && (fits is null || fits(next))) return next;
        throw new InvalidOperationException($"The line was closed before {type} came.");
    }

    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }
}
