using System.Globalization;

namespace Centrala.Server.Foundation;

/// <summary>What was said behind a command's name: files, <c>--option value</c> or <c>--option=value</c>, <c>--switch</c>.</summary>
public sealed class Arguments
{
    readonly Dictionary<string, string> given = [];
    readonly List<string> files = [];

    /// <param name="options">Names that take a value, without their dashes.</param>
    /// <param name="switches">Names that take none; <c>help</c> is always one.</param>
    /// <exception cref="ArgumentsException">Something there is neither, or lacks its value.</exception>
    public Arguments(string[] said, string[] options, string[] switches)
    {
        for (var i = 0; i < said.Length; i++)
        {
            var parts = said[i].Split('=', 2);
            var name = parts[0].StartsWith("--", StringComparison.Ordinal) ? parts[0][2..] : parts[0] == "-h" ? "help" : null;
            if (name is null) files.Add(said[i]);
            else if (name == "help" || switches.Contains(name)) given[name] = "";
            else if (!options.Contains(name)) throw new ArgumentsException($"There is no option --{name} here.");
            else if (parts.Length == 2) given[name] = parts[1];
            else if (++i < said.Length) given[name] = said[i];
            else throw new ArgumentsException($"--{name} wants a value.");
        }
    }

    /// <summary>What is no option, in order.</summary>
    public IReadOnlyList<string> Files => files;

    public bool Has(string name) => given.ContainsKey(name);

    public string? Text(string name) => given.GetValueOrDefault(name);

    /// <exception cref="ArgumentsException">It is no number between the two.</exception>
    public double? Number(string name, double from, double to) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to
            ? value
            : throw new ArgumentsException(FormattableString.Invariant($"--{name} wants a number from {from} to {to}."));

    /// <exception cref="ArgumentsException">It is no whole number between the two.</exception>
    public int? Whole(string name, int from, int to) => Number(name, from, to) is not { } value ? null
        : value == Math.Floor(value) ? (int)value
        : throw new ArgumentsException($"--{name} wants a whole number.");

    /// <exception cref="ArgumentsException">It is no date like 2026-11-30.</exception>
    public DateOnly? Date(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new ArgumentsException($"--{name} wants a date like 2026-11-30.");
}

/// <summary>A command was called in a way that it does not understand; the message says what is wrong.</summary>
public sealed class ArgumentsException(string message) : Exception(message);
