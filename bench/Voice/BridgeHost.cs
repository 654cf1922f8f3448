using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text;
using Centrala.Protocols.Sip;
using Centrala.Protocols.WebRtc;
using Centrala.Server.Voice;
using Centrala.Server.Voice.Media;
using Centrala.Server.Voice.Recording;
using Microsoft.Extensions.Logging.Abstractions;

namespace Centrala.Bench.Voice;

/// <summary>
/// The telephone's media in a process of its own, all that it does for a call in progress: both legs, reports, mixing, recording.
/// Told over its input which calls to make; answers each line with one.
/// </summary>
static class BridgeHost
{
    public const string Command = "bridge-host";

    /// <summary>Lines: <c>call PORT OFFER</c> → <c>PORT ANSWER</c>; <c>begin</c>; <c>end</c> → figures; then the end.</summary>
    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("centrala-bridges-").FullName;
        using var receiver = new MediaReceiver();
        using var clock = new MediaClock(NullLogger.Instance);
        using var browsers = new BrowserPort(new(IPAddress.Loopback, 0), IPAddress.Loopback, DateTimeOffset.UtcNow);
        using var recorder = new Recorder(folder, 0, TimeProvider.System, _ => { }, NullLogger.Instance);
        using var over = new CancellationTokenSource();
        var turns = Turn(browsers, over.Token);
        var settings = new VoiceSettings(new(Udp: new(IPAddress.Loopback, 0)), MediaPortMin: 30_000, MediaPortMax: 39_999);
        var ports = new MediaPorts(settings, receiver);
        var calls = new List<(OpenLeg Customer, BrowserLeg Agent, Bridge Bridge, Tape Tape)>();
        using var lateness = new Lateness();
        var cpu = TimeSpan.Zero;
        while (await Console.In.ReadLineAsync(CancellationToken.None) is { } line)
        {
            switch (line.Split(' '))
            {
                case ["call", var port, var offer]:
                    var (call, said) = Begin(int.Parse(port, CultureInfo.InvariantCulture), offer, ports, browsers, recorder);
                    calls.Add(call);
                    clock.Add(call.Bridge);
                    Console.WriteLine(said);
                    break;
                case ["begin"]:
                    lateness.Clear();
                    cpu = Environment.CpuUsage.TotalTime;
                    Console.WriteLine(calls.Count(one => one.Agent.State is PeerState.Connected));
                    break;
                default:
                    var used = Environment.CpuUsage.TotalTime - cpu;
                    var legs = calls.SelectMany(one => new[] { one.Customer.Leg.Counts, one.Agent.Counts }).ToList();
                    var (expected, lost) = (legs.Sum(one => one.Expected), legs.Sum(one => Math.Max(0, one.Lost)));
                    var (late, waits) = (legs.Sum(one => one.Late), legs.Average(one => one.BufferMs));
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{used.TotalMilliseconds} {lateness.At(0.99)} {expected} {lost} {late} {waits}"));
                    foreach (var one in calls) Close(one, clock);
                    await over.CancelAsync();
                    await turns;
                    Directory.Delete(folder, recursive: true);
                    return 0;
            }
        }
        return 1;
    }

    static ((OpenLeg, BrowserLeg, Bridge Bridge, Tape), string) Begin(
        int port, string offer, MediaPorts ports, BrowserPort browsers, Recorder recorder)
    {
        var customer = ports.Open()!;
        customer.Leg.Agree(new("127.0.0.1", port, SdpCodec.Pcma, null, SdpDirection.SendReceive), IPAddress.Loopback);
        var described = PeerDescription.Read(Convert.FromBase64String(offer), out var problem) ?? throw new InvalidOperationException(problem);
        var (agent, answer) = browsers.Open(Guid.NewGuid(), Guid.NewGuid(), described);
        var bridge = new Bridge(Music.Of(null));
        bridge.Join(customer.Leg);
        bridge.Join(agent);
        var tape = new Tape(Guid.CreateVersion7(), DateTimeOffset.UtcNow, customer.Leg, recorder);
        bridge.Record(tape);
        return ((customer, agent, bridge, tape), $"{customer.Leg.Port} {Convert.ToBase64String(Encoding.UTF8.GetBytes(answer))}");
    }

    static void Close((OpenLeg Customer, BrowserLeg Agent, Bridge Bridge, Tape Tape) call, MediaClock clock)
    {
        clock.Remove(call.Bridge);
        call.Bridge.Record(null);
        call.Tape.End();
        call.Customer.Dispose();
        call.Agent.Dispose();
    }

    static async Task Turn(BrowserPort browsers, CancellationToken over)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!over.IsCancellationRequested)
        {
            browsers.TimePassed();
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>How late the media clock woke.</summary>
    sealed class Lateness : IDisposable
    {
        readonly MeterListener listener = new();
        readonly Lock gate = new();
        readonly List<double> all = [];

        public Lateness()
        {
            listener.InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "voice.tick.lateness") listening.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
            {
                lock (gate) all.Add(value);
            });
            listener.Start();
        }

        public double At(double share)
        {
            lock (gate) return Quantiles.At(all, share);
        }

        public void Clear()
        {
            lock (gate) all.Clear();
        }

        public void Dispose() => listener.Dispose();
    }
}
