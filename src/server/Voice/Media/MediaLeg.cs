using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Media;

/// <summary>
/// One party's sound: G.711 over RTP, 20 ms a packet. What comes in waits in a jitter buffer until the media clock takes it.
/// Only the party itself is heard: packets from anybody else, or of another codec, are dropped.
/// </summary>
sealed class MediaLeg : IDisposable
{
    /// <summary>How long a relayed key is held, in ticks of 8 kHz: 100 ms.</summary>
    const ushort KeyTicks = 800;

    readonly Lock gate = new();
    readonly Socket socket;
    readonly JitterBuffer jitter = new();
    readonly KeyReader keys = new();
    readonly Queue<char> heardKeys = new(), keysToSend = new();
    readonly byte[] packet = new byte[RtpPacket.HeaderBytes + JitterBuffer.FrameSamples];
    readonly short[] decoded = new short[JitterBuffer.FrameSamples];
    readonly uint own = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    ushort sequence = BitConverter.ToUInt16(RandomNumberGenerator.GetBytes(2));
    uint timestamp = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
    AudioAgreement? agreed;
    IPAddress? signalsFrom;
    SocketAddress? to, lockedOn;
    KeyWriter? pressing;

    /// <param name="socket">Bound, does not block; this leg's from now on.</param>
    public MediaLeg(Socket socket) => this.socket = socket;

    public Socket Socket => socket;

    public int Port => ((IPEndPoint)socket.LocalEndPoint!).Port;

    /// <summary>Where in the music it is.</summary>
    public int MusicAt { get; set; }

    /// <summary>Set while it waits for somebody: it hears music.</summary>
    public bool Waits { get; set; }

    /// <summary>The party put the others on hold: it wants to hear nothing.</summary>
    public bool IsHolding => agreed is { } one && !one.Direction.HasFlag(SdpDirection.SendOnly);

    /// <summary>When the party was last heard, in milliseconds of the media clock; 0: never.</summary>
    public long HeardAtMs { get; private set; }

    /// <summary>What both sides have agreed on, perhaps anew.</summary>
    /// <param name="from">The address with which the party signals: that of its sound where a translator stands between.</param>
    public void Agree(AudioAgreement with, IPAddress from)
    {
        lock (gate)
        {
            var isElsewhere = agreed is null || agreed.Address != with.Address || agreed.Port != with.Port;
            (agreed, signalsFrom) = (with, from);
            if (!isElsewhere) return;
            lockedOn = null;
            to = IPAddress.TryParse(with.Address, out var address) ? new IPEndPoint(address, with.Port).Serialize() : null;
        }
    }

    /// <summary>Takes a datagram; on the receiving thread.</summary>
    public void Receive(ReadOnlySpan<byte> datagram, SocketAddress from, long atMs)
    {
        if (!RtpPacket.TryRead(datagram, out var read))
        {
            VoiceMetrics.Dropped("no-rtp");
            return;
        }
        lock (gate)
        {
            if (!IsParty(from)) VoiceMetrics.Dropped("foreign-rtp");
            else if (read.PayloadType == agreed!.TelephoneEvents) Hear(keys.Read(read), atMs);
            else if (read.PayloadType == agreed.Codec.Number && read.Payload.Length == JitterBuffer.FrameSamples) Hear(read, atMs);
            else VoiceMetrics.Dropped("other-codec");
        }
    }

    /// <summary>The next 20 ms of the party; silence where there is nothing.</summary>
    public bool Take(Span<short> frame)
    {
        lock (gate) return jitter.Take(frame);
    }

    /// <returns>A key that the party pressed; null when none.</returns>
    public char? TakeKey()
    {
        lock (gate) return heardKeys.TryDequeue(out var key) ? key : null;
    }

    /// <summary>Has the party hear a key that somebody else pressed; nothing where it takes none.</summary>
    public void Press(char key)
    {
        lock (gate)
            if (agreed?.TelephoneEvents is not null) keysToSend.Enqueue(key);
    }

    /// <summary>Sends 20 ms to the party; on the media clock's thread.</summary>
    public void Send(ReadOnlySpan<short> frame)
    {
        int length;
        SocketAddress target;
        lock (gate)
        {
            timestamp += JitterBuffer.FrameSamples;
            sequence++;
            if (agreed is null || to is null || IsHolding) return;
            length = Write(frame);
            target = lockedOn ?? to;
        }
        try
        {
            socket.SendTo(packet.AsSpan(0, length), SocketFlags.None, target);
        }
        catch (Exception lost) when (lost is SocketException or ObjectDisposedException)
        {
            // Sound that cannot be sent is lost sound; whether the party is gone, its own silence tells.
            VoiceMetrics.Dropped("unsendable-rtp");
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The first that speaks from an address of the party's is the party, and stays it.</summary>
    bool IsParty(SocketAddress from)
    {
        if (agreed is null) return false;
        // Not Equals, which compares the room behind the addresses too.
        if (lockedOn is not null) return lockedOn.Buffer.Span[..lockedOn.Size].SequenceEqual(from.Buffer.Span[..from.Size]);
        var address = ((IPEndPoint)new IPEndPoint(IPAddress.Any, 0).Create(from)).Address;
        if (!address.Equals(signalsFrom) && address.ToString() != agreed.Address) return false;
        lockedOn = new SocketAddress(from.Family, from.Size);
        from.Buffer.Span[..from.Size].CopyTo(lockedOn.Buffer.Span);
        return true;
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

    bool IsALaw => agreed!.Codec.Is(SdpCodec.Pcma);

    int Write(ReadOnlySpan<short> frame)
    {
        if (pressing is null && keysToSend.TryDequeue(out var key) && TelephoneEvent.CodeOf(key) is { } code)
            pressing = new(code, timestamp, KeyTicks, JitterBuffer.FrameSamples);
        return pressing is null ? WriteSound(frame) : WriteKey(pressing);
    }

    int WriteSound(ReadOnlySpan<short> frame)
    {
        Span<byte> payload = stackalloc byte[JitterBuffer.FrameSamples];
        if (IsALaw) G711.EncodeA(frame, payload);
        else G711.EncodeMu(frame, payload);
        return new RtpPacket((byte)agreed!.Codec.Number, false, sequence, timestamp, own, payload).Write(packet);
    }

    int WriteKey(KeyWriter key)
    {
        Span<byte> payload = stackalloc byte[TelephoneEvent.Bytes];
        key.Next(out var isFirst).Write(payload);
        if (key.IsOver) pressing = null;
        return new RtpPacket((byte)agreed!.TelephoneEvents!.Value, isFirst, sequence, key.Timestamp, own, payload).Write(packet);
    }
}
