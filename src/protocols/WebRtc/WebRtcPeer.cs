namespace Centrala.Protocols.WebRtc;

public enum PeerState
{
    Connecting,
    /// <summary>The peer has proven itself: sound may go.</summary>
    Connected,
    Over,
}

/// <summary>What a datagram was.</summary>
public enum PeerContent
{
    /// <summary>Nothing that its receiver need know.</summary>
    None,
    /// <summary>RTP, readable now.</summary>
    Sound,
    /// <summary>RTCP, readable now.</summary>
    Control,
    /// <summary>Not the peer's, or damaged, or come twice.</summary>
    Refused,
}

/// <summary>
/// One browser: from its first datagram to protected sound both ways. Who does not know the password of this session is not
/// answered; who was not heard from with it gets no handshake; who does not own the certificate that was described gets no
/// media. For one thread at a time.
/// </summary>
public sealed class WebRtcPeer(IceCredentials own, PeerDescription peer, DtlsIdentity identity, long atMs) : IDisposable
{
    /// <summary>From the answer to protected sound: address and handshake together.</summary>
    public const long ConnectMs = 10_000;

    const long StepMs = 50;

    readonly IceLite ice = new(own, peer.Ice);
    readonly Queue<(byte[] Datagram, UdpAddress To)> outgoing = [];
    DtlsSession? dtls;
    SrtpSender? sender;
    SrtpReceiver? receiver;

    public PeerState State { get; private set; }

    /// <summary>Why it is over, for a log; null before.</summary>
    public string? Why { get; private set; }

    /// <summary>Where sound goes to; null as long as, or since, the peer is nowhere.</summary>
    public UdpAddress? Path => ice.Path;

    /// <summary>When to call <see cref="TimePassed"/>; null once it is over.</summary>
    public long? NextDeadlineMs { get; private set; } = atMs + StepMs;

    public bool IsProven(in UdpAddress from) => ice.IsProven(from);

    /// <param name="datagram">Written over where it is opened.</param>
    /// <param name="length">Of the sound or report, which begins where the datagram did.</param>
    public PeerContent Receive(Span<byte> datagram, in UdpAddress from, long nowMs, out int length)
    {
        length = 0;
        if (datagram.IsEmpty || State is PeerState.Over) return PeerContent.Refused;
        // RFC 7983: the first byte tells them apart.
        return datagram[0] switch
        {
            <= 3 => Check(datagram, from, nowMs),
            _ when !ice.IsProven(from) => PeerContent.Refused,
            >= 20 and <= 63 => Shake(datagram),
            >= 128 and <= 191 => Open(datagram, out length),
            _ => PeerContent.Refused,
        };
    }

    public void TimePassed(long nowMs)
    {
        if (State is PeerState.Over) return;
        NextDeadlineMs = nowMs + (State is PeerState.Connecting ? StepMs : ConnectMs / 10);
        ice.TimePassed(nowMs);
        if (dtls is not null)
        {
            dtls.TimePassed();
            Look();
        }
        if (State is PeerState.Connecting && nowMs - atMs > ConnectMs) End(ice.Path is null ? "never heard" : "no handshake");
        else if (State is PeerState.Connected && ice.Path is null) End("silent");
    }

    public bool TryTake(out byte[] datagram, out UdpAddress to)
    {
        var isThere = outgoing.TryDequeue(out var one);
        (datagram, to) = one;
        return isThere;
    }

    /// <summary>Makes an RTP packet ready to go, where it lies; <see cref="SrtpSender.Overhead"/> bytes must be free behind it.</summary>
    /// <returns>How long it is now; 0 when nobody is there.</returns>
    public int Protect(Span<byte> buffer, int length) => State is PeerState.Connected ? sender!.Protect(buffer, length) : 0;

    /// <summary>As <see cref="Protect"/>, for RTCP.</summary>
    public int ProtectControl(Span<byte> buffer, int length) => State is PeerState.Connected ? sender!.ProtectControl(buffer, length) : 0;

    /// <summary>Says good-bye; what is to be sent can still be taken.</summary>
    public void Close()
    {
        if (State is PeerState.Over) return;
        dtls?.Close();
        Look();
        End("closed here");
    }

    public void Dispose()
    {
        dtls?.Dispose();
        sender?.Dispose();
        receiver?.Dispose();
    }

    PeerContent Check(ReadOnlySpan<byte> datagram, in UdpAddress from, long nowMs)
    {
        if (ice.Answer(datagram, from, nowMs) is not { } answer) return PeerContent.Refused;
        outgoing.Enqueue((answer, from));
        if (!peer.PeerBegins && dtls is null)
        {
            dtls = new(identity, begins: true);
            Look();
        }
        return PeerContent.None;
    }

    PeerContent Shake(ReadOnlySpan<byte> datagram)
    {
        dtls ??= new(identity, begins: false);
        dtls.Receive(datagram);
        Look();
        return PeerContent.None;
    }

    PeerContent Open(Span<byte> datagram, out int length)
    {
        length = 0;
        if (receiver is null) return PeerContent.Refused;
        if (Rtp.RtpPacket.IsControl(datagram)) return receiver.TryOpenControl(datagram, out length) ? PeerContent.Control : PeerContent.Refused;
        return receiver.TryOpen(datagram, out length) ? PeerContent.Sound : PeerContent.Refused;
    }

    void Look()
    {
        while (dtls!.TryTake(out var datagram))
            if (ice.Path is { } path) outgoing.Enqueue((datagram, path));
        if (dtls.State is DtlsState.Failed) End("the handshake failed");
        else if (dtls.State is DtlsState.Closed && State is not PeerState.Over) End("closed there");
        else if (dtls.State is DtlsState.Established && State is PeerState.Connecting) Agree(dtls);
    }

    void Agree(DtlsSession done)
    {
        if (done.PeerFingerprint != peer.Fingerprint) End("another's certificate");
        else if (done.Profile is not { } profile) End("no protection in common");
        else
        {
            var (client, server) = SrtpKeys.Cut(profile, done.ExportKeys(SrtpKeys.ExportBytes(profile)));
            (receiver, sender) = peer.PeerBegins ? (new(client), new(server)) : (new SrtpReceiver(server), new SrtpSender(client));
            State = PeerState.Connected;
        }
    }

    void End(string why)
    {
        (State, Why, NextDeadlineMs) = (PeerState.Over, why, null);
    }
}
