using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Centrala.Testing;

/// <summary>A line to PostgreSQL that a test can cut on the way back: what was asked is done, and nobody learns of it.</summary>
public sealed class Wire : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly ConcurrentBag<Socket> sockets = [];
    readonly EndPoint server;
    volatile byte[]? needle;
    volatile bool swallows;

    Wire(EndPoint server, string connectionString)
    {
        this.server = server;
        listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
        _ = Accept();
    }

    /// <summary>The same database, reached over this line.</summary>
    public string ConnectionString { get; }

    public static Task<Wire> To(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var socket = Path.Combine(settings.Host!, $".s.PGSQL.{settings.Port}");
        return Task.FromResult(new Wire(new UnixDomainSocketEndPoint(socket), connectionString));
    }

    /// <summary>From the request that holds these bytes on, requests get through and answers do not: connections break instead.</summary>
    public void SwallowAnswerTo(byte[] request) => needle = request;

    /// <summary>New connections work again.</summary>
    public void Mend() => (needle, swallows) = (null, false);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        foreach (var socket in sockets) socket.Dispose();
        stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true) _ = Join(await listener.AcceptSocketAsync(stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task Join(Socket client)
    {
        var backend = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        sockets.Add(client);
        sockets.Add(backend);
        await backend.ConnectAsync(server);
        await Task.WhenAny(Copy(client, backend, answers: false), Copy(backend, client, answers: true));
        client.Dispose();
        backend.Dispose();
    }

    async Task Copy(Socket from, Socket to, bool answers)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is var length and > 0)
            {
                if (answers && swallows) return;
                if (needle is { } bytes && buffer.AsSpan(0, length).IndexOf(bytes) >= 0) swallows = true;
                await to.SendAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // One end is gone; the other is closed by the caller.
        }
    }
}
