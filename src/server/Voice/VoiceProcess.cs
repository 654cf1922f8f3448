using System.Diagnostics;
using System.Globalization;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice;

/// <summary>Starts the telephone's process, and looks whether it lives. It outlives this program.</summary>
sealed class VoiceProcess(string dataFolder, ILogger log) : IDisposable
{
    const long LogBytesMax = 4 << 20;

    /// <summary>From one start to the next at least: one that cannot run must not eat the machine.</summary>
    static readonly TimeSpan startAgainAfter = TimeSpan.FromSeconds(1);

    readonly string words = Path.Combine(LinkSocket.Folder(dataFolder), "log");
    Process? started;
    long startedAt;

    /// <summary>Starts one, unless one that was started is on its way.</summary>
    public void EnsureStarted()
    {
        if (started is { HasExited: false } || startedAt > 0 && Stopwatch.GetElapsedTime(startedAt) < startAgainAfter) return;
        if (started is not null) VoiceLog.ProcessEnded(log, started.ExitCode, words);
        TurnLog();
        startedAt = Stopwatch.GetTimestamp();
        started?.Dispose();
        // A shell turns its words away from a terminal or a pipe that ends with this program, and becomes it.
        started = Process.Start(new ProcessStartInfo("/bin/sh",
            ["-c", "exec \"$@\" >> \"$0\" 2>&1 < /dev/null", words, .. Program(), "voice", "--data", Path.GetFullPath(dataFolder)]));
        VoiceLog.ProcessStarted(log, started!.Id);
    }

    /// <summary>Ends the one that runs on this data folder, whoever has started it, without a last word.</summary>
    public void EndHung()
    {
        try
        {
            var id = int.Parse(File.ReadAllText(Path.Combine(LinkSocket.Folder(dataFolder), "pid")), CultureInfo.InvariantCulture);
            if (!IsTelephone(id)) return;
            using var hung = Process.GetProcessById(id);
            VoiceLog.ProcessHangs(log, id);
            hung.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or FormatException or InvalidOperationException)
        {
            // It has ended by itself meanwhile.
        }
    }

    /// <summary>Waits until a process that was told to end is gone.</summary>
    public static async Task Gone(int process, TimeSpan patience)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            await found.WaitForExitAsync().WaitAsync(patience);
        }
        catch (Exception over) when (over is ArgumentException or TimeoutException)
        {
            // Gone already, or it takes its time: the next program finds it as it is.
        }
    }

    public void Dispose() => started?.Dispose();

    /// <summary>This very program: by its own name, or handed to <c>dotnet</c>.</summary>
    static string[] Program()
    {
        var (runner, program) = (Environment.ProcessPath!, typeof(VoiceProcess).Assembly.Location);
        return Path.GetFileNameWithoutExtension(runner) == Path.GetFileNameWithoutExtension(program) ? [runner] : ["dotnet", program];
    }

    /// <summary>A number may belong to another process by now. Where the system does not say what runs, it is believed.</summary>
    bool IsTelephone(int process) => !File.Exists("/proc/self/cmdline")
        || File.ReadAllText($"/proc/{process}/cmdline").Contains($"\0voice\0--data\0{Path.GetFullPath(dataFolder)}\0", StringComparison.Ordinal);

    void TurnLog()
    {
        if (new FileInfo(words) is { Exists: true, Length: > LogBytesMax } full) full.MoveTo(words + ".old", overwrite: true);
    }
}
