using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Demo;

/// <summary>The sound of an invented caller's call: G.711 over RTP, 20 ms a frame, with keys; and whether the other side speaks.</summary>
sealed class CallersSound : IDisposable
{
    public static readonly SdpCodec[] Codecs = [SdpCodec.Pcma, new(101, "telephone-event", 8000, "0-16")];

    const int Samples = 160;
    const ushort KeyTicks = 1600;

    /// <summary>Louder than this on average, somebody speaks, or music plays.</summary>
    const int SpeechLevel = 400;

    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
    readonly byte[] packet = new byte[RtpPacket.HeaderBytes + Samples], received = new byte[2048];
    readonly short[] frame = new short[Samples];
    short[] saying = [];
    int said;
    KeyWriter? key;
    ushort sequence;
    uint timestamp;

    /// <param name="own">The address that it speaks from.</param>
    public CallersSound(IPAddress own) => socket.Bind(new IPEndPoint(own, 0));

    public int Port => ((IPEndPoint)socket.LocalEndPoint!).Port;

    public AudioAgreement? Agreed { get; set; }

    public bool IsSpeaking => said < saying.Length;

    /// <summary>Frames since the other side was last heard to speak.</summary>
    public int QuietFrames { get; private set; }

    public void Say(short[] samples) => (saying, said) = (samples, 0);

    public void Press(char pressed) => key = new(TelephoneEvent.CodeOf(pressed)!.Value, timestamp, KeyTicks, Samples);

    /// <summary>The next 20 ms: listens, and speaks.</summary>
    public void Tick()
    {
        QuietFrames++;
        while (socket.Available > 0) Listen(received.AsSpan(0, socket.Receive(received)));
        timestamp += Samples;
        sequence++;
        if (Agreed is not { } with) return;
        var length = key is { } pressed ? WriteKey(pressed, (byte)with.TelephoneEvents.GetValueOrDefault(101)) : WriteSpeech((byte)with.Codec.Number);
        socket.SendTo(packet.AsSpan(0, length), SocketFlags.None, new IPEndPoint(IPAddress.Parse(with.Address), with.Port));
    }

    public void Dispose() => socket.Dispose();

    void Listen(ReadOnlySpan<byte> datagram)
    {
        if (!RtpPacket.TryRead(datagram, out var read) || read.Payload.Length != Samples || Agreed?.Codec.Number != read.PayloadType) return;
        G711.DecodeA(read.Payload, frame);
        var level = 0L;
        foreach (var sample in frame) level += Math.Abs((int)sample);
        if (level / Samples > SpeechLevel) QuietFrames = 0;
    }

    int WriteSpeech(byte type)
    {
        var next = saying.AsSpan(said, Math.Min(Samples, saying.Length - said));
        frame.AsSpan().Clear();
        next.CopyTo(frame);
        said += next.Length;
        Span<byte> payload = stackalloc byte[Samples];
        G711.EncodeA(frame, payload);
        return new RtpPacket(type, false, sequence, timestamp, (uint)Port, payload).Write(packet);
    }

    int WriteKey(KeyWriter pressed, byte type)
    {
        Span<byte> payload = stackalloc byte[TelephoneEvent.Bytes];
        pressed.Next(out var isFirst).Write(payload);
        if (pressed.IsOver) key = null;
        return new RtpPacket(type, isFirst, sequence, pressed.Timestamp, (uint)Port, payload).Write(packet);
    }
}
