using System.Runtime;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice;

/// <summary>
/// <c>centrala voice</c>: the telephone in a process and a session of its own. The centre starts it, and finds it again by its
/// socket; it ends when the centre tells it to, or by a signal, and hangs up then.
/// </summary>
static class RunVoice
{
    /// <summary>What ended is told to the centre for so long; the rest stands in the outbox.</summary>
    static readonly TimeSpan drain = TimeSpan.FromSeconds(5);

    /// <returns>0 when it ended in good order; 1 when there is nothing to do: no settings, or another one runs.</returns>
    public static async Task<int> Run(string dataFolder, CancellationToken stop)
    {
        // Refused to the leader of a session, who needs none.
        _ = LinuxCalls.NewSession();
        if (VoiceSettings.Of(dataFolder) is not { } settings) return Complain($"There is no {VoiceSettings.FileName} in {dataFolder}.");
        var folder = LinkSocket.Folder(dataFolder);
        using var alone = TryLock(folder);
        if (alone is null) return Complain($"Another one runs on {dataFolder}.");

        await File.WriteAllTextAsync(Path.Combine(folder, "pid"), $"{Environment.ProcessId}", stop);
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console =>
            (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ ", true)));
        using var exchange = new Exchange(settings, folder, TimeProvider.System, logs.CreateLogger("Centrala.Voice"));
        using var report = new MeterReport(exchange.Link);
        using var door = new ExchangeDoor(exchange, dataFolder);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var serving = door.Run(over.Token);
        await Task.WhenAny(exchange.Over, serving);
        if (!exchange.Over.IsCompleted) await Task.WhenAny(exchange.Close(), Task.Delay(drain, CancellationToken.None));
        await over.CancelAsync();
        return 0;
    }

    static FileStream? TryLock(string folder)
    {
        try
        {
            return new(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    static int Complain(string what)
    {
        Console.Error.WriteLine($"centrala voice: {what}");
        return 1;
    }
}
