using System.Diagnostics;
using Centrala.Testing.Voice;

namespace Centrala.Bench.Voice;

/// <summary>Debian's sipp as carrier and as phones.</summary>
static class SippScenarios
{
    public const string Program = "/usr/bin/sipp";

    /// <summary>A call that is answered, talked for half a second, and hung up by its caller.</summary>
    public static string Call(string number, int sound) =>
        $"{Scenarios.Call(sound, number)}\n{Scenarios.Pause(500)}\n{Scenarios.CallerBye}";

    /// <summary>A phone that is picked up until the other side hangs up.</summary>
    public static string PickUp(int sound) => $"{Scenarios.PickUp(sound)}\n{Scenarios.Hears}";

    /// <summary>Plays a scenario to its end.</summary>
    /// <returns>What sipp says at its end.</returns>
    public static async Task<string> Run(string scenario, string arguments)
    {
        using var sipp = Start(scenario, arguments);
        var (output, errors) = (sipp.StandardOutput.ReadToEndAsync(), sipp.StandardError.ReadToEndAsync());
        await sipp.WaitForExitAsync();
        return await output + await errors;
    }

    /// <summary>Plays a scenario until it is killed.</summary>
    public static Process Start(string scenario, string arguments)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"bench\">\n{scenario}\n</scenario>\n");
        return Process.Start(new ProcessStartInfo(Program, $"-sf {file} -nostdin {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["TERM"] = "dumb" },
        })!;
    }
}
