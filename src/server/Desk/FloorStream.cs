using System.Diagnostics;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Npgsql;

namespace Centrala.Server.Desk;

/// <summary>
/// Tells those who watch the floor what is different on it: twice a second at most while things change, each reader's
/// part only. What it takes of the writer's time is bounded: a floor that takes long to copy is copied less often.
/// </summary>
sealed class FloorStream(Cell cell, Floors floors, HelpRequests help, LiveStream stream, ILogger<FloorStream> log) : BackgroundService
{
    /// <summary>A floor is copied at most for one twentieth of the time.</summary>
    const int RestFactor = 20;

    static readonly TimeSpan atMostEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Also when nothing changes: today's figures come from committed rows, which may be a moment behind.</summary>
    static readonly TimeSpan atLeastEvery = TimeSpan.FromSeconds(5);

    readonly FloorReaders readers = new(stream);
    int changed = 1;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        cell.Published += (_, _) => Volatile.Write(ref changed, 1);
        cell.Recovered += _ => Volatile.Write(ref changed, 1);
        help.Changed += _ => Volatile.Write(ref changed, 1);
        var rest = atMostEvery;
        var sent = Stopwatch.StartNew();
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(rest, CancellationToken.None);
            rest = atMostEvery;
            if (!stream.IsWatched(Topic.Floor)) continue;
            if (Interlocked.Exchange(ref changed, 0) == 0 && sent.Elapsed < atLeastEvery) continue;
            sent.Restart();
            if (!await Send(stop)) Volatile.Write(ref changed, 1);
            if (sent.Elapsed * RestFactor > rest) rest = TimeSpan.FromTicks(Math.Min((sent.Elapsed * RestFactor).Ticks, atLeastEvery.Ticks));
        }
    }

    /// <returns>False when nobody could be told; it is tried again.</returns>
    async Task<bool> Send(CancellationToken stop)
    {
        try
        {
            var whole = await floors.Whole(stop);
            readers.Tell(whole);
            return true;
        }
        catch (Exception failure) when (failure is UnavailableException or NpgsqlException or OperationCanceledException)
        {
            if (!stop.IsCancellationRequested) DeskLog.SendFailed(log, failure, "floor");
            return false;
        }
    }
}
