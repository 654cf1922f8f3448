using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Centrala.Server.Voice.Media;

/// <summary>Opens sockets on an even port of the range and the next one, for reports, for each leg; by lot, so that nobody can tell the next one.</summary>
sealed class MediaPorts(VoiceSettings settings, MediaReceiver receiver)
{
    const int Attempts = 100, BufferBytes = 1 << 18;

    readonly IPAddress address = settings.Listen.All.First().At.Address;

    /// <returns>The leg, and what closes it; null when every port that was tried was taken.</returns>
    public OpenLeg? Open()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32((settings.MediaPortMin + 1) / 2, (settings.MediaPortMax + 1) / 2) * 2;
            if (Bind(port) is not { } socket) continue;
            if (Bind(port + 1) is not { } control)
            {
                socket.Dispose();
                continue;
            }
            var leg = new PortLeg(socket, control);
            return new(leg, receiver, receiver.Add(leg));
        }
        return null;
    }

    /// <returns>Null when the port is taken.</returns>
    Socket? Bind(int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false, ReceiveBufferSize = BufferBytes };
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}

/// <summary>A leg that is read until it is closed.</summary>
sealed class OpenLeg(PortLeg leg, MediaReceiver receiver, long number) : IDisposable
{
    public PortLeg Leg => leg;

    public void Dispose()
    {
        receiver.Remove(number);
        leg.Dispose();
    }
}
