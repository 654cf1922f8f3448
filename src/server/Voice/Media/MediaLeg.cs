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
abstract class MediaLeg : IDisposable
{
    /// <summary>How long a relayed key is held, in ticks of 8 kHz: 100 ms.</summary>
    const ushort KeyTicks = 800;

    /// <summary>After a pause this long the stream begins anew, at the time it is then.</summary>
    const long PauseMs = 200;

    readonly JitterBuffer jitter = new();
    readonly VoiceActivity activity = new();
    readonly ComfortNoise noise = new();
    readonly KeyListener listener = new();
    readonly SessionReports reports;
    readonly KeyReader keys = new();
    readonly Queue<char> heardKeys = new(), keysToSend = new();
    readonly byte[] packet = new byte[RtpPacket.HeaderBytes + JitterBuffer.FrameSamples + SrtpSender.Overhead];
    readonly short[] decoded = new short[JitterBuffer.FrameSamples];
    ushort sequence = BitConverter.ToUInt16(RandomNumberGenerator.GetBytes(2));
    uint timestamp = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    long sentAtMs, spokenFrames;
    KeyWriter? pressing;
    KeySound? sounding;
    readonly short[] tones = new short[JitterBuffer.FrameSamples];

    protected MediaLeg(Socket socket)
    {
        Socket = socket;
        reports = new(Own, Random.Shared.NextDouble);
    }

    public Socket Socket { get; }

    /// <summary>What the answering machine and the party say to each other.</summary>
    public Speech Speech { get; } = new();

    /// <summary>Where in the music it is.</summary>
    public int MusicAt { get; set; }

    /// <summary>Set while it waits for somebody: it hears music.</summary>
    public bool Waits { get; set; }

    /// <summary>The party put the others on hold: it wants to hear nothing.</summary>
    public abstract bool IsHolding { get; }

    /// <summary>When the party, or a report of its device, was last heard, or else sound first sent; in milliseconds of the
    /// stopwatch. 0: none of it.</summary>
    public long AliveAtMs { get; private set; }

    /// <summary>The party speaks, or has a moment ago.</summary>
    public bool Speaks { get; private set; }

    /// <summary>What was counted since the beginning.</summary>
    public LegCounts Counts
    {
        get
        {
            lock (Gate)
            {
                var heard = reports.Reception;
                return new(Agreed?.Codec.Name ?? "", heard.ExpectedInAll, heard.LostInAll, jitter.Counts.Late, heard.UnevenTicks,
                    jitter.TargetMs, reports.RoundTripMs, reports.Sent, reports.Theirs?.Lost, spokenFrames);
            }
        }
    }

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
        lock (Gate)
        {
            var isThere = jitter.Take(frame);
            Speaks = isThere && activity.Hear(frame);
            if (Speaks) spokenFrames++;
            if (isThere && Agreed?.TelephoneEvents is null) Hear(listener.Hear(frame));
            if (!isThere && noise.IsOn) noise.Fill(frame);
            return isThere;
        }
    }

    /// <returns>A key that the party pressed; null when none.</returns>
    public char? TakeKey()
    {
        lock (Gate) return heardKeys.TryDequeue(out var key) ? key : null;
    }

    /// <summary>Has the party hear a key that somebody else pressed: told in packets, or as tones where its device takes none.</summary>
    public void Press(char key)
    {
        lock (Gate)
            if (TelephoneEvent.CodeOf(key) is not null) keysToSend.Enqueue(key);
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
            var plain = Write(frame, begins);
            reports.Send(timestamp, plain - RtpPacket.HeaderBytes, sentAtMs);
            if (AliveAtMs == 0) AliveAtMs = sentAtMs;
            length = Seal(packet, plain);
            target = there;
        }
        if (length > 0) Transmit(packet.AsSpan(0, length), target);
    }

    public abstract void Dispose();

    protected void Transmit(ReadOnlySpan<byte> datagram, SocketAddress target) => Transmit(Socket, datagram, target);

    protected static void Transmit(Socket over, ReadOnlySpan<byte> datagram, SocketAddress target)
    {
        try
        {
            over.SendTo(datagram, SocketFlags.None, target);
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
        reports.Hear(read, atMs);
        AliveAtMs = atMs;
        if (read.PayloadType == Agreed!.TelephoneEvents) Hear(keys.Read(read));
        else if (read.PayloadType == Agreed.Noise) HearNoise(read, atMs);
        else if (read.PayloadType == Agreed.Codec.Number && read.Payload.Length == JitterBuffer.FrameSamples) Hear(read, atMs);
        else VoiceMetrics.Dropped("other-codec");
    }

    /// <summary>Takes what the party's device reports; with the gate.</summary>
    protected void HearReport(ReadOnlySpan<byte> datagram, long atMs)
    {
        if (reports.Receive(datagram, atMs)) AliveAtMs = atMs;
        else VoiceMetrics.Dropped("no-report");
    }

    /// <summary>The party is alive, though nothing was heard of its sound: it has just agreed on it.</summary>
    protected void KnowAlive()
    {
        if (AliveAtMs > 0) AliveAtMs = NowMs;
    }

    /// <returns>The report that is due; null when none is. With the gate.</returns>
    protected byte[]? DueReport(long atMs) => reports.DueMs <= atMs ? reports.Report(atMs) : null;

    /// <returns>The last report; null when there was never anything to report. With the gate.</returns>
    protected byte[]? LastReport() => reports.DueMs is null ? null : reports.SayGoodbye(NowMs);

    protected static long NowMs => (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;

    /// <returns>Whether a stretch of sound begins: what its hearer is told, for whom time went on meanwhile.</returns>
    bool GoOn()
    {
        var nowMs = NowMs;
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
        noise.End();
    }

    void HearNoise(in RtpPacket read, long atMs)
    {
        if (noise.Begin(read.Payload)) jitter.Pause(read, atMs);
    }

    void Hear(char? key)
    {
        if (key is { } pressed) heardKeys.Enqueue(pressed);
    }

    bool IsALaw => Agreed!.Codec.Is(SdpCodec.Pcma);

    int Write(ReadOnlySpan<short> frame, bool begins)
    {
        if (Agreed!.TelephoneEvents is null) return WriteSound(Sounding(frame), begins);
        if (pressing is null && keysToSend.TryDequeue(out var key))
            pressing = new(TelephoneEvent.CodeOf(key)!.Value, timestamp, KeyTicks, JitterBuffer.FrameSamples);
        return pressing is null ? WriteSound(frame, begins) : WriteKey(pressing);
    }

    /// <returns>A key's tones, while one is pressed; else what was to be said.</returns>
    ReadOnlySpan<short> Sounding(ReadOnlySpan<short> frame)
    {
        if (sounding is null && keysToSend.TryDequeue(out var key)) sounding = new(key);
        if (sounding is null) return frame;
        sounding.Play(tones);
        if (sounding.IsOver) sounding = null;
        return tones;
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
