using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;
using Centrala.Protocols.WebRtc;

namespace Centrala.Server.Voice.Media;

/// <summary>
/// One party's sound: G.711 over RTP, 20 ms a packet. What comes in waits in a jitter buffer until the media clock takes it.
/// Only the party itself is heard: packets from anybody else, or of another codec, are dropped.
/// </summary>
/// <param name="socket">Bound.</param>
abstract class MediaLeg(Socket socket) : IDisposable
{
    /// <summary>How long a relayed key is held, in ticks of 8 kHz: 100 ms.</summary>
    const ushort KeyTicks = 800;

    /// <summary>After a pause this long the stream begins anew, at the time it is then.</summary>
    const long PauseMs = 200;

    readonly JitterBuffer jitter = new();
    readonly KeyReader keys = new();
    readonly Queue<char> heardKeys = new(), keysToSend = new();
    readonly byte[] packet = new byte[RtpPacket.HeaderBytes + JitterBuffer.FrameSamples + SrtpSender.Overhead];
    readonly short[] decoded = new short[JitterBuffer.FrameSamples];
    ushort sequence = BitConverter.ToUInt16(RandomNumberGenerator.GetBytes(2));
    uint timestamp = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    long sentAtMs;
    KeyWriter? pressing;

    public Socket Socket => socket;

    /// <summary>What the answering machine and the party say to each other.</summary>
    public Speech Speech { get; } = new();

    /// <summary>Where in the music it is.</summary>
    public int MusicAt { get; set; }

    /// <summary>Set while it waits for somebody: it hears music.</summary>
    public bool Waits { get; set; }

    /// <summary>The party put the others on hold: it wants to hear nothing.</summary>
    public abstract bool IsHolding { get; }

    /// <summary>When the party was last heard, in milliseconds of the media clock; 0: never.</summary>
    public long HeardAtMs { get; private set; }

    /// <summary>Taken for whatever the legs of a bridge share with the network's threads.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>The name of this side's stream.</summary>
    protected uint Own { get; } = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));

    /// <summary>What both sides speak; null before they have agreed.</summary>
    protected AudioAgreement? Agreed { get; set; }

    /// <summary>Where sound goes; null while there is nobody.</summary>
    protected abstract SocketAddress? Target { get; }

    /// <summary>The next 20 ms of the party; silence where there is nothing.</summary>
    public bool Take(Span<short> frame)
    {
        lock (Gate) return jitter.Take(frame);
    }

    /// <returns>A key that the party pressed; null when none.</returns>
    public char? TakeKey()
    {
        lock (Gate) return heardKeys.TryDequeue(out var key) ? key : null;
    }

    /// <summary>Has the party hear a key that somebody else pressed; nothing where it takes none.</summary>
    public void Press(char key)
    {
        lock (Gate)
            if (Agreed?.TelephoneEvents is not null) keysToSend.Enqueue(key);
    }

    /// <summary>Sends 20 ms to the party; on the media clock's thread.</summary>
    public void Send(ReadOnlySpan<short> frame)
    {
        int length;
        SocketAddress target;
        lock (Gate)
        {
            var begins = GoOn();
            if (Agreed is null || Target is not { } there || IsHolding) return;
            length = Seal(packet, Write(frame, begins));
            target = there;
        }
        if (length > 0) Transmit(packet.AsSpan(0, length), target);
    }

    public abstract void Dispose();

    protected void Transmit(ReadOnlySpan<byte> datagram, SocketAddress target)
    {
        try
        {
            socket.SendTo(datagram, SocketFlags.None, target);
        }
        catch (Exception lost) when (lost is SocketException or ObjectDisposedException)
        {
            // Sound that cannot be sent is lost sound; whether the party is gone, its own silence tells.
            VoiceMetrics.Dropped("unsendable-rtp");
        }
    }

    /// <summary>Makes a packet ready to go, where it lies.</summary>
    /// <returns>Its length then; 0 when it is not to go.</returns>
    protected virtual int Seal(Span<byte> buffer, int length) => length;

    /// <summary>Takes a packet of the party's; with the gate.</summary>
    protected void HearPacket(in RtpPacket read, long atMs)
    {
        if (read.PayloadType == Agreed!.TelephoneEvents) Hear(keys.Read(read), atMs);
        else if (read.PayloadType == Agreed.Codec.Number && read.Payload.Length == JitterBuffer.FrameSamples) Hear(read, atMs);
        else VoiceMetrics.Dropped("other-codec");
    }

    /// <returns>Whether a stretch of sound begins: what its hearer is told, for whom time went on meanwhile.</returns>
    bool GoOn()
    {
        var nowMs = (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;
        var pauseMs = nowMs - sentAtMs;
        var begins = sentAtMs == 0 || pauseMs > PauseMs;
        timestamp += sentAtMs > 0 && begins ? (uint)(pauseMs / JitterBuffer.FrameMs * JitterBuffer.FrameSamples) : JitterBuffer.FrameSamples;
        sequence++;
        sentAtMs = nowMs;
        return begins;
    }

    void Hear(in RtpPacket read, long atMs)
    {
        if (IsALaw) G711.DecodeA(read.Payload, decoded);
        else G711.DecodeMu(read.Payload, decoded);
        jitter.Put(read, decoded, atMs);
        HeardAtMs = atMs;
    }

    void Hear(char? key, long atMs)
    {
        HeardAtMs = atMs;
        if (key is { } pressed) heardKeys.Enqueue(pressed);
    }

    bool IsALaw => Agreed!.Codec.Is(SdpCodec.Pcma);

    int Write(ReadOnlySpan<short> frame, bool begins)
    {
        if (pressing is null && keysToSend.TryDequeue(out var key) && TelephoneEvent.CodeOf(key) is { } code)
            pressing = new(code, timestamp, KeyTicks, JitterBuffer.FrameSamples);
        return pressing is null ? WriteSound(frame, begins) : WriteKey(pressing);
    }

    int WriteSound(ReadOnlySpan<short> frame, bool begins)
    {
        Span<byte> payload = stackalloc byte[JitterBuffer.FrameSamples];
        if (IsALaw) G711.EncodeA(frame, payload);
        else G711.EncodeMu(frame, payload);
        return new RtpPacket((byte)Agreed!.Codec.Number, begins, sequence, timestamp, Own, payload).Write(packet);
    }

    int WriteKey(KeyWriter key)
    {
        Span<byte> payload = stackalloc byte[TelephoneEvent.Bytes];
        key.Next(out var isFirst).Write(payload);
        if (key.IsOver) pressing = null;
        return new RtpPacket((byte)Agreed!.TelephoneEvents!.Value, isFirst, sequence, key.Timestamp, Own, payload).Write(packet);
    }
}
