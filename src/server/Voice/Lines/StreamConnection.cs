using System.Threading.Channels;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Lines;

/// <summary>One connection of TCP or TLS: messages out of its bytes, and a bounded queue into it.</summary>
sealed class StreamConnection : IDisposable
{
    public delegate void Receiver(ReadOnlySpan<byte> message);

    /// <summary>Messages that wait for a peer that does not read; then the connection counts as lost.</summary>
    const int WaitingMax = 1_000;

    static readonly ReadOnlyMemory<byte> pong = "\r\n"u8.ToArray();

    readonly Channel<ReadOnlyMemory<byte>> waiting =
        Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    /// <returns>False when the connection takes no more.</returns>
    public bool Send(ReadOnlyMemory<byte> message) => waiting.Writer.TryWrite(message);

    /// <summary>Reads and writes until either side ends.</summary>
    public async Task Run(Stream stream, Receiver receive, CancellationToken stop)
    {
        await using var owned = stream;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var writing = Write(stream, over.Token);
        try
        {
            await Read(stream, receive, over.Token);
        }
        finally
        {
            await over.CancelAsync();
            waiting.Writer.TryComplete();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => waiting.Writer.TryComplete();

    async Task Read(Stream stream, Receiver receive, CancellationToken stop)
    {
        var frames = new StreamFrames();
        while (!frames.IsBroken && await stream.ReadAsync(frames.Free, stop) is var count and > 0)
        {
            frames.Fill(count);
            while (frames.TryTake(out var message))
            {
                if (frames.WantsPong) Send(pong);
                receive(message);
            }
            if (frames.WantsPong) Send(pong);
        }
    }

    async Task Write(Stream stream, CancellationToken stop)
    {
        await foreach (var message in waiting.Reader.ReadAllAsync(stop)) await stream.WriteAsync(message, stop);
    }
}
