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

    /// <summary>Looks for messages of open contacts every so many times: a chat says a lot, and its end comes by itself.</summary>
    const int LooksBetweenMessages = 5;

    /// <summary>While contacts come in, it rests this many times as long as a batch took: nobody who waits for an answer waits
    /// for the history. What lags behind is caught up when it is quieter.</summary>
    const int RestWhileBusy = 9;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        for (var look = 0; !stop.IsCancellationRequested; look++)
        {
            await Task.Delay(lookEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // One program fills it: the one that writes the cell.
            if (cell.Status == CellStatus.Writes) await Look(withMessages: look % LooksBetweenMessages == 0, stop);
        }
    }

    async Task Look(bool withMessages, CancellationToken stop)
    {
        try
        {
            await UntilDone(() => FollowJournal.Once(database, stop), stop);
            if (withMessages) await FillEntries.MarkBehind(database, stop);
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
