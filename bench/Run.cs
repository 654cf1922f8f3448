using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centrala.Bench;

/// <summary>One question: what it measures is reported as it becomes known.</summary>
/// <param name="Group">
/// Runs alone with <c>./centrala bench GROUP</c>; takes at most ten minutes. One of several in a group has a name behind
/// a dot, and runs alone by both.
/// </param>
sealed record Bench(string Group, Func<Report, Task> Measure)
{
    public bool IsIn(string group) => Group == group || Group.StartsWith(group + '.', StringComparison.Ordinal);
}

/// <summary>
/// Runs the benches that were asked for and prints their figures: a table, or with <c>--json</c> one line each.
/// </summary>
static class Run
{
    /// <returns>
    /// The exit code: 0, or 1 when a group is unknown or a bench failed. A missed target is a figure, not a failure.
    /// </returns>
    public static async Task<int> These(string[] arguments, IReadOnlyList<Bench> benches)
    {
        var groups = arguments.Where(argument => !argument.StartsWith('-')).ToArray();
        var unknown = groups.Where(group => !benches.Any(bench => bench.IsIn(group))).ToArray();
        if (unknown.Length > 0)
        {
            var known = string.Join(", ", benches.Select(bench => bench.Group).Distinct());
            await Console.Error.WriteLineAsync($"No such group: {string.Join(", ", unknown)}. There is: {known}.");
            return 1;
        }

        var report = new Report(arguments.Contains("--json"));
        report.Note($"load average {LoadAverage()}, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        foreach (var bench in benches.Where(bench => groups.Length == 0 || groups.Any(bench.IsIn)))
        {
            await bench.Measure(report);
        }
        return 0;
    }

    /// <summary>
    /// Of the last one, five and fifteen minutes; absolute figures count only when the first is below 1 before the run.
    /// </summary>
    static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}

/// <summary>Where a bench says what it found.</summary>
sealed class Report(bool asJson)
{
    static readonly JsonSerializerOptions Compact = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="figure">Group, dot, name; the unit last where the name needs it.</param>
    /// <param name="atLeast">The target when more is better.</param>
    /// <param name="atMost">The target when less is better.</param>
    public void Figure(string figure, double value, string unit, double? atLeast = null, double? atMost = null)
    {
        var target = atLeast ?? atMost;
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { figure, value = Rounded(value), unit, target }, Compact));
            return;
        }

        var met = atLeast is not null ? value >= atLeast : atMost is null || value <= atMost;
        var sign = atLeast is not null ? "≥" : "≤";
        var wanted = target is { } number ? $"{sign} {Text(number)}{(met ? "" : "  missed")}" : "";
        Console.WriteLine($"{figure,-40} {Text(value),16} {unit,-6} {wanted}");
    }

    /// <summary>Something to know beside the figures; on the error stream, so that JSON stays clean.</summary>
    public void Note(string text) => Console.Error.WriteLine("# " + text);

    /// <summary>Four significant digits are more than a shared machine can promise.</summary>
    static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        var scale = Math.Pow(10, Math.Max(0, 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)))));
        return Math.Round(value * scale) / scale;
    }

    static string Text(double value) => Rounded(value).ToString("#,0.####", CultureInfo.InvariantCulture);
}
