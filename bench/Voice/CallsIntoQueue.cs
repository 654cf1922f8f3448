using System.Diagnostics;
using System.Globalization;

namespace Centrala.Bench.Voice;

/// <summary>
/// How many calls a second find an agent's phone, and how soon does it ring? Each call is stored before its caller hears it
/// ring, answered, talked for half a second, and hung up by the caller. Measured by carrier and phones, from the outside.
/// </summary>
static class CallsIntoQueue
{
    const int Agents = 400, Seconds = 10, SteadyPerSecond = 100, BusyPerSecond = 375;

    public static async Task Measure(Report report)
    {
        if (!File.Exists(SippRun.Program))
        {
            report.Note("sipp is not installed (package sip-tester): voice is left out.");
            return;
        }
        await using var floor = await VoiceFloor.Open(Agents);
        await floor.MakeAvailable(Agents);
        using var phones = floor.Phones(SippScenarios.IsHungUp);
        await floor.WarmUp(SteadyPerSecond, Seconds);

        using (var steady = floor.Callers(SippScenarios.HalfASecond, VoiceFloor.Pace(SteadyPerSecond, Seconds)))
        {
            await steady.Over();
            var rings = Rings(steady, phones);
            report.Figure("voice.ring_p50_ms", Quantiles.At(rings, 0.5), "ms", atMost: 3.7);
            report.Figure("voice.ring_p99_ms", Quantiles.At(rings, 0.99), "ms", atMost: 6.4);
        }

        await floor.WarmUp(BusyPerSecond, Seconds / 2);
        using var busy = floor.Callers(SippScenarios.HalfASecond, VoiceFloor.Pace(BusyPerSecond, Seconds));
        var (began, before) = (Stopwatch.GetTimestamp(), floor.Cpu());
        var succeeded = await busy.Over();
        var (took, after) = (Stopwatch.GetElapsedTime(began), floor.Cpu());
        report.Figure("voice.calls_per_second", succeeded / took.TotalSeconds, "1/s", atLeast: BusyPerSecond);
        report.Figure("voice.calls_lost", BusyPerSecond * Seconds - succeeded, "calls", atMost: 0);
        report.Figure("voice.cpu_per_call_ms", after.Sum(part => part.Value - before[part.Key]) * 1000 / succeeded, "ms", atMost: 4.4);
        report.Note("processor time a call: " + string.Join(", ", after.Select(part => string.Create(CultureInfo.InvariantCulture,
            $"{part.Key} {(part.Value - before[part.Key]) * 1000 / succeeded:0.00} ms"))));
        report.Figure("voice.busy_ring_p99_ms", Quantiles.At(Rings(busy, phones), 0.99), "ms");
    }

    /// <returns>From each caller's INVITE to the first phone's, in ms.</returns>
    static List<double> Rings(SippRun callers, SippRun phones)
    {
        var rang = phones.Notes().Where(note => note.What == "rings").ToLookup(note => CallerOf(note.Whom), note => note.AtMs);
        return [.. from note in callers.Notes()
                   let began = note.AtMs
                   let rings = rang[note.Whom[0]].Where(at => at >= began).DefaultIfEmpty(double.NaN).Min()
                   where !double.IsNaN(rings)
                   select rings - began];
    }

    /// <summary>Of the header that shows the phone who calls.</summary>
    static string CallerOf(string[] whom)
    {
        var header = string.Join(' ', whom);
        var from = header.IndexOf("sip:", StringComparison.Ordinal) + "sip:".Length;
        return Uri.UnescapeDataString(header[from..header.IndexOf('@', from)]);
    }
}
