using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Sip;

namespace Centrala.Protocols.Tests.Sip;

/// <summary>A user agent on a real socket, for peers that nobody here wrote. What it is told, it does at once.</summary>
sealed class UdpTelephone : IDisposable
{
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(20);

    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    readonly Lock turn = new();
    readonly Thread thread;
    readonly Action<UdpTelephone, CallEvent> does;
    volatile bool isOver;

    public UdpTelephone(Action<UdpTelephone, CallEvent> does)
    {
        this.does = does;
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.ReceiveTimeout = (int)look.TotalMilliseconds;
        Agent = new(new($"127.0.0.1:{Port}", Capabilities.Telephone, "Test"), SipTimes.Standard, () => Guid.NewGuid().ToString("n"));
        thread = new(Listen) { IsBackground = true };
        thread.Start();
    }

    public UserAgent Agent { get; }

    public int Port => ((IPEndPoint)socket.LocalEndPoint!).Port;

    public DateTimeOffset Now => DateTimeOffset.UtcNow;

    public void Do(Action act)
    {
        lock (turn)
        {
            act();
            Drain();
        }
    }

    public void Dispose()
    {
        isOver = true;
        thread.Join();
        socket.Dispose();
    }

    void Listen()
    {
        var bytes = new byte[SipParser.MessageBytesMax];
        while (!isOver)
        {
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            var length = 0;
            try
            {
                length = socket.ReceiveFrom(bytes, ref from);
            }
            catch (SocketException quiet) when (quiet.SocketErrorCode is SocketError.TimedOut or SocketError.ConnectionRefused)
            {
                // Nothing came, or the peer has closed its port.
            }
            Do(() =>
            {
                if (length > 0) Agent.Receive(bytes.AsSpan(0, length), new(SipTransport.Udp, (IPEndPoint)from), Now);
                Agent.TimePassed(Now);
            });
        }
    }

    void Drain()
    {
        while (Agent.TryTake(out var told))
        {
            if (told is Transmit sent) socket.SendTo(sent.Datagram.Span, sent.To.Remote);
            else does(this, told);
        }
    }
}
