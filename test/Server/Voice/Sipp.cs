using System.Diagnostics;

namespace Centrala.Server.Tests.Voice;

/// <summary>Debian's sipp (package sip-tester): a telephone or a carrier that plays a scenario.</summary>
static class Sipp
{
    const string Program = "/usr/bin/sipp";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(40);

    public static void MustBeThere() => Assert.SkipUnless(File.Exists(Program), "sipp is not installed.");

    /// <summary>Plays a scenario to its end.</summary>
    /// <param name="scenario">What stands between the scenario's tags.</param>
    /// <returns>0 when every call went as the scenario has it.</returns>
    public static async Task<(int Exit, string Said)> Play(string scenario, string arguments)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"test\">\n{scenario}\n</scenario>\n");
        try
        {
            return await Run($"-sf {file} -nostdin {arguments}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task<(int Exit, string Said)> Run(string arguments)
    {
        using var sipp = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["TERM"] = "dumb" },
        })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            var (output, errors) = (sipp.StandardOutput.ReadToEndAsync(deadline.Token), sipp.StandardError.ReadToEndAsync(deadline.Token));
            await sipp.WaitForExitAsync(deadline.Token);
            return (sipp.ExitCode, await output + await errors);
        }
        finally
        {
            if (!sipp.HasExited) sipp.Kill();
        }
    }
}
