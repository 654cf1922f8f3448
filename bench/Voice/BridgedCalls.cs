using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Centrala.Bench.Voice;

/// <summary>
/// How many calls does one core carry? Real ones, held for a minute: trunk (G.711) to browser (SRTP), mixed and recorded, by the
/// telephone's media on one processor; both ends on the other. Calls are neither begun nor ended while it is measured.
/// </summary>
static class BridgedCalls
{
    const int Wanted = 250, Seconds = 60, ProbeSeconds = 10;

    /// <summary>Of all packets: what a busy machine may lose without that anybody calls it loss.</summary>
    const double LostShareMax = 0.0001;

    public static async Task Measure(Report report)
    {
        if (Environment.ProcessorCount < 2 || !File.Exists("/usr/bin/taskset"))
        {
            report.Note("bridged calls want two processors and taskset: left out.");
            return;
        }
        var held = await Play(Wanted, Seconds);
        Tell(report, held);
        var most = IsKept(held) ? held : null;
        for (var calls = most is null ? Wanted / 2 : Wanted * 3 / 2; calls is >= 25 and <= 2_000; calls = most is null ? calls / 2 : calls * 3 / 2)
        {
            var tried = await Play(calls, ProbeSeconds);
            report.Note($"{calls} calls: {tried.Lost + tried.Late} of {tried.Expected} packets lost or late, tick p99 {tried.LatenessP99Ms:0.0} ms");
            if (IsKept(tried) == most is null)
            {
                most ??= tried;
                break;
            }
            if (IsKept(tried)) most = tried;
        }
        report.Figure("voice.bridged_calls_per_core", most?.Calls ?? 0, "calls", atLeast: Wanted);
    }

    static void Tell(Report report, BridgedRun run)
    {
        report.Figure("voice.bridged_lost_share", (double)run.Lost / run.Expected, "", atMost: LostShareMax);
        report.Figure("voice.bridged_late_share", (double)run.Late / run.Expected, "");
        report.Figure("voice.bridged_cpu_percent_per_call", run.CpuMs / 10 / run.Seconds / run.Calls, "%", atMost: 100.0 / Wanted);
        // Four a call and 20 ms: each side is heard and spoken to.
        report.Figure("voice.bridged_packets_per_cpu_second", run.Calls * 200 * run.Seconds / (run.CpuMs / 1000), "1/s");
        report.Figure("voice.bridged_tick_lateness_p99_ms", run.LatenessP99Ms, "ms", atMost: 5);
        report.Figure("voice.bridged_buffer_ms", run.BufferMs, "ms");
        if (run.DelaysMs.Length == 0) return;
        report.Figure("voice.bridged_delay_p50_ms", Quantiles.At(run.DelaysMs, 0.5), "ms");
        report.Figure("voice.bridged_added_delay_p99_ms", Quantiles.At(run.DelaysMs, 0.99) - run.BufferMs, "ms", atMost: 30);
    }

    static bool IsKept(BridgedRun run) => run.Lost <= LostShareMax * run.Expected;

    static async Task<BridgedRun> Play(int calls, int seconds)
    {
        using var load = Process.Start(new ProcessStartInfo("taskset",
        [
            "-c", "1", "dotnet", Environment.GetCommandLineArgs()[0], BridgeLoad.Command,
            calls.ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture), "0",
        ])
        { RedirectStandardOutput = true })!;
        var said = await load.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await load.WaitForExitAsync(CancellationToken.None);
        return JsonSerializer.Deserialize<BridgedRun>(said)
            ?? throw new InvalidOperationException("The calls did not come about.");
    }
}
