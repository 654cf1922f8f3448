using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace Centrala.Server.Chat;

/// <summary>One tab's live line: bounded, numbered, pinged. A visitor who reads too slowly is cut off, comes back and fetches.</summary>
sealed class VisitorLine(WebSocket socket, TimeProvider time)
{
    /// <summary>Messages that may wait for a slow browser.</summary>
    public const int WaitingMax = 200;

    /// <summary>Bytes of one message from a browser.</summary>
    public const int MessageBytesMax = 4 * 1024;

    /// <summary>Messages from a browser within <see cref="Minute"/>; nobody types faster.</summary>
    public const int MessagesAMinuteMax = 600;

    public static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);

    /// <summary>How long a browser may take for its first message.</summary>
    public static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(10);

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Channel<Down> waiting = Channel.CreateBounded<Down>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });
    readonly byte[] buffer = new byte[MessageBytesMax];
    long number;
    int heard;
    DateTimeOffset minuteBegan = time.GetUtcNow();

    /// <summary>The contact that the conversation is, once known.</summary>
    public Guid Contact { get; set; }

    /// <summary>Never waits: when the line is full, it is closed.</summary>
    public void Push(Down message)
    {
        if (!waiting.Writer.TryWrite(message)) Close();
    }

    public void Close() => waiting.Writer.TryComplete();

    /// <summary>Sends what is pushed, after a first message, until the line is closed.</summary>
    public async Task Send(Down first, CancellationToken cancel)
    {
        await socket.SendAsync(first.Encoded(++number), WebSocketMessageType.Text, true, cancel);
        using var ping = time.CreateTimer(_ => Push(new Down.Ping()), null, PingEvery, PingEvery);
        await foreach (var message in waiting.Reader.ReadAllAsync(cancel))
            await socket.SendAsync(message.Encoded(++number), WebSocketMessageType.Text, true, cancel);
    }

    /// <returns>Null at the end of the line, and for what is no message: then the line is over too.</returns>
    public async Task<Up?> Receive(CancellationToken cancel)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
            if (part.MessageType != WebSocketMessageType.Text) return null;
            length += part.Count;
            if (part.EndOfMessage) return IsTooMuch() ? null : Read(buffer.AsSpan(0, length));
        }
        return null;
    }

    bool IsTooMuch()
    {
        var now = time.GetUtcNow();
        if (now - minuteBegan >= Minute) (minuteBegan, heard) = (now, 0);
        return ++heard > MessagesAMinuteMax;
    }

    static Up? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Up>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a visitor's browser says.</summary>
/// <param name="Type">hello, typing, received, read or ping.</param>
/// <param name="Token">With hello.</param>
/// <param name="After">With hello: the last message that it has.</param>
/// <param name="On">With typing.</param>
/// <param name="Number">With received and read: the message up to which.</param>
sealed record Up(string? Type, string? Token, int After, bool On, int Number);
