using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Lines;

/// <summary>SIP over TCP or TLS: connections that peers open, and those that this side opens to send.</summary>
sealed class StreamPort(SipTransport transport, Sources sources, SslStreamCertificateContext? certificate, Func<Hop, string?> nameOf) : IDisposable
{
    /// <summary>Connections at once; beyond it new ones are closed.</summary>
    public const int ConnectionsMax = 2_000;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<Hop, StreamConnection> connections = new();
    readonly CancellationTokenSource stop = new();
    TcpListener? listener;
    SipLine? line;

    public IPEndPoint At => (IPEndPoint)listener!.LocalEndpoint;

    public void Bind(IPEndPoint at)
    {
        listener = new(at);
        listener.Start();
    }

    public void Start(SipLine into)
    {
        line = into;
        _ = Accept();
    }

    public void Send(Transmit transmit)
    {
        var connection = connections.GetOrAdd(transmit.To, to =>
        {
            var made = new StreamConnection();
            _ = Connect(made, to);
            return made;
        });
        if (!connection.Send(transmit.Datagram)) Fail(transmit.To);
    }

    public void Dispose()
    {
        stop.Cancel();
        listener?.Dispose();
        foreach (var one in connections.Values) one.Dispose();
    }

    async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var socket = await listener!.AcceptSocketAsync(stop.Token);
                var hop = new Hop(transport, (IPEndPoint)socket.RemoteEndPoint!);
                if (connections.Count < ConnectionsMax && sources.MaySpeak(hop.Remote.Address)) _ = Serve(socket, hop);
                else socket.Dispose();
            }
            catch (SocketException)
            {
                // That connection was gone again.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task Serve(Socket socket, Hop hop)
    {
        using var connection = connections[hop] = new();
        await Run(connection, hop, async cancel =>
        {
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (certificate is null) return stream;
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate }, cancel);
            return secure;
        });
    }

    async Task Connect(StreamConnection connection, Hop hop)
    {
        using var made = connection;
        await Run(connection, hop, async cancel =>
        {
            var socket = new Socket(hop.Remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(hop.Remote, cancel);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (transport is not SipTransport.Tls) return stream;
            var secure = new SslStream(stream);
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = nameOf(hop) ?? hop.Remote.Address.ToString() }, cancel);
            return secure;
        });
    }

    async Task Run(StreamConnection connection, Hop hop, Func<CancellationToken, Task<Stream>> open)
    {
        try
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            soon.CancelAfter(patience);
            await connection.Run(await open(soon.Token), message => line!.Receive(message, hop), stop.Token);
        }
        catch (Exception gone) when (gone is IOException or SocketException or AuthenticationException or OperationCanceledException
            or ObjectDisposedException)
        {
            VoiceMetrics.Dropped("connection");
        }
        finally
        {
            connections.TryRemove(hop, out _);
            Fail(hop);
        }
    }

    void Fail(Hop hop)
    {
        if (!stop.IsCancellationRequested) line!.Post(at => line.Agent.TransportFailed(hop, at));
    }
}
