using System.Diagnostics.Metrics;
using Centrala.Server.Telemetry;

namespace Centrala.Server.Tests.Telemetry;

public sealed class Metrics : IDisposable
{
    readonly Meter meter = new("Centrala.Tests." + Guid.NewGuid());
    readonly MetricStore store = new();

    public void Dispose()
    {
        store.Dispose();
        meter.Dispose();
    }

    [Fact]
    public void Of_a_counter_add_up_for_each_set_of_tags()
    {
        var counter = meter.CreateCounter<int>("refusals", null, "Refused\nwork.");
        counter.Add(1, new KeyValuePair<string, object?>("reason", "too \"large\"\\\n"));
        counter.Add(2, new KeyValuePair<string, object?>("reason", "too \"large\"\\\n"));
        counter.Add(5);
        Assert.Equal(
            ["# HELP refusals_total Refused\\nwork.", "# TYPE refusals_total counter",
                "refusals_total 5", "refusals_total{reason=\"too \\\"large\\\"\\\\\\n\"} 3"],
            Lines());
    }

    [Fact]
    public void Of_a_histogram_count_what_is_at_most_each_bound()
    {
        var histogram = meter.CreateHistogram<double>("commit", "ms");
        foreach (var value in new[] { 1, 1.5, 20_000 }) histogram.Record(value);
        var lines = Lines();
        Assert.Contains("commit_milliseconds_bucket{le=\"1\"} 1", lines);
        Assert.Contains("commit_milliseconds_bucket{le=\"2\"} 2", lines);
        Assert.Contains("commit_milliseconds_bucket{le=\"10000\"} 2", lines);
        Assert.Contains("commit_milliseconds_bucket{le=\"+Inf\"} 3", lines);
        Assert.Contains("commit_milliseconds_sum 20002.5", lines);
        Assert.Contains("commit_milliseconds_count 3", lines);
    }

    [Fact]
    public void Of_an_observed_gauge_show_the_value_of_the_moment()
    {
        var waiting = 3;
        meter.CreateObservableGauge("waiting", () => waiting);
        Assert.Contains("waiting 3", Lines());
        waiting = 1;
        Assert.Contains("waiting 1", Lines());
    }

    [Fact]
    public void Keep_a_bounded_number_of_series()
    {
        var counter = meter.CreateCounter<int>("odd");
        for (var i = 0; i < InstrumentSeries.SeriesMax + 10; i++) counter.Add(1, new KeyValuePair<string, object?>("path", i));
        Assert.Equal(InstrumentSeries.SeriesMax, Lines().Count(line => line.StartsWith("odd_total{", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cost_no_memory_once_a_series_exists()
    {
        var counter = meter.CreateCounter<long>("hot");
        var tag = new KeyValuePair<string, object?>("group", "messages");
        counter.Add(1, tag);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) counter.Add(1, tag);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    string[] Lines() => [.. PrometheusText.Write(store.Collect().Where(series => series.Instrument.Meter == meter))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
