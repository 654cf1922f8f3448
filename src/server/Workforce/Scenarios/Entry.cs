using System.Globalization;
using System.Text.RegularExpressions;
using Centrala.Core.Workforce;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Centrala.Server.Workforce.Scenarios;

/// <summary>One value of a planner's file; what is wrong with it is told with its line and what was expected.</summary>
/// <param name="path">Where it stands, like <c>queues[0].patience</c>.</param>
sealed partial class Entry(string path, YamlNode node)
{
    public string Path => path;

    /// <summary>A whole file.</summary>
    /// <exception cref="UnreadableInputException">It is not YAML.</exception>
    public static Entry OfText(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            return stream.Documents.Count == 1
                ? new("", stream.Documents[0].RootNode)
                : throw new UnreadableInputException(1, "one document was expected.");
        }
        catch (YamlException wrong)
        {
            throw new UnreadableInputException((int)wrong.Start.Line, $"YAML was expected: {wrong.Message}");
        }
        catch (InvalidOperationException)
        {
            // The library's own answer to a list or group that never ends.
            throw new UnreadableInputException(
                (int)(parser.Current?.End.Line ?? 1), "YAML was expected: a list or group that begins here does not end.");
        }
    }

    public bool IsMap => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    public UnreadableInputException Expected(string what) =>
        new((int)node.Start.Line, $"{path}: {what} was expected{Found()}.");

    public bool Is(string word) => node is YamlScalarNode scalar && scalar.Value == word;

    public string Text() => node is YamlScalarNode { Value: { Length: > 0 and <= 100 } text } ? text : throw Expected("a name");

    /// <param name="known">The names that may stand here.</param>
    public Fields Fields(params string[] known)
    {
        if (node is not YamlMappingNode map) throw Expected($"a group of {string.Join(", ", known)}");
        var fields = new Dictionary<string, Entry>();
        foreach (var (key, value) in map.Children)
        {
            var entry = new Entry($"{path}.{key}".TrimStart('.'), value);
            if (!known.Contains(key.ToString()))
            {
                throw new UnreadableInputException(
                    (int)key.Start.Line, $"{entry.Path}: there is no such field; there is {string.Join(", ", known)}.");
            }

            fields[key.ToString()] = entry;
        }

        return new(this, fields);
    }

    /// <summary>A group whose names are the file's own, such as skills.</summary>
    public IEnumerable<(string Name, Entry Value)> Named() => node is YamlMappingNode map
        ? map.Children.Select(pair => (pair.Key.ToString(), new Entry($"{path}.{pair.Key}", pair.Value)))
        : throw Expected("names with values, like { billing: 2 }");

    public IReadOnlyList<Entry> List(int least = 0) =>
        node is YamlSequenceNode list && list.Children.Count >= least
            ? [.. list.Children.Select((child, place) => new Entry($"{path}[{place}]", child))]
            : throw Expected(least > 0 ? "a list that is not empty" : "a list");

    public double Number(double least, double most)
    {
        if (node is YamlScalarNode scalar
            && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }
        throw Expected(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
    }

    public int Whole(int least, int most)
    {
        var number = Number(least, most);
        return number == Math.Floor(number) ? (int)number : throw Expected("a whole number");
    }

    /// <summary>A time like 180s, 3m, 0.5h: in ticks exactly.</summary>
    public TimeSpan Time(bool mayBeZero = false)
    {
        var match = TimeText().Match(node is YamlScalarNode { Value: { } text } ? text : "");
        if (!match.Success) throw Expected("a time like 180s, 3m or 8h");
        var time = decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * match.Groups[2].Value switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            _ => TimeSpan.TicksPerDay,
        };
        if (time > LongestTicks) throw Expected("a time of at most ten years");
        return time > 0 || mayBeZero ? TimeSpan.FromTicks((long)time) : throw Expected("a time longer than none");
    }

    /// <summary>A date like 2026-11-30.</summary>
    public DateOnly Date() =>
        DateOnly.TryParseExact((node as YamlScalarNode)?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Expected("a date like 2026-11-30");

    /// <summary>A time of day like 09:30, in minutes after midnight; 24:00 is its end.</summary>
    public int Clock()
    {
        var match = ClockText().Match((node as YamlScalarNode)?.Value ?? "");
        var minute = match.Success
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * 60 + int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)
            : int.MaxValue;
        return minute <= 1440 ? minute : throw Expected("a time of day like 09:30");
    }

    public bool Flag() => Is("true") || (Is("false") ? false : throw Expected("true or false"));

    const long LongestTicks = 3_653 * TimeSpan.TicksPerDay;

    string Found() => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } => $", not “{(text.Length > 40 ? text[..40] + "…" : text)}”",
        YamlScalarNode => ", not nothing",
        YamlSequenceNode => ", not a list",
        _ => ", not a group of fields",
    };

    [GeneratedRegex(@"^([0-9]{1,9}(?:\.[0-9]{1,7})?) ?(ms|s|m|h|d)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeText();

    [GeneratedRegex("^([0-9]{1,2}):([0-5][0-9])$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockText();
}

/// <summary>The fields of one group of a scenario file.</summary>
sealed class Fields(Entry group, Dictionary<string, Entry> fields)
{
    public Entry? this[string name] => fields.GetValueOrDefault(name);

    public bool Has(string name) => fields.ContainsKey(name);

    public Entry Needed(string name) => this[name] ?? throw group.Expected($"a field “{name}”");
}
