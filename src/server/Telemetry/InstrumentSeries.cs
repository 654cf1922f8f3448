using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Centrala.Server.Telemetry;

/// <summary>One instrument's values, one series for each combination of tags that occurred.</summary>
sealed class InstrumentSeries
{
    /// <summary>Further combinations of tags are not kept: whoever sends odd requests must not fill the memory.</summary>
    public const int SeriesMax = 500;

    /// <summary>In whole units, for amounts and milliseconds.</summary>
    static readonly double[] wholeBounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

    /// <summary>For instruments whose unit is the second.</summary>
    static readonly double[] secondBounds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

    readonly ConcurrentDictionary<TagSet, Series> series = new(TagSet.Comparer);
    readonly ConcurrentDictionary<TagSet, Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> byTags;
    readonly double[] bounds;

    public InstrumentSeries(Instrument instrument)
    {
        Instrument = instrument;
        byTags = series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        var generic = instrument.GetType() is { IsGenericType: true } type ? type.GetGenericTypeDefinition() : null;
        Kind = generic == typeof(Histogram<>) ? MetricKind.Histogram
            : generic == typeof(Counter<>) ? MetricKind.Counter
            : generic == typeof(UpDownCounter<>) ? MetricKind.Sum
            : generic == typeof(ObservableCounter<>) ? MetricKind.ObservedCounter
            : MetricKind.Gauge;
        bounds = Kind != MetricKind.Histogram ? [] : instrument.Unit == "s" ? secondBounds : wholeBounds;
    }

    public Instrument Instrument { get; }

    public MetricKind Kind { get; }

    /// <summary>Upper bounds of the buckets, rising, without the last, infinite one.</summary>
    public IReadOnlyList<double> Bounds => bounds;

    public IEnumerable<KeyValuePair<TagSet, Series>> All => series;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!byTags.TryGetValue(tags, out var found))
        {
            if (series.Count >= SeriesMax) return;
            found = series.GetOrAdd(new(tags), _ => new(bounds.Length + 1));
        }
        if (Kind == MetricKind.Histogram) found.Observe(value, Bucket(value));
        else if (Kind is MetricKind.Counter or MetricKind.Sum) found.Add(value);
        else found.Set(value);
    }

    int Bucket(double value)
    {
        var bucket = 0;
        while (bucket < bounds.Length && value > bounds[bucket]) bucket++;
        return bucket;
    }

    /// <summary>The running total, the last value, or the histogram of one combination of tags.</summary>
    public sealed class Series(int buckets)
    {
        readonly Lock gate = new();
        readonly long[] counts = new long[buckets];
        double total;

        public void Add(double value)
        {
            lock (gate) total += value;
        }

        public void Set(double value)
        {
            lock (gate) total = value;
        }

        public void Observe(double value, int bucket)
        {
            lock (gate) (total, counts[bucket]) = (total + value, counts[bucket] + 1);
        }

        /// <summary>The total (of a histogram: the sum of its values) and how many values fell into each bucket.</summary>
        public (double Total, long[] Counts) Read()
        {
            lock (gate) return (total, [.. counts]);
        }
    }
}

/// <summary>How an instrument's values go together.</summary>
enum MetricKind
{
    /// <summary>Reports growth; only rises.</summary>
    Counter,

    /// <summary>Reports changes, up and down.</summary>
    Sum,

    /// <summary>Reports its total, which only rises.</summary>
    ObservedCounter,

    /// <summary>Reports the value of the moment.</summary>
    Gauge,

    Histogram,
}
