using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Centre;

/// <summary>The exchange's instruments, as if they were the centre's own.</summary>
sealed class ReportedMeters : IHearsVoice, IDisposable
{
    readonly Meter meter = new(VoiceMetrics.MeterName);
    readonly ConcurrentDictionary<string, Histogram<double>> histograms = new();
    readonly ConcurrentDictionary<string, Counter<double>> counters = new();
    readonly ConcurrentDictionary<string, Gauge<double>> gauges = new();

    public void Listen(LinkEnd voice) => voice.Hear<Measured>(report =>
    {
        foreach (var one in report.Values) Record(one);
    });

    public void Dispose() => meter.Dispose();

    void Record(Measured.Value one)
    {
        KeyValuePair<string, object?>[] tags = one.Tags is null ? [] : [.. one.Tags.Select(tag => new KeyValuePair<string, object?>(tag.Key, tag.Value))];
        switch (one.Kind)
        {
            case MeterKind.Histogram:
                histograms.GetOrAdd(one.Name, name => meter.CreateHistogram<double>(name, one.Unit, one.Meaning)).Record(one.Is, tags);
                break;
            case MeterKind.Gauge:
                gauges.GetOrAdd(one.Name, name => meter.CreateGauge<double>(name, one.Unit, one.Meaning)).Record(one.Is, tags);
                break;
            default:
                counters.GetOrAdd(one.Name, name => meter.CreateCounter<double>(name, one.Unit, one.Meaning)).Add(one.Is, tags);
                break;
        }
    }
}
