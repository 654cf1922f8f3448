using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Centrala.Server.Telemetry;

/// <summary>Adds up what the program's instruments report, from the start of the process.</summary>
sealed class MetricStore : IDisposable
{
    /// <summary>The meters that are kept; a name that ends in a dot stands for all that begin so.</summary>
    public static readonly IReadOnlyList<string> Meters =
        ["Centrala.", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql"];

    readonly ConcurrentDictionary<Instrument, InstrumentSeries> instruments = [];
    readonly MeterListener listener = new();

    public MetricStore()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (Meters.Any(name => Matches(instrument.Meter.Name, name)))
                listening.EnableMeasurementEvents(instrument, instruments.GetOrAdd(instrument, made => new(made)));
        };
        // An instrument's series end with its meter: of a program that was stopped in this process, say.
        listener.MeasurementsCompleted = (instrument, _) => instruments.TryRemove(instrument, out var _);
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        listener.Start();
    }

    /// <summary>Asks the observable instruments, then gives all, by name.</summary>
    public IReadOnlyList<InstrumentSeries> Collect()
    {
        listener.RecordObservableInstruments();
        return [.. instruments.Values.OrderBy(series => series.Instrument.Name, StringComparer.Ordinal)];
    }

    public void Dispose() => listener.Dispose();

    static bool Matches(string meter, string name) =>
        name.EndsWith('.') ? meter.StartsWith(name, StringComparison.Ordinal) : meter == name;

    static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((InstrumentSeries)state!).Record(value, tags);
}
