using Centrala.Server.Database;

namespace Centrala.Server.Dispatch;

/// <summary>
/// Keeps the cell written: becomes its writer, or stands by until the one there is goes, and starts again after a failure.
/// </summary>
sealed class CellHost(Cell cell, Database.Database database, Settings settings, ILogger<CellHost> log) : BackgroundService
{
    /// <summary>Between two attempts to become the writer.</summary>
    static readonly TimeSpan retryEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Reading a damaged journal again helps only once somebody has restored it.</summary>
    static readonly TimeSpan retryDamagedEvery = TimeSpan.FromSeconds(30);

    readonly Poison poison = new();
    Problem refusal = DispatchProblems.NoWriter;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        DispatchMetrics.ShowSequence(() => cell.Sequence);
        using var patience = new CancellationTokenSource();
        var refusing = RefuseImpatient(patience.Token);
        while (!stop.IsCancellationRequested)
        {
            await Reign(stop);
            await Pause(cell.Status == CellStatus.Damaged ? retryDamagedEvery : retryEvery, stop);
        }
        cell.Status = CellStatus.Stopped;
        await patience.CancelAsync();
        await refusing;
        cell.RefuseImpatient(DispatchProblems.NoWriter, TimeSpan.MinValue);
    }

    async Task Reign(CancellationToken stop)
    {
        try
        {
            await using var reign = await Dispatch.Reign.TryBegin(database, Cell.Default, stop);
            if (reign is null) StandBy();
            else await Write(reign, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while it waited for the database.
        }
        catch (DamagedJournalException damage)
        {
            Say(CellStatus.Damaged, damage.Message, () => DispatchLog.Damaged(log, Cell.Default, damage.Message));
        }
        // Whatever ended the writer, the next one starts from what is stored. Nothing of this one's memory is used again.
        catch (Exception failure)
        {
            poison.ReignEnded(failure);
            refusal = StorageFailures.ProblemOf(failure) ?? DispatchProblems.NoWriter;
            Say(CellStatus.Starting, failure.Message, () => DispatchLog.ReignEnded(log, failure, Cell.Default));
        }
    }

    async Task Write(Reign reign, CancellationToken stop)
    {
        cell.Status = CellStatus.Starting;
        var bequest = reign.Inherited;
        var recovered = await new Recovery(reign, log).Restore(stop);
        var writer = CellWriter.After(recovered, cell, reign, (settings.Time, TimeProvider.System), poison, log);
        DispatchLog.ReignBegan(log, reign.Cell, bequest.Sequence, bequest.Epoch, bequest.Sequence - recovered.SnapshotAt);
        DispatchMetrics.ReignBegan();
        cell.Sequence = bequest.Sequence;
        Say(CellStatus.Writes, null, () => { });
        refusal = DispatchProblems.NoWriter;
        await writer.Run(stop);
    }

    void StandBy() => Say(CellStatus.StandsBy, "Another program writes.", () => DispatchLog.StandsBy(log, Cell.Default));

    // The same news is told once, not twice a second.
    void Say(CellStatus status, string? detail, Action tell)
    {
        if (cell.Status != status || cell.StatusDetail != detail) tell();
        (cell.Status, cell.StatusDetail) = (status, detail);
    }

    async Task RefuseImpatient(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            cell.RefuseImpatient(refusal, Cell.Patience);
            await Pause(retryEvery, stop);
        }
    }

    static async Task Pause(TimeSpan time, CancellationToken stop) =>
        await Task.Delay(time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
