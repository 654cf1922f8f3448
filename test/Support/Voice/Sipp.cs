using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Centrala.Testing.Voice;

/// <summary>Debian's sipp (package sip-tester): a telephone or a carrier that plays a scenario.</summary>
public static class Sipp
{
    const string Program = "/usr/bin/sipp";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(100);

    /// <summary>Otherwise the test is skipped: so xunit knows it by the beginning of a failure's words.</summary>
    public static void MustBeThere()
    {
        if (!File.Exists(Program)) throw new InvalidOperationException("$XunitDynamicSkip$sipp is not installed.");
    }

    /// <summary>Has the caller of <see cref="Scenarios.CallUntilNudged"/> hang up.</summary>
    /// <param name="at">Where that sipp listens.</param>
    /// <param name="call">The call's Call-ID, as <c>-cid_str</c> made it.</param>
    public static async Task Nudge(IPEndPoint at, string call)
    {
        using var socket = new UdpClient(new IPEndPoint(at.Address, 0));
        var nudge = $"INFO sip:{at} SIP/2.0\r\nVia: SIP/2.0/UDP {socket.Client.LocalEndPoint};branch=z9hG4bK{Guid.NewGuid():n}\r\n"
            + $"From: <sip:test@{at}>;tag=1\r\nTo: <sip:{at}>\r\nCall-ID: {call}\r\nCSeq: 9 INFO\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
        await socket.SendAsync(Encoding.UTF8.GetBytes(nudge), at);
    }

    /// <summary>Plays a scenario to its end.</summary>
    /// <param name="scenario">What stands between the scenario's tags.</param>
    /// <returns>0 when every call went as the scenario has it.</returns>
    public static Task<(int Exit, string Said)> Play(string scenario, string arguments) =>
        PlayUntil(scenario, arguments, CancellationToken.None);

    /// <summary>Plays a scenario to its end, or until it is killed.</summary>
    public static async Task<(int Exit, string Said)> PlayUntil(string scenario, string arguments, CancellationToken killed)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"test\">\n{scenario}\n</scenario>\n", CancellationToken.None);
        try
        {
            return await Run($"-sf {file} -nostdin {arguments}", killed);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task<(int Exit, string Said)> Run(string arguments, CancellationToken killed)
    {
        using var sipp = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["TERM"] = "dumb" },
        })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken, killed);
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
