using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Lines;

/// <summary>SIP over UDP: one socket, and a thread that reads it.</summary>
sealed class UdpPort : IDisposable
{
    const int ReceiveBufferBytes = 4 << 20;

    readonly Socket socket;
    readonly Sources sources;
    readonly Thread thread;
    SipLine? line;
    volatile bool isOver;

    public UdpPort(IPEndPoint at, Sources sources)
    {
        this.sources = sources;
        socket = new(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = ReceiveBufferBytes };
        socket.Bind(at);
        thread = new(Listen) { IsBackground = true, Name = "voice udp" };
    }

    public IPEndPoint At => (IPEndPoint)socket.LocalEndPoint!;

    public void Start(SipLine into)
    {
        line = into;
        thread.Start();
    }

    public void Send(Transmit transmit)
    {
        try
        {
            socket.SendTo(transmit.Datagram.Span, transmit.To.Remote);
        }
        catch (Exception lost) when (lost is SocketException or ObjectDisposedException)
        {
            // Datagrams get lost; the transaction sends again or gives up.
            VoiceMetrics.Dropped("unsendable");
        }
    }

    public void Dispose()
    {
        isOver = true;
        if (thread.IsAlive)
        {
            Wake();
            thread.Join();
        }
        socket.Dispose();
    }

    /// <summary>A closed socket may leave its reader waiting; a datagram does not.</summary>
    void Wake()
    {
        using var own = new Socket(At.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        var isAny = At.Address.Equals(IPAddress.Any) || At.Address.Equals(IPAddress.IPv6Any);
        var loopback = At.AddressFamily is AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        own.SendTo("\r\n"u8, new IPEndPoint(isAny ? loopback : At.Address, At.Port));
    }

    void Listen()
    {
        var bytes = new byte[SipParser.MessageBytesMax];
        var address = new SocketAddress(socket.AddressFamily);
        var endPoint = At;
        while (!isOver)
        {
            try
            {
                var length = socket.ReceiveFrom(bytes, SocketFlags.None, address);
                var from = (IPEndPoint)endPoint.Create(address);
                if (sources.MaySpeak(from.Address)) line!.Receive(bytes.AsSpan(0, length), new(SipTransport.Udp, from));
                else VoiceMetrics.Dropped("stranger");
            }
            catch (SocketException)
            {
                // A peer has closed its port: told by the network of an earlier datagram.
                VoiceMetrics.Dropped("unreadable");
            }
        }
    }
}
