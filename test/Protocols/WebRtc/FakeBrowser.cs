using System.Net;
using System.Text;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.WebRtc;

namespace Centrala.Protocols.Tests.WebRtc;

/// <summary>The other side of a <see cref="WebRtcPeer"/>: asks, shakes hands and talks as a browser does, over no network.</summary>
sealed class FakeBrowser : IDisposable
{
    public static readonly UdpAddress Home = UdpAddress.Of(new IPEndPoint(IPAddress.Parse("192.0.2.9"), 40_000));

    static readonly DateTimeOffset day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly IceCredentials Theirs = new("brow", "browserbrowserbrowser0"), Ours = new("serv", "serverserverserverserv0");

    readonly DtlsIdentity identity = DtlsIdentity.Make(day), server = DtlsIdentity.Make(day);
    byte next;

    /// <param name="fingerprint">What the offer says; null: the truth.</param>
    public FakeBrowser(string? fingerprint = null)
    {
        Offer = PeerDescription.Read(Encoding.UTF8.GetBytes(Described(fingerprint ?? identity.Fingerprint)), out var problem)
            ?? throw new InvalidOperationException(problem);
        Peer = new(Ours, Offer, server, 0);
        Dtls = new(identity, begins: true);
    }

    public PeerDescription Offer { get; }

    public DtlsIdentity Server => server;

    public WebRtcPeer Peer { get; }

    public DtlsSession Dtls { get; }

    public SrtpSender? Sender { get; private set; }

    public SrtpReceiver? Receiver { get; private set; }

    /// <summary>A check of the path, signed with a password.</summary>
    public byte[] Check(string? password = null) => new StunWriter(StunType.BindingRequest, [++next, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
        .Add(StunAttribute.UserName, Encoding.ASCII.GetBytes($"{Ours.Name}:{Theirs.Name}"))
        .Add(StunAttribute.UseCandidate, []).Add(StunAttribute.IceControlling, new byte[8])
        .Sign(Encoding.ASCII.GetBytes(password ?? Ours.Password));

    public PeerContent Give(byte[] datagram, UdpAddress? from = null, long atMs = 1) => Peer.Receive(datagram.ToArray(), from ?? Home, atMs, out _);

    /// <summary>Carries handshakes to and fro until nothing is left to carry.</summary>
    public void Shake(long atMs = 1)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            while (Dtls.TryTake(out var hello)) moved |= Give(hello, atMs: atMs) is not PeerContent.Refused;
            while (Peer.TryTake(out var datagram, out _))
                if (datagram[0] > 3)
                {
                    Dtls.Receive(datagram);
                    moved = true;
                }
        }
        if (Dtls.State is not DtlsState.Established || Sender is not null || Dtls.Profile is not { } profile) return;
        var (client, own) = SrtpKeys.Cut(profile, Dtls.ExportKeys(SrtpKeys.ExportBytes(profile)));
        (Sender, Receiver) = (new(client), new(own));
    }

    /// <summary>A packet of sound as this side would send it now.</summary>
    public byte[] Sound(ushort sequence)
    {
        var buffer = new byte[172 + SrtpSender.Overhead];
        var length = Sender!.Protect(buffer, new RtpPacket(0, false, sequence, 160u * sequence, 5, new byte[160]).Write(buffer));
        return buffer[..length];
    }

    public void Dispose()
    {
        Peer.Dispose();
        Dtls.Dispose();
        Sender?.Dispose();
        Receiver?.Dispose();
        identity.Dispose();
        server.Dispose();
    }

    static string Described(string fingerprint) => $"""
        v=0
        o=- 46117317 2 IN IP4 127.0.0.1
        s=-
        t=0 0
        a=group:BUNDLE 0 1
        a=msid-semantic: WMS
        m=audio 9 UDP/TLS/RTP/SAVPF 111 9 0 8 110 126
        c=IN IP4 0.0.0.0
        a=ice-ufrag:{Theirs.Name}
        a=ice-pwd:{Theirs.Password}
        a=fingerprint:sha-256 {fingerprint}
        a=setup:actpass
        a=mid:0
        a=sendrecv
        a=rtcp-mux
        a=rtpmap:111 opus/48000/2
        a=rtpmap:9 G722/8000
        a=rtpmap:0 PCMU/8000
        a=rtpmap:8 PCMA/8000
        a=rtpmap:110 telephone-event/48000
        a=rtpmap:126 telephone-event/8000
        m=application 9 UDP/DTLS/SCTP webrtc-datachannel
        c=IN IP4 0.0.0.0
        a=mid:1

        """;
}
