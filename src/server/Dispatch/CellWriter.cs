using System.Diagnostics;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Database;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>
/// One reign's work: takes everything that waits, lets the router decide, stores it in one transaction, and only then
/// publishes and answers. Any failure of the commit ends it; a successor rebuilds from the journal and guesses nothing.
/// </summary>
/// <param name="pace">How often it looks and gives a sign of life: the machine's own time, whatever the cell's clock says.</param>
sealed class CellWriter(
    Cell cell, ICellStore store, Recovered recovered, CellClock clock, TimeProvider pace, Poison poison, Snapshots snapshots)
{
    /// <summary>Rows of the inbox, and as many requests from memory, in one transaction.</summary>
    public const int BatchMax = 256;

    /// <summary>Rows that another program put into the inbox are seen within this; one's own wake the writer at once.</summary>
    static readonly TimeSpan pollEvery = TimeSpan.FromMilliseconds(200);

    static readonly TimeSpan beatEvery = TimeSpan.FromSeconds(1);

    readonly Router router = recovered.Router;
    readonly List<CellRequest> requests = new(BatchMax);
    readonly List<(CommandRequest Request, Decision Decision)> answers = new(BatchMax);
    long sequence = store.Inherited.Sequence;
    byte[] hash = store.Inherited.Hash;
    long polledAt;
    long beatAt;
    bool moreWaits;

    /// <summary>The writer that goes on from what was recovered, in a time that is never behind what is stored.</summary>
    public static CellWriter After(
        Recovered recovered, Cell cell, ICellStore store, (TimeProvider Cell, TimeProvider Pace) time, Poison poison, ILogger log,
        int recordsBetweenSnapshots = SnapshotTable.RecordsBetween)
    {
        var inherited = store.Inherited;
        DateTimeOffset?[] known = [recovered.Router.At, inherited.At, inherited.Heartbeat];
        return new(
            cell, store, recovered, new CellClock(time.Cell, known.Max() ?? DateTimeOffset.MinValue), time.Pace, poison,
            new Snapshots(store, recovered.SnapshotAt, recordsBetweenSnapshots, log));
    }

    /// <summary>Works until it is told to stop; then stores a snapshot, so that the next start has nothing to fold.</summary>
    /// <exception cref="NpgsqlException">A commit failed or its outcome is unknown: this reign is over.</exception>
    /// <exception cref="FencedException">Another program has taken over.</exception>
    public async Task Run(CancellationToken stop)
    {
        await Begin();
        while (!stop.IsCancellationRequested)
        {
            await Turn();
            if (!moreWaits) await Rest();
        }
        await snapshots.TakeLast(router, sequence, hash);
    }

    CellView View => new(router, sequence, clock.Now);

    /// <summary>Before the first turn.</summary>
    public async Task Begin()
    {
        await Resume();
        cell.TellRecovered(View);
    }

    /// <summary>Everybody's running clocks stood still while nobody wrote.</summary>
    async Task Resume()
    {
        if (store.Inherited is not { At: { } last, Heartbeat: var beat }) return;
        var lastSign = beat > last ? beat.Value : last;
        var gap = clock.Now - lastSign;
        if (gap <= TimeSpan.Zero) return;
        var batch = new Batch(router, sequence, hash);
        batch.Apply(Command.Resume(gap), clock.Now);
        if (!batch.IsEmpty) await Commit(batch);
    }

    /// <summary>Takes what waits, decides, stores, and tells.</summary>
    public async Task Turn()
    {
        var most = poison.IsSuspected ? 1 : BatchMax;
        var rows = InboxIsDue() ? await store.ReadInbox(most) : [];
        if (rows.Count == 0 || !poison.IsSuspected) cell.Take(requests, most);
        moreWaits = rows.Count == most || requests.Count == most;
        try
        {
            var batch = new Batch(router, sequence, hash);
            Decide(batch, rows);
            if (!batch.IsEmpty) await Store(batch, rows);
            else await BeatWhenDue();
            foreach (var (request, decision) in answers) request.Complete(decision);
            foreach (var question in requests.OfType<Question>()) question.Ask(View);
        }
        catch (Exception failure)
        {
            // The callers hear of it; the failure itself goes on and ends the reign.
            foreach (var request in requests) request.Fail(Answerable(failure));
            throw;
        }
        finally
        {
            requests.Clear();
            answers.Clear();
        }
        snapshots.TakeWhenDue(router, sequence, hash);
    }

    void Decide(Batch batch, IReadOnlyList<InboxRow> rows)
    {
        var at = clock.Now;
        PassTimeIfDue(batch, at);
        foreach (var row in rows) DecideInbox(batch, row, at);
        foreach (var request in requests.OfType<CommandRequest>()) answers.Add((request, DecideRequest(batch, request, at)));
    }

    // Time is a record of its own, before whatever else is decided at that instant.
    void PassTimeIfDue(Batch batch, DateTimeOffset at)
    {
        if (router.NextDeadline <= at) batch.Apply(Command.PassTime(), at);
    }

    void DecideInbox(Batch batch, InboxRow row, DateTimeOffset at)
    {
        batch.Consumed.Add(row.Id);
        if (poison.ReasonAgainst(row.Id) is { } reason)
        {
            batch.SetAside.Add((row.Id, reason));
            return;
        }
        if (row.Decode() is not { } command)
        {
            batch.SetAside.Add((row.Id, "The command cannot be read."));
            return;
        }
        poison.Working(row.Id);
        var decision = Decide(batch, command, row.ReceivedAt, at);
        poison.Working(null);
        if (decision.Refusal is not { } refusal) return;
        DispatchMetrics.Refused(refusal.Name);
        // What was acknowledged is never dropped: an arrival that the router cannot take stays as visible work.
        if (command.What.Kind == CommandKind.Arrive && refusal != Refusal.AlreadyArrived)
            batch.SetAside.Add((row.Id, refusal.Title));
    }

    Decision DecideRequest(Batch batch, CommandRequest request, DateTimeOffset at)
    {
        var decision = Decide(batch, request.Command, null, at);
        if (decision.Refusal is { } refusal) DispatchMetrics.Refused(refusal.Name);
        else if (request.Beside is { } beside && decision.Sequence > 0) batch.Beside.Add(beside);
        return decision;
    }

    Decision Decide(Batch batch, in CellCommand command, DateTimeOffset? receivedAt, DateTimeOffset at)
    {
        PassTimeIfDue(batch, at);
        var (resolved, refusal) = command.Resolve(router.Directory, receivedAt);
        return refusal is null ? batch.Apply(resolved, at) : Decision.Refused(refusal);
    }

    async Task Store(Batch batch, IReadOnlyList<InboxRow> rows)
    {
        poison.Storing(batch.Consumed);
        await Commit(batch);
        poison.Stored();
        DispatchMetrics.SetAside(batch.SetAside.Count);
        if (rows.Count > 0) DispatchMetrics.InboxLag(DateTimeOffset.UtcNow - rows[0].ReceivedAt);
    }

    async Task Commit(Batch batch)
    {
        var started = Stopwatch.GetTimestamp();
        await store.Store(batch, router, sequence, clock.Now);
        (sequence, hash) = (batch.Sequence, batch.Hash);
        cell.Sequence = sequence;
        beatAt = pace.GetTimestamp();
        DispatchMetrics.Committed(batch.Records.Count, Stopwatch.GetElapsedTime(started));
        if (batch.Happened.Count > 0) cell.Publish(new Publication(batch.Happened), View);
    }

    bool InboxIsDue()
    {
        if (!cell.TakeInboxSignal() && !moreWaits && pace.GetElapsedTime(polledAt) < pollEvery) return false;
        polledAt = pace.GetTimestamp();
        return true;
    }

    async Task BeatWhenDue()
    {
        if (pace.GetElapsedTime(beatAt) < beatEvery) return;
        await store.Beat(clock.Now);
        beatAt = pace.GetTimestamp();
    }

    // The system's clock wakes the writer often enough for a clock that a test turns.
    Task Rest()
    {
        var untilDue = router.NextDeadline - clock.Now ?? pollEvery;
        var rest = untilDue < pollEvery ? untilDue : pollEvery;
        return rest <= TimeSpan.Zero ? Task.CompletedTask : cell.Work.Wait(rest);
    }

    // Whatever it was, the callers hear that it passes: the next writer begins from what is stored.
    static UnavailableException Answerable(Exception failure) =>
        new(StorageFailures.ProblemOf(failure) ?? DispatchProblems.NoWriter, failure);
}
