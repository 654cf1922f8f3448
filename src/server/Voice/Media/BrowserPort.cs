using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Centrala.Protocols.WebRtc;

namespace Centrala.Server.Voice.Media;

/// <summary>
/// One UDP port for all agents' browsers, read by one thread. Who is who is told by the name in the first check of a path,
/// from then on by the address it came from.
/// </summary>
sealed class BrowserPort : IDisposable
{
    const int DatagramBytesMax = 2048, BufferBytes = 1 << 21, NameBytes = 6, PasswordBytes = 18;

    readonly ConcurrentDictionary<string, BrowserLeg> byName = new();
    readonly ConcurrentDictionary<UdpAddress, BrowserLeg> byAddress = new();
    readonly DtlsIdentity identity;
    readonly IPAddress told;
    readonly Thread thread;
    ulong sessions;
    volatile bool isOver;

    /// <param name="told">The address that browsers are told; the one bound, or a translator's in front of it.</param>
    /// <exception cref="DllNotFoundException">The system has no OpenSSL 3.</exception>
    public BrowserPort(IPEndPoint at, IPAddress told, DateTimeOffset now)
    {
        (this.told, identity) = (told, DtlsIdentity.Make(now));
        Socket = new(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = BufferBytes, SendBufferSize = BufferBytes };
        Socket.Bind(at);
        thread = new(Read) { IsBackground = true, Name = "voice browsers" };
        thread.Start();
    }

    public Socket Socket { get; }

    /// <returns>The leg, and this side's description of it.</returns>
    public (BrowserLeg Leg, string Answer) Open(Guid id, Guid person, PeerDescription offer)
    {
        var own = new IceCredentials(Letters(NameBytes), Letters(PasswordBytes));
        var leg = new BrowserLeg(id, person, own.Name, offer, new(own, offer, identity, NowMs), this);
        byName[own.Name] = leg;
        var port = ((IPEndPoint)Socket.LocalEndPoint!).Port;
        return (leg, offer.Answer(own, identity, new(told, port), ++sessions).ToString());
    }

    public void Forget(BrowserLeg leg)
    {
        byName.TryRemove(leg.Name, out _);
        foreach (var (address, one) in byAddress)
            if (one == leg) byAddress.TryRemove(address, out _);
    }

    public void TimePassed()
    {
        foreach (var leg in byName.Values) leg.TimePassed(NowMs);
        if (byAddress.Count <= IceLite.PathsMax * byName.Count) return;
        foreach (var (address, leg) in byAddress)
            if (!leg.IsProven(address)) byAddress.TryRemove(address, out _);
    }

    public void Dispose()
    {
        foreach (var leg in byName.Values) leg.Dispose();
        isOver = true;
        Socket.Dispose();
        thread.Join();
        identity.Dispose();
    }

    static long NowMs => (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;

    static string Letters(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));

    void Read()
    {
        var bytes = new byte[DatagramBytesMax];
        var from = new SocketAddress(AddressFamily.InterNetworkV6);
        while (!isOver)
        {
            try
            {
                var length = Socket.ReceiveFrom(bytes, SocketFlags.None, from);
                Take(bytes.AsSpan(0, length), UdpAddress.Of(from));
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // A browser's port was closed, or this one is.
            }
        }
    }

    void Take(Span<byte> datagram, in UdpAddress from)
    {
        var isCheck = StunMessage.TryRead(datagram, out var check);
        var leg = isCheck ? Named(check) : byAddress.GetValueOrDefault(from);
        if (leg is null || !leg.Receive(datagram, from, NowMs)) VoiceMetrics.Dropped("foreign-browser");
        else if (isCheck) byAddress[from] = leg;
    }

    /// <summary>A check calls both sides by their names: this one's, a colon, the browser's.</summary>
    BrowserLeg? Named(in StunMessage check)
    {
        if (!check.TryFind(StunAttribute.UserName, out var names)) return null;
        var end = names.IndexOf((byte)':');
        return end < 0 ? null : byName.GetValueOrDefault(Encoding.ASCII.GetString(names[..end]));
    }
}
