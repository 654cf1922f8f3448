using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Tests.Voice;

/// <summary>A telephone that tells of keys in no other way than by their sound.</summary>
public sealed class A_party_without_events : IDisposable
{
    const int Frame = JitterBuffer.FrameSamples;

    readonly Socket socket = Bound(), far = Bound();
    readonly PortLeg leg;
    ushort sequence;

    public A_party_without_events()
    {
        leg = new(socket);
        leg.Agree(new("127.0.0.1", Port(far), SdpCodec.Pcma, TelephoneEvents: null, SdpDirection.SendReceive) { Noise = 13 }, IPAddress.Loopback);
    }

    public void Dispose()
    {
        leg.Dispose();
        far.Dispose();
    }

    [Fact]
    public void Is_heard_when_it_presses_a_key_and_hears_the_others_keys_as_tones()
    {
        var key = new KeySound('7');
        var (frame, code) = (new short[Frame], new byte[Frame]);
        var heard = "";
        while (!key.IsOver)
        {
            key.Play(frame);
            G711.EncodeA(frame, code);
            Hear(8, code);
            leg.Take(frame);
            heard += leg.TakeKey();
        }
        for (var i = 0; i < 10; i++)
        {
            Hear(8, [.. Enumerable.Repeat(G711.ASilence, Frame)]);
            leg.Take(frame);
            heard += leg.TakeKey();
        }
        Assert.Equal("7", heard);

        leg.Press('#');
        var listener = new KeyListener();
        var tones = "";
        var bytes = new byte[2048];
        for (var i = 0; i < 15; i++)
        {
            leg.Send(new short[Frame]);
            far.Receive(bytes);
            Assert.True(RtpPacket.TryRead(bytes.AsSpan(0, RtpPacket.HeaderBytes + Frame), out var packet));
            G711.DecodeA(packet.Payload, frame);
            tones += listener.Hear(frame);
        }
        Assert.Equal("#", tones);
    }

    [Fact]
    public void Is_heard_as_the_noise_that_it_describes_while_it_sends_none()
    {
        var frame = new short[Frame];
        for (var i = 0; i < 20; i++)
        {
            Hear(8, [.. Enumerable.Repeat((byte)0x80, Frame)]);
            leg.Take(frame);
        }
        Hear(13, [40]);
        for (var i = 0; i < 10; i++) leg.Take(frame);
        var power = frame.Sum(sample => (double)sample * sample) / Frame;
        Assert.InRange(power, 10_000, 200_000);
        Assert.True(leg.Counts.Lost == 0);
    }

    void Hear(byte payloadType, byte[] payload)
    {
        var bytes = new byte[RtpPacket.HeaderBytes + payload.Length];
        new RtpPacket(payloadType, false, ++sequence, (uint)(sequence * Frame), 9, payload).Write(bytes);
        leg.Receive(bytes, new IPEndPoint(IPAddress.Loopback, Port(far)).Serialize(), sequence * JitterBuffer.FrameMs);
    }

    static Socket Bound()
    {
        var made = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 10_000 };
        made.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return made;
    }

    static int Port(Socket of) => ((IPEndPoint)of.LocalEndPoint!).Port;
}
