using System.Runtime.InteropServices;

namespace Centrala.Protocols.WebRtc;

public enum DtlsState
{
    Handshaking,
    Established,
    /// <summary>The peer said good-bye.</summary>
    Closed,
    /// <summary>There will be no agreement with this peer.</summary>
    Failed,
}

/// <summary>
/// One handshake of DTLS 1.2 by OpenSSL, from which SRTP gets its keys (RFC 5764). For one thread at a time. OpenSSL has a
/// clock of its own for what it repeats: it is asked at every <see cref="TimePassed"/>.
/// </summary>
public sealed class DtlsSession : IDisposable
{
    const int DatagramMax = 1200, RecordHeadBytes = 13, RecordLengthAt = 11, DrainBytes = 16_384;
    const uint FirstTimerMicroseconds = 200_000, TimerMicrosecondsMax = 3_200_000;
    const string KeyLabel = "EXTRACTOR-dtls_srtp";

    // OpenSSL would wait a whole second before it repeats its first flight: two losses would cost three.
    static readonly OpenSsl.NextTimer timer = (_, last) => last == 0 ? FirstTimerMicroseconds : Math.Min(2 * last, TimerMicrosecondsMax);

    readonly Queue<byte[]> outgoing = [];
    readonly byte[] drained = new byte[DrainBytes];
    readonly nint input = OpenSsl.BIO_new(OpenSsl.BIO_s_mem()), output = OpenSsl.BIO_new(OpenSsl.BIO_s_mem());
    nint session;

    /// <param name="begins">Whether this side says hello; otherwise it waits for the peer's.</param>
    public DtlsSession(DtlsIdentity own, bool begins)
    {
        session = OpenSsl.SSL_new(own.Context);
        OpenSsl.SSL_set_bio(session, input, output);
        _ = OpenSsl.SSL_ctrl(session, OpenSsl.MtuControl, DatagramMax, 0);
        OpenSsl.DTLS_set_timer_cb(session, timer);
        if (begins) OpenSsl.SSL_set_connect_state(session);
        else OpenSsl.SSL_set_accept_state(session);
        if (begins) Advance();
    }

    public DtlsState State { get; private set; }

    /// <summary>Which protection of media both sides know; null when none.</summary>
    public SrtpProfile? Profile
    {
        get
        {
            var chosen = OpenSsl.SSL_get_selected_srtp_profile(session);
            // A name, then a number of the platform's width.
            return chosen == 0 ? null : (SrtpProfile)(int)Marshal.ReadIntPtr(chosen, nint.Size);
        }
    }

    /// <summary>The fingerprint of the certificate that the peer has proven to own; null when it has none.</summary>
    public string? PeerFingerprint
    {
        get
        {
            var certificate = OpenSsl.SSL_get1_peer_certificate(session);
            if (certificate == 0) return null;
            var bytes = Encoded(certificate);
            OpenSsl.X509_free(certificate);
            return DtlsIdentity.FingerprintOf(bytes);
        }
    }

    /// <summary>Takes one datagram; what is no DTLS is passed over.</summary>
    public void Receive(ReadOnlySpan<byte> datagram)
    {
        if (State is DtlsState.Failed or DtlsState.Closed || datagram.IsEmpty) return;
        _ = OpenSsl.BIO_write(input, ref MemoryMarshal.GetReference(datagram), datagram.Length);
        Advance();
        // Half a record of this datagram must not be taken for the beginning of the next.
        _ = OpenSsl.BIO_ctrl(input, OpenSsl.ResetControl, 0, 0);
    }

    /// <summary>Repeats what was lost, when it is time.</summary>
    public void TimePassed()
    {
        if (State is not DtlsState.Handshaking) return;
        OpenSsl.ERR_clear_error();
        _ = OpenSsl.SSL_ctrl(session, OpenSsl.HandleTimeoutControl, 0, 0);
        Drain();
    }

    public bool TryTake(out byte[] datagram) => outgoing.TryDequeue(out datagram!);

    /// <summary>Says good-bye, as far as there is somebody to say it to.</summary>
    public void Close()
    {
        if (State is not DtlsState.Established) return;
        OpenSsl.ERR_clear_error();
        _ = OpenSsl.SSL_shutdown(session);
        Drain();
        State = DtlsState.Closed;
    }

    /// <summary>Keys that only both sides know: client's, server's, then their salts.</summary>
    public byte[] ExportKeys(int length)
    {
        var keys = new byte[length];
        if (OpenSsl.SSL_export_keying_material(session, keys, length, KeyLabel, KeyLabel.Length, 0, 0, 0) != 1) State = DtlsState.Failed;
        return keys;
    }

    public void Dispose()
    {
        // With it go the two that it reads and writes.
        if (session != 0) OpenSsl.SSL_free(session);
        session = 0;
    }

    void Advance()
    {
        OpenSsl.ERR_clear_error();
        if (State is DtlsState.Handshaking) Settle(OpenSsl.SSL_do_handshake(session), DtlsState.Established, DtlsState.Failed);
        if (State is DtlsState.Established)
            // Nobody says anything over it; but only who reads hears the good-bye.
            Settle(OpenSsl.SSL_read(session, ref drained[0], drained.Length), DtlsState.Established, DtlsState.Closed);
        Drain();
    }

    void Settle(int result, DtlsState whenDone, DtlsState whenOver)
    {
        if (result > 0) State = whenDone;
        else if (OpenSsl.SSL_get_error(session, result) != OpenSsl.WantRead) State = whenOver;
    }

    /// <summary>OpenSSL's memory knows no datagrams: they are cut between records again, as many in one as fit.</summary>
    void Drain()
    {
        var length = OpenSsl.BIO_read(output, ref drained[0], drained.Length);
        for (var (begin, end) = (0, 0); end < length; begin = end)
        {
            while (end + RecordHeadBytes <= length && (end == begin || Next(end) - begin <= DatagramMax)) end = Math.Min(Next(end), length);
            if (end == begin) return;
            outgoing.Enqueue(drained[begin..end]);
        }
    }

    int Next(int record) => record + RecordHeadBytes + (drained[record + RecordLengthAt] << 8 | drained[record + RecordLengthAt + 1]);

    static byte[] Encoded(nint certificate)
    {
        var bytes = new byte[Math.Max(0, OpenSsl.i2d_X509(certificate, 0))];
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        var to = pinned.AddrOfPinnedObject();
        _ = OpenSsl.i2d_X509(certificate, ref to);
        pinned.Free();
        return bytes;
    }
}
