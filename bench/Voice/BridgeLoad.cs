using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.WebRtc;

namespace Centrala.Bench.Voice;

/// <summary>What was found with so many calls at once.</summary>
/// <param name="CpuMs">Of the host, for all calls together.</param>
/// <param name="Lost">Packets that a receiver missed, of <paramref name="Expected"/> in both directions.</param>
/// <param name="Late">Came to the host after their turn, and were made up.</param>
/// <param name="DelaysMs">From a customer's sound to the agent's ear, by one call's pulses.</param>
/// <param name="BufferMs">Of which the host's jitter buffers wait for late packets, on the average.</param>
sealed record BridgedRun(
    int Calls, double Seconds, double CpuMs, double LatenessP99Ms, long Expected, long Lost, long Late, double BufferMs, double[] DelaysMs);

/// <summary>Both ends of many calls, in a process of their own beside the host's: sends every 20 ms and hears what comes.</summary>
static class BridgeLoad
{
    public const string Command = "bridge-load";

    const int TickMs = JitterBuffer.FrameMs, PulseEvery = 50;

    /// <summary>Prints a <see cref="BridgedRun"/> as JSON.</summary>
    public static async Task<int> Run(int calls, int seconds, string hostProcessor)
    {
        using var host = Process.Start(new ProcessStartInfo("taskset",
            ["-c", hostProcessor, "dotnet", Environment.GetCommandLineArgs()[0], BridgeHost.Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var identity = DtlsIdentity.Make(DateTimeOffset.UtcNow);
        using var customers = new Customers();
        var agents = new List<BrowserEnd>();
        for (var i = 0; i < calls; i++)
        {
            var agent = new BrowserEnd(identity);
            var said = await Ask(host, $"call {customers.Port} {Convert.ToBase64String(Encoding.UTF8.GetBytes(agent.Offer))}");
            customers.Add(int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture));
            agent.Take(Encoding.UTF8.GetString(Convert.FromBase64String(said.Split(' ')[1])));
            agents.Add(agent);
        }
        var floor = new Floor(customers, agents);
        if (!floor.Shake()) return 1;
        floor.Talk(2 * 1000 / TickMs);
        if (await Ask(host, "begin") != calls.ToString(CultureInfo.InvariantCulture)) return 1;
        var lostBefore = floor.Lost;
        floor.Talk(seconds * 1000 / TickMs);
        var told = (await Ask(host, "end")).Split(' ').Select(one => double.Parse(one, CultureInfo.InvariantCulture)).ToArray();
        await host.WaitForExitAsync(CancellationToken.None);
        Console.WriteLine(JsonSerializer.Serialize(new BridgedRun(calls, seconds, told[0], told[1], floor.Expected + (long)told[2],
            floor.Lost - lostBefore + (long)told[3], (long)told[4], told[5], [.. floor.DelaysMs])));
        foreach (var agent in agents) agent.Dispose();
        return 0;
    }

    static async Task<string> Ask(Process host, string line)
    {
        await host.StandardInput.WriteLineAsync(line);
        return await host.StandardOutput.ReadLineAsync(CancellationToken.None) ?? throw new InvalidOperationException("The host is gone.");
    }

    /// <summary>All ends, turned over every 20 ms by one thread.</summary>
    sealed class Floor(Customers customers, List<BrowserEnd> agents)
    {
        const int Tone = 440, Loud = 8000;

        readonly short[] speech = [.. Enumerable.Range(0, JitterBuffer.FrameSamples)
            .Select(i => (short)(600 * Math.Sin(2 * Math.PI * Tone * i / 8000)))];
        readonly short[] pulse = [.. Enumerable.Range(0, JitterBuffer.FrameSamples)
            .Select(i => (short)(Loud * Math.Sin(2 * Math.PI * Tone * i / 8000)))];
        readonly byte[] packet = new byte[RtpPacket.HeaderBytes + JitterBuffer.FrameSamples + SrtpSender.Overhead];
        readonly byte[] said = new byte[JitterBuffer.FrameSamples], loud = new byte[JitterBuffer.FrameSamples];
        readonly short[] heard = new short[JitterBuffer.FrameSamples];
        int number;
        long pulsedAt;

        public List<double> DelaysMs { get; } = [];

        public long Lost => customers.Lost + agents.Sum(one => one.Reception.LostInAll);

        public long Expected => customers.Expected + agents.Sum(one => one.Reception.ExpectedInAll);

        /// <returns>Whether every handshake was done within half a minute.</returns>
        public bool Shake()
        {
            for (var until = NowMs + 30_000; NowMs < until && !agents.TrueForAll(one => one.IsReady); Thread.Sleep(5))
                foreach (var agent in agents) agent.Turn(NowMs, _ => { });
            return agents.TrueForAll(one => one.IsReady);
        }

        public void Talk(int ticks)
        {
            G711.EncodeMu(speech, said);
            var due = NowMs;
            for (var tick = 0; tick < ticks; tick++, due += TickMs)
            {
                number++;
                var isPulse = tick % PulseEvery == PulseEvery / 2;
                G711.EncodeA(isPulse ? pulse : speech, loud);
                if (isPulse) pulsedAt = Stopwatch.GetTimestamp();
                customers.Send(number, loud, speech);
                foreach (var agent in agents)
                {
                    new RtpPacket(0, false, (ushort)number, (uint)(number * JitterBuffer.FrameSamples), 7, said).Write(packet);
                    agent.Send(packet, RtpPacket.HeaderBytes + JitterBuffer.FrameSamples);
                }
                do Hear();
                while (NowMs < due + TickMs && Rest());
            }
        }

        void Hear()
        {
            for (var i = 0; i < agents.Count; i++)
                if (i == 0) agents[0].Turn(NowMs, Listen);
                else agents[i].Turn(NowMs, _ => { });
            customers.Hear(NowMs);
        }

        static bool Rest()
        {
            Thread.Sleep(1);
            return true;
        }

        /// <summary>The first call's pulse has come through.</summary>
        void Listen(RtpPacket came)
        {
            if (pulsedAt == 0 || came.Payload.Length != heard.Length) return;
            G711.DecodeMu(came.Payload, heard);
            if (heard.Max() < Loud / 2) return;
            DelaysMs.Add(Stopwatch.GetElapsedTime(pulsedAt).TotalMilliseconds);
            pulsedAt = 0;
        }

        static long NowMs => (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;
    }

    /// <summary>All customers, behind one socket: the host tells them apart by its own ports.</summary>
    sealed class Customers : IDisposable
    {
        readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            Blocking = false,
            ReceiveBufferSize = 1 << 22,
        };

        readonly List<SocketAddress> calls = [];
        readonly Dictionary<uint, ReceptionStatistics> streams = [];
        readonly byte[] packet = new byte[2048], quiet = new byte[JitterBuffer.FrameSamples];
        readonly SocketAddress from = new(AddressFamily.InterNetwork);

        public Customers() => socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        public int Port => ((IPEndPoint)socket.LocalEndPoint!).Port;

        public long Lost => streams.Values.Sum(one => one.LostInAll);

        public long Expected => streams.Values.Sum(one => one.ExpectedInAll);

        public void Add(int port) => calls.Add(new IPEndPoint(IPAddress.Loopback, port).Serialize());

        /// <param name="first">What the first customer says; the others say what is given last.</param>
        public void Send(int number, byte[] first, short[] others)
        {
            G711.EncodeA(others, quiet);
            for (var i = 0; i < calls.Count; i++)
            {
                var said = i == 0 ? first : quiet;
                var length = new RtpPacket(8, false, (ushort)number, (uint)(number * JitterBuffer.FrameSamples), (uint)i, said).Write(packet);
                socket.SendTo(packet.AsSpan(0, length), SocketFlags.None, calls[i]);
            }
        }

        public void Hear(long atMs)
        {
            while (socket.Available > 0)
            {
                var length = socket.ReceiveFrom(packet, SocketFlags.None, from);
                if (!RtpPacket.TryRead(packet.AsSpan(0, length), out var came)) continue;
                if (!streams.TryGetValue(came.Source, out var stream)) streams[came.Source] = stream = new();
                stream.Count(came, atMs * SessionReports.TicksPerMs);
            }
        }

        public void Dispose() => socket.Dispose();
    }
}
