using System.Collections.Frozen;
using Centrala.Core.Measures;
using Centrala.Server.Dispatch;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>
/// Today's figures of each queue and each agent: the fold of the journal over the day so far, kept going with each commit. It is folded
/// anew from the stored journal when a writer begins and when a day begins, by the calendar of the machine.
/// </summary>
sealed class Today(Cell cell, Db database, TimeProvider time, ILogger<Today> log) : BackgroundService
{
    static readonly TimeSpan pauseAfterFailure = TimeSpan.FromSeconds(2);
    static readonly TimeSpan lookForMidnightEvery = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    readonly Signal signal = new();
    readonly List<Publication> meanwhile = [];
    FiguresFold? fold;
    DateTimeOffset day;
    int wanted;

    /// <summary>By queue number; empty while the journal is being folded.</summary>
    public FrozenDictionary<int, QueueFigures> Figures
    {
        get
        {
            lock (gate) return fold?.Queues.ToFrozenDictionary() ?? FrozenDictionary<int, QueueFigures>.Empty;
        }
    }

    /// <summary>An agent's figures of the day up to an instant, and when the day began; null while the journal is being folded.</summary>
    /// <param name="agent">The router's number.</param>
    public (AgentFigures Figures, DateTimeOffset Since)? Agent(int agent, DateTimeOffset until)
    {
        lock (gate) return fold is null ? null : (fold.Agent(agent, until.UtcTicks), day);
    }

    public override void Dispose()
    {
        signal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await using var stopping = stop.Register(signal.Raise);
        cell.Published += Hear;
        cell.Recovered += _ => Begin();
        Begin(); // The writer may have begun before anybody listened.
        while (!stop.IsCancellationRequested)
        {
            await signal.Wait(lookForMidnightEvery);
            if (fold is not null && Midnight() > day) Begin();
            if (Interlocked.Exchange(ref wanted, 0) == 1 && !await Rebuild(stop)) await Retry();
        }
    }

    void Hear(Publication publication, CellView view)
    {
        lock (gate)
        {
            if (fold is null) meanwhile.Add(publication);
            else FoldIn(fold, publication);
        }
    }

    void Begin()
    {
        lock (gate)
        {
            fold = null;
            meanwhile.Clear();
        }
        Volatile.Write(ref wanted, 1);
        signal.Raise();
    }

    async Task Retry()
    {
        await Task.Delay(pauseAfterFailure, CancellationToken.None);
        Begin();
    }

    /// <returns>False when the database or the writer went away meanwhile.</returns>
    async Task<bool> Rebuild(CancellationToken stop)
    {
        try
        {
            var midnight = Midnight();
            var (upTo, targets) = await cell.Read(view => (view.Sequence, DayJournal.Targets(view.Router)), stop);
            var fresh = await DayJournal.Fold(database, targets, midnight, upTo, stop);
            lock (gate)
            {
                foreach (var publication in meanwhile)
                    if (publication.Sequence > upTo) FoldIn(fresh, publication, after: upTo);
                meanwhile.Clear();
                (fold, day) = (fresh, midnight);
            }
            return true;
        }
        catch (Exception failure) when (failure is Database.UnavailableException or NpgsqlException or OperationCanceledException)
        {
            if (!stop.IsCancellationRequested) DeskLog.SendFailed(log, failure, "day");
            return stop.IsCancellationRequested;
        }
    }

    DateTimeOffset Midnight() => DayJournal.Midnight(time.GetUtcNow(), time.LocalTimeZone);

    static void FoldIn(FiguresFold fold, Publication publication, long after = 0)
    {
        foreach (var record in publication.Records)
            if (record.Sequence > after)
                foreach (var happened in record.Events) fold.Fold(happened);
    }
}
