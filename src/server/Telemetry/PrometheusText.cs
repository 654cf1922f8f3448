using System.Globalization;

namespace Centrala.Server.Telemetry;

/// <summary>Writes metrics in Prometheus' text format, version 0.0.4.</summary>
static class PrometheusText
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Prometheus spells units out, in the plural, at the end of a name; these are OpenTelemetry's short forms.</summary>
    static readonly Dictionary<string, string> units = new()
    {
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["By"] = "bytes",
        ["%"] = "percent",
    };

    public static string Write(IEnumerable<InstrumentSeries> instruments)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var instrument in instruments.DistinctBy(Name)) Write(text, instrument);
        return text.ToString();
    }

    static void Write(TextWriter text, InstrumentSeries instrument)
    {
        var name = Name(instrument);
        if (instrument.Instrument.Description is { Length: > 0 } help) text.Write($"# HELP {name} {EscapeHelp(help)}\n");
        text.Write($"# TYPE {name} {Type(instrument.Kind)}\n");
        foreach (var (tags, series) in instrument.All)
        {
            var (total, counts) = series.Read();
            var labels = string.Join(',', tags.Tags.Select(tag => $"{Clean(tag.Key)}=\"{EscapeLabel(Text(tag.Value))}\""));
            if (instrument.Kind == MetricKind.Histogram) WriteHistogram(text, name, labels, instrument.Bounds, total, counts);
            else text.Write($"{name}{Braces(labels)} {Number(total)}\n");
        }
    }

    static void WriteHistogram(
        TextWriter text, string name, string labels, IReadOnlyList<double> bounds, double total, long[] counts)
    {
        var before = labels == "" ? "" : labels + ",";
        var sum = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            sum += counts[i];
            text.Write($"{name}_bucket{{{before}le=\"{(i < bounds.Count ? Number(bounds[i]) : "+Inf")}\"}} {sum}\n");
        }
        text.Write($"{name}_sum{Braces(labels)} {Number(total)}\n{name}_count{Braces(labels)} {sum}\n");
    }

    static string Name(InstrumentSeries instrument)
    {
        var name = Clean(instrument.Instrument.Name);
        var unit = units.GetValueOrDefault(instrument.Instrument.Unit ?? "");
        if (unit is not null && !name.EndsWith(unit, StringComparison.Ordinal)) name += "_" + unit;
        var counts = instrument.Kind is MetricKind.Counter or MetricKind.ObservedCounter;
        return counts && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    static string Type(MetricKind kind) => kind switch
    {
        MetricKind.Counter or MetricKind.ObservedCounter => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };

    static string Clean(string name) => string.Concat(
        name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    static string Braces(string labels) => labels == "" ? "" : $"{{{labels}}}";

    static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static string EscapeHelp(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    static string EscapeLabel(string text) => EscapeHelp(text).Replace("\"", "\\\"", StringComparison.Ordinal);
}
