using System.Net;
using System.Net.Sockets;
using Centrala.Protocols.Rtp;

namespace Centrala.Testing.Voice;

/// <summary>A party's sound: hums a tone into the call, as soon as it hears from it, and says which tones come back.</summary>
public sealed class ToneParty : IDisposable
{
    const int Hertz = 8000, Frame = JitterBuffer.FrameSamples, Kept = 10 * Frame;

    readonly UdpClient socket;
    readonly Lock gate = new();
    readonly Queue<short> heard = new();
    readonly List<short> all = [];
    readonly List<char> keys = [];
    readonly KeyReader reader = new();
    readonly CancellationTokenSource over = new();
    readonly int tone;
    volatile IPEndPoint? to;

    /// <param name="tone">In hertz; 0: silence.</param>
    public ToneParty(int tone, string address = "127.0.0.1")
    {
        this.tone = tone;
        socket = new(new IPEndPoint(IPAddress.Parse(address), 0));
        _ = Listen();
        _ = Hum();
    }

    public int Port => ((IPEndPoint)socket.Client.LocalEndPoint!).Port;

    /// <summary>Where the call's sound comes from; null before there is any.</summary>
    public IPEndPoint? Call => to;

    /// <summary>Packets of sound that came so far.</summary>
    public int Packets { get; private set; }

    /// <summary>The name of the stream that comes.</summary>
    public uint Source { get; private set; }

    /// <summary>Packets of its tone, so far.</summary>
    public int Sent { get; private set; }

    public IReadOnlyList<char> Keys
    {
        get
        {
            lock (gate) return [.. keys];
        }
    }

    /// <summary>Waits for sound that comes from now on, a fifth of a second of it, and asks whether it is this tone.</summary>
    public async Task GoesOnHearing(int hertz)
    {
        var enough = Packets + 2 * Kept / Frame;
        await Until.True(() => Packets >= enough && Hears(hertz));
    }

    /// <summary>Whether the last fifth of a second is more of this tone than of anything else.</summary>
    /// <param name="share">How much of the energy must be the tone's.</param>
    public bool Hears(int hertz, double share = 0.6)
    {
        short[] samples;
        lock (gate) samples = [.. heard];
        return samples.Length == Kept && IsTone(samples, hertz, share);
    }

    static bool IsTone(short[] samples, int hertz, double share)
    {
        double all = 0, sine = 0, cosine = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            all += (double)samples[i] * samples[i];
            sine += samples[i] * Math.Sin(2 * Math.PI * hertz * i / Hertz);
            cosine += samples[i] * Math.Cos(2 * Math.PI * hertz * i / Hertz);
        }
        return all / samples.Length > 100 * 100 && 2 * (sine * sine + cosine * cosine) / samples.Length / all > share;
    }

    /// <summary>Whether some fifth of a second so far was more of this tone than of anything else.</summary>
    public bool HasHeard(int hertz)
    {
        lock (gate) return all.Chunk(Kept).Any(part => part.Length == Kept && IsTone(part, hertz, 0.6));
    }

    /// <summary>Whether the last fifth of a second was loud at all.</summary>
    public bool HearsAnything()
    {
        lock (gate) return heard.Count == Kept && heard.Any(sample => Math.Abs((int)sample) > 500);
    }

    /// <summary>Hums for a while into somebody else's call.</summary>
    public void Intrude(IPEndPoint call, int packets)
    {
        for (var i = 0; i < packets; i++) Send(call, i);
    }

    /// <summary>Presses keys, a tenth of a second each.</summary>
    public void Press(string pressed)
    {
        var timestamp = 1_000_000u;
        foreach (var key in pressed)
        {
            var writer = new KeyWriter(TelephoneEvent.CodeOf(key)!.Value, timestamp += Hertz, Hertz / 10, Frame);
            for (var number = 0; !writer.IsOver; number++) Send(writer.Next(out var isFirst), isFirst, timestamp, (ushort)number);
        }
    }

    public void Dispose()
    {
        over.Cancel();
        socket.Dispose();
    }

    async Task Listen()
    {
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(over.Token);
                to = got.RemoteEndPoint;
                Take(got.Buffer);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    void Take(byte[] datagram)
    {
        if (!RtpPacket.TryRead(datagram, out var packet)) return;
        Source = packet.Source;
        var samples = new short[packet.Payload.Length];
        if (packet.PayloadType == 8) G711.DecodeA(packet.Payload, samples);
        lock (gate)
        {
            if (packet.PayloadType == 101 && reader.Read(packet) is { } key) keys.Add(key);
            if (packet.PayloadType != 8) return;
            all.AddRange(samples);
            foreach (var sample in samples) heard.Enqueue(sample);
            Packets++;
            while (heard.Count > Kept) heard.Dequeue();
        }
    }

    async Task Hum()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            if (to is { } call && tone > 0)
            {
                Send(call, i);
                Sent++;
            }
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    void Send(IPEndPoint call, int number)
    {
        var samples = new short[Frame];
        for (var i = 0; i < Frame; i++)
            samples[i] = (short)(8000 * Math.Sin(2 * Math.PI * tone * (number * Frame + i) / Hertz));
        var payload = new byte[Frame];
        G711.EncodeA(samples, payload);
        var bytes = new byte[RtpPacket.HeaderBytes + Frame];
        new RtpPacket(8, false, (ushort)number, (uint)(number * Frame), (uint)Port, payload).Write(bytes);
        try
        {
            socket.Send(bytes, call);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The call is over.
        }
    }

    void Send(TelephoneEvent one, bool isFirst, uint timestamp, ushort number)
    {
        var payload = new byte[TelephoneEvent.Bytes];
        one.Write(payload);
        var bytes = new byte[RtpPacket.HeaderBytes + payload.Length];
        new RtpPacket(101, isFirst, number, timestamp, (uint)Port, payload).Write(bytes);
        socket.Send(bytes, to!);
    }
}
