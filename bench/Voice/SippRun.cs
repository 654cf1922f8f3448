using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Centrala.Bench.Voice;

/// <summary>A running sipp: Debian's telephone that plays a scenario, again and again.</summary>
sealed partial class SippRun : IDisposable
{
    public const string Program = "/usr/bin/sipp";

    readonly string folder;
    readonly Process process;
    readonly Task<string> output, errors;

    SippRun(string folder, Process process)
    {
        (this.folder, this.process) = (folder, process);
        // What it paints must be read, or it stands still.
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public static SippRun Start(string scenario, string arguments)
    {
        var folder = Directory.CreateTempSubdirectory("centrala-sipp-").FullName;
        var file = Path.Combine(folder, "scenario.xml");
        File.WriteAllText(file, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"bench\">\n{scenario}\n</scenario>\n");
        return new(folder, Process.Start(new ProcessStartInfo(Program,
            $"-sf {file} -nostdin -trace_logs -log_file {Path.Combine(folder, "notes")} {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["TERM"] = "dumb" },
        })!);
    }

    /// <summary>Waits until it has played all its calls.</summary>
    /// <returns>How many went as the scenario has it.</returns>
    public async Task<int> Over()
    {
        await process.WaitForExitAsync();
        var said = await output + await errors;
        if (Successes().Matches(said) is not { Count: > 0 } found) throw new InvalidOperationException(said);
        return int.Parse(found[^1].Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>What the scenario had it note so far.</summary>
    public IEnumerable<Noted> Notes()
    {
        var file = Path.Combine(folder, "notes");
        return File.Exists(file) ? File.ReadLines(file).Select(Noted.Of).OfType<Noted>() : [];
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"Successful call\s*\|\s*\d+\s*\|\s*(\d+)")]
    private static partial Regex Successes();
}

/// <summary>What sipp noted of a call.</summary>
/// <param name="AtMs">By the machine's clock, since 1970.</param>
/// <param name="Whom">Whom it is about: a caller's number, an agent's phone, or that and the caller's.</param>
sealed record Noted(string What, double AtMs, string[] Whom)
{
    /// <returns>Null for a line that is not whole.</returns>
    public static Noted? Of(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 4 && double.TryParse(words[1], CultureInfo.InvariantCulture, out var seconds)
            && double.TryParse(words[2], CultureInfo.InvariantCulture, out var micros)
            ? new(words[0], (seconds * 1000) + (micros / 1000), words[3..])
            : null;
    }
}
