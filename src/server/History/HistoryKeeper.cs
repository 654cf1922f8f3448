using System.Diagnostics;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.History;

/// <summary>Keeps the history a moment behind the centre: first what the journal says, then the words.</summary>
sealed class HistoryKeeper(Cell cell, Db database, ILogger<HistoryKeeper> log) : BackgroundService
{
    /// <summary>How often it looks; a decision is in the history within this and the time of one batch.</summary>
    static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>How often it looks for messages of open contacts: a chat says a lot, and its end comes by itself.</summary>
    static readonly TimeSpan messagesEvery = TimeSpan.FromSeconds(5);

    /// <summary>While contacts come in, it rests this many times as long as a batch or such a look took: nobody who waits for an
    /// answer waits for the history. What lags behind is caught up when it is quieter.</summary>
    const int RestWhileBusy = 29;

    long lookedAt;
    TimeSpan restFromMessages;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(lookEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // One program fills it: the one that writes the cell.
            if (cell.Status == CellStatus.Writes) await Look(stop);
        }
    }

    async Task Look(CancellationToken stop)
    {
        try
        {
            await UntilDone(() => FollowJournal.Once(database, stop), stop);
            await LookForMessages(stop);
            await UntilDone(() => FillEntries.Once(database, stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was begun is done by the next start.
        }
        catch (Exception failure) when (StorageFailures.ProblemOf(failure) is not null)
        {
            HistoryLog.Waits(log, failure);
        }
    }

    // It looks at every open contact, of which there may be many.
    async Task LookForMessages(CancellationToken stop)
    {
        if (Stopwatch.GetElapsedTime(lookedAt) < restFromMessages) return;
        var started = Stopwatch.GetTimestamp();
        await FillEntries.MarkBehind(database, stop);
        lookedAt = Stopwatch.GetTimestamp();
        var rest = RestWhileBusy * Stopwatch.GetElapsedTime(started);
        restFromMessages = rest > messagesEvery ? rest : messagesEvery;
    }

    async Task UntilDone(Func<Task<bool>> once, CancellationToken stop)
    {
        for (var more = true; more && !stop.IsCancellationRequested;)
        {
            var (sequence, started) = (cell.Sequence, Stopwatch.GetTimestamp());
            more = await once();
            if (more && cell.Sequence != sequence)
                await Task.Delay(RestWhileBusy * Stopwatch.GetElapsedTime(started), stop);
        }
    }
}

static partial class HistoryLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The history waits for the database.")]
    public static partial void Waits(ILogger logger, Exception failure);
}
