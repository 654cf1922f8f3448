using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice;

/// <summary>Tells the centre what the exchange's instruments measure, once a second: it is there that operators look.</summary>
sealed class MeterReport : IDisposable
{
    /// <summary>Measurements of one report; the others of that second are left out.</summary>
    const int ValuesMax = 20_000;

    static readonly TimeSpan every = TimeSpan.FromSeconds(1);

    readonly ConcurrentQueue<Measured.Value> values = new();
    readonly MeterListener listener = new();
    readonly LinkEnd link;
    readonly Timer timer;

    public MeterReport(LinkEnd link)
    {
        this.link = link;
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == VoiceMetrics.MeterName) listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        timer = new(_ => Report(), null, every, every);
    }

    public void Dispose()
    {
        timer.Dispose();
        listener.Dispose();
    }

    void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (values.Count >= ValuesMax) return;
        var told = tags.Length == 0 ? null : tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString() ?? "");
        values.Enqueue(new(instrument.Name, KindOf(instrument), instrument.Unit, instrument.Description, value, told));
    }

    void Report()
    {
        listener.RecordObservableInstruments();
        var report = new List<Measured.Value>();
        while (values.TryDequeue(out var one)) report.Add(one);
        if (report.Count > 0) link.Say(new Measured(report));
    }

    static MeterKind KindOf(Instrument instrument) => instrument switch
    {
        Histogram<double> => MeterKind.Histogram,
        ObservableInstrument<int> or ObservableInstrument<long> or ObservableInstrument<double> => MeterKind.Gauge,
        _ => MeterKind.Counter,
    };
}

/// <summary>How values of an instrument go together.</summary>
enum MeterKind
{
    Counter,
    Histogram,
    Gauge,
}

/// <summary>What the exchange's instruments measured lately.</summary>
sealed record Measured(IReadOnlyList<Measured.Value> Values) : Message
{
    /// <param name="Tags">Null where there are none.</param>
    internal sealed record Value(
        string Name, MeterKind Kind, string? Unit, string? Meaning, double Is, IReadOnlyDictionary<string, string>? Tags);
}
