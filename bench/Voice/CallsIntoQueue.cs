using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Centrala.Testing.Voice;

namespace Centrala.Bench.Voice;

/// <summary>
/// How many calls a second find an agent's phone, and how soon does it ring? sipp is carrier and phones; each call is stored
/// before its caller hears it ring, answered, talked for half a second, and hung up by the caller.
/// </summary>
static partial class CallsIntoQueue
{
    const int Agents = 400, Seconds = 10, SteadyPerSecond = 100, BusyPerSecond = 375;

    public static async Task Measure(Report report)
    {
        if (!File.Exists(SippScenarios.Program))
        {
            report.Note("sipp is not installed (package sip-tester): voice is left out.");
            return;
        }
        await using var floor = await VoiceFloor.Open(Agents);
        using var heard = new Heard();
        using var caller = VoiceFloor.Sink("127.0.0.7");
        using var phone = VoiceFloor.Sink("127.0.0.1");
        await SippScenarios.Run(Scenarios.RegisterFromFile, $"-i 127.0.0.1 -p 5999 -auth_uri centrala -inf {floor.PhonesFile()} -r 100 -m {Agents} {floor.At}");
        using var phones = SippScenarios.Start(SippScenarios.PickUp(Port(phone)), "-i 127.0.0.1 -p 5999");
        // What it paints must be read, or it stands still.
        _ = phones.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

        await Call(floor, Port(caller), SteadyPerSecond / 2, 2);
        heard.Clear();
        await Call(floor, Port(caller), SteadyPerSecond, Seconds);
        report.Figure("voice.ring_p50_ms", Quantiles.At(heard.Rings, 0.5), "ms", atMost: 3.7);
        report.Figure("voice.ring_p99_ms", Quantiles.At(heard.Rings, 0.99), "ms", atMost: 6.4);
        report.Figure("voice.tick_lateness_p99_ms", Quantiles.At(heard.Lateness, 0.99), "ms", atMost: 5);

        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var succeeded = await Call(floor, Port(caller), BusyPerSecond, Seconds);
        report.Figure("voice.calls_per_second", succeeded / Stopwatch.GetElapsedTime(began).TotalSeconds, "1/s", atLeast: BusyPerSecond);
        report.Figure("voice.calls_lost", BusyPerSecond * Seconds - succeeded, "calls", atMost: 0);
        report.Figure("voice.cpu_per_call_ms", (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / succeeded, "ms", atMost: 4.4);
        phones.Kill();
    }

    /// <returns>How many calls went as they should.</returns>
    static async Task<int> Call(VoiceFloor floor, int sound, int perSecond, int seconds)
    {
        var said = await SippScenarios.Run(SippScenarios.Call(VoiceFloor.Number, sound),
            $"-i 127.0.0.7 -r {perSecond} -m {perSecond * seconds} -l 2000 {floor.At}");
        return int.Parse(Successes().Matches(said)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
    }

    static int Port(System.Net.Sockets.Socket sink) => ((IPEndPoint)sink.LocalEndPoint!).Port;

    [GeneratedRegex(@"Successful call\s*\|\s*\d+\s*\|\s*(\d+)")]
    private static partial Regex Successes();

    /// <summary>What the telephone's own instruments report.</summary>
    sealed class Heard : IDisposable
    {
        readonly MeterListener listener = new();
        readonly Lock gate = new();
        readonly List<double> rings = [], lateness = [];

        public Heard()
        {
            listener.InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name is "voice.ring" or "voice.tick.lateness") listening.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
            {
                lock (gate) (instrument.Name == "voice.ring" ? rings : lateness).Add(value);
            });
            listener.Start();
        }

        public IReadOnlyCollection<double> Rings
        {
            get
            {
                lock (gate) return [.. rings];
            }
        }

        public IReadOnlyCollection<double> Lateness
        {
            get
            {
                lock (gate) return [.. lateness];
            }
        }

        public void Clear()
        {
            lock (gate)
            {
                rings.Clear();
                lateness.Clear();
            }
        }

        public void Dispose() => listener.Dispose();
    }
}
