using System.Net.Sockets;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice;

/// <summary>Lets the centre in: one at a time, the latest, for an earlier one is gone or hangs.</summary>
sealed class ExchangeDoor(Exchange exchange, string dataFolder) : IDisposable
{
    readonly Socket socket = LinkSocket.Listen(dataFolder);

    /// <summary>Until it is stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            while (true) _ = Serve(await socket.AcceptAsync(stop), stop);
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // Asked for.
        }
    }

    public void Dispose() => socket.Dispose();

    async Task Serve(Socket accepted, CancellationToken stop)
    {
        await using var stream = new NetworkStream(accepted, ownsSocket: true);
        await exchange.Link.Run(stream, await exchange.Hello(), stop);
    }
}
