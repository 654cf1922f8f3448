using System.Net;
using System.Net.Sockets;

namespace Centrala.Bench.Voice;

/// <summary>Sends sound back to wherever it came from, so that nobody counts as silent.</summary>
sealed class Echo : IDisposable
{
    readonly Socket socket;
    readonly Thread thread;
    volatile bool isOver;

    public Echo(string address)
    {
        socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 200 };
        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        thread = new(Run) { IsBackground = true };
        thread.Start();
    }

    public int Port => ((IPEndPoint)socket.LocalEndPoint!).Port;

    public void Dispose()
    {
        isOver = true;
        thread.Join();
        socket.Dispose();
    }

    void Run()
    {
        var packet = new byte[2048];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        while (!isOver)
        {
            try
            {
                var length = socket.ReceiveFrom(packet, SocketFlags.None, from);
                socket.SendTo(packet.AsSpan(0, length), SocketFlags.None, from);
            }
            catch (SocketException)
            {
                // Nothing came for a while, or the other side has closed its port.
            }
        }
    }
}
