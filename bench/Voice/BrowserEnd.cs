using System.Net;
using System.Net.Sockets;
using System.Text;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;
using Centrala.Protocols.WebRtc;

namespace Centrala.Bench.Voice;

/// <summary>The other end of a browser's leg: asks, shakes hands, and sends and hears protected sound, as a browser does.</summary>
sealed class BrowserEnd : IDisposable
{
    const int DatagramBytesMax = 2048;
    const long CheckEveryMs = 5_000;

    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
    readonly byte[] bytes = new byte[DatagramBytesMax];
    readonly IceCredentials own = new("brow", "browserbrowserbrowser0");
    readonly DtlsSession dtls;
    readonly DtlsIdentity identity;
    IceCredentials? theirs;
    SrtpSender? sender;
    SrtpReceiver? receiver;
    byte checks;
    long checkAtMs;

    public BrowserEnd(DtlsIdentity identity)
    {
        this.identity = identity;
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        dtls = new(identity, begins: true);
    }

    /// <summary>How what comes from the centre is received.</summary>
    public ReceptionStatistics Reception { get; } = new();

    public bool IsReady => sender is not null;

    public string Offer => string.Join("\r\n",
        "v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", "m=audio 9 UDP/TLS/RTP/SAVPF 0", "c=IN IP4 0.0.0.0",
        $"a=ice-ufrag:{own.Name}", $"a=ice-pwd:{own.Password}", $"a=fingerprint:sha-256 {identity.Fingerprint}", "a=setup:actpass",
        "a=mid:0", "a=sendrecv", "a=rtcp-mux", "a=rtpmap:0 PCMU/8000", "");

    public void Take(string answer)
    {
        var media = SdpParser.Parse(Encoding.UTF8.GetBytes(answer), out _)!.Media[0];
        string Of(string name) => media.Attributes.First(one => one.Name == name).Value!;
        theirs = new(Of("ice-ufrag"), Of("ice-pwd"));
        socket.Connect(new IPEndPoint(IPAddress.Loopback, media.Port));
    }

    /// <summary>Reads what has come, and says what is due.</summary>
    /// <param name="heard">Hears every packet of sound.</param>
    public void Turn(long atMs, Action<RtpPacket> heard)
    {
        if (atMs >= checkAtMs) Check(atMs);
        while (socket.Available > 0)
        {
            var length = socket.Receive(bytes);
            if (bytes[0] is >= 20 and <= 63) dtls.Receive(bytes.AsSpan(0, length));
            else if (bytes[0] >= 128 && !RtpPacket.IsControl(bytes)) Hear(length, atMs, heard);
        }
        if (IsReady) return;
        dtls.TimePassed();
        while (dtls.TryTake(out var datagram)) socket.Send(datagram);
        if (dtls.State is not DtlsState.Established || dtls.Profile is not { } profile) return;
        var (client, server) = SrtpKeys.Cut(profile, dtls.ExportKeys(SrtpKeys.ExportBytes(profile)));
        (sender, receiver) = (new(client), new(server));
    }

    /// <param name="packet">Begins with an RTP packet; room for its protection behind it.</param>
    public void Send(Span<byte> packet, int length) => socket.Send(packet[..sender!.Protect(packet, length)]);

    public void Dispose()
    {
        dtls.Dispose();
        sender?.Dispose();
        receiver?.Dispose();
        socket.Dispose();
    }

    void Hear(int length, long atMs, Action<RtpPacket> heard)
    {
        if (receiver is null || !receiver.TryOpen(bytes.AsSpan(0, length), out var plain)) return;
        if (!RtpPacket.TryRead(bytes.AsSpan(0, plain), out var packet)) return;
        Reception.Count(packet, atMs * SessionReports.TicksPerMs);
        heard(packet);
    }

    void Check(long atMs)
    {
        checkAtMs = atMs + (IsReady ? CheckEveryMs : 100);
        var signed = new StunWriter(StunType.BindingRequest, [++checks, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
            .Add(StunAttribute.UserName, Encoding.ASCII.GetBytes($"{theirs!.Name}:{own.Name}"))
            .Add(StunAttribute.UseCandidate, []).Add(StunAttribute.IceControlling, new byte[8])
            .Sign(Encoding.ASCII.GetBytes(theirs.Password));
        socket.Send(signed);
    }
}
