using System.Diagnostics;
using Centrala.Server.Database;

namespace Centrala.Server.Dispatch;

/// <summary>
/// Lets many callers share a commit: takes everything that waits, stores it in one transaction, answers all. No timer:
/// alone, an item is stored at once; under load, batches grow by themselves while the commit before them runs.
/// </summary>
/// <typeparam name="TItem">What a caller wants stored. Storing it twice must be the same as once: the outcome of a lost
/// connection is unknown, and a batch that failed is tried again item by item.</typeparam>
/// <typeparam name="TAnswer">What the caller learns after the commit.</typeparam>
public sealed class GroupCommit<TItem, TAnswer> : IAsyncDisposable
{
    /// <summary>Stores a batch in one transaction; returns after its commit, one answer an item, in order.</summary>
    public delegate Task<IReadOnlyList<TAnswer>> Store(IReadOnlyList<TItem> batch, CancellationToken cancel);

    /// <summary>Items in one transaction at most.</summary>
    public const int BatchMax = 256;

    /// <summary>Items that may wait; beyond it a caller is refused at once instead of waiting without end.</summary>
    public const int WaitingMax = 4096;

    /// <summary>Beside a running commit another one begins only for at least as many: a commit has a price of its own.</summary>
    public const int BesideMin = 24;

    readonly Queue<Waiting> waiting = [];
    readonly Lock gate = new();
    readonly string name;
    readonly Store store;
    readonly int commitsAtOnce;
    readonly TaskCompletionSource drained = new();
    int running;
    bool closed;

    /// <param name="name">Stands in the metrics: kebab case.</param>
    /// <param name="commitsAtOnce">More than one where the order of items does not matter: while one commit waits for the
    /// disk, the database works on the next.</param>
    public GroupCommit(string name, Store store, int commitsAtOnce = 1) =>
        (this.name, this.store, this.commitsAtOnce) = (name, store, commitsAtOnce);

    /// <summary>Stores an item with whatever else waits.</summary>
    /// <returns>The answer, once it is committed.</returns>
    /// <exception cref="UnavailableException">Too much waits, or the database keeps nothing now; the item may be offered
    /// again as it is.</exception>
    /// <exception cref="Npgsql.PostgresException">The database refused this very item.</exception>
    public async Task<TAnswer> Add(TItem item, CancellationToken cancel)
    {
        var entry = new Waiting(item);
        lock (gate)
        {
            if (closed || waiting.Count >= WaitingMax) throw new UnavailableException(DispatchProblems.TooBusy);
            waiting.Enqueue(entry);
            if (running < commitsAtOnce && IsWorthACommit(running))
            {
                running++;
                // Behind the requests that are ready to run by now: what they add shares the commit.
                _ = Task.Factory.StartNew(
                    Run, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
            }
        }
        return await entry.Answer.Task.WaitAsync(cancel);
    }

    /// <summary>Returns when everything that was added is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
            if (running == 0) drained.TrySetResult();
        }
        await drained.Task;
    }

    async Task Run()
    {
        var batch = new List<Waiting>();
        while (Take(batch))
        {
            await Commit(batch);
            batch.Clear();
        }
    }

    /// <returns>False when there is nothing left that the commits beside this one do not take as well.</returns>
    bool Take(List<Waiting> batch)
    {
        lock (gate)
        {
            if (IsWorthACommit(running - 1))
            {
                while (batch.Count < BatchMax && waiting.TryDequeue(out var entry)) batch.Add(entry);
                return true;
            }
            if (--running == 0 && closed) drained.TrySetResult();
            return false;
        }
    }

    bool IsWorthACommit(int besides) => waiting.Count >= (besides == 0 ? 1 : BesideMin);

    async Task Commit(List<Waiting> batch)
    {
        var started = Stopwatch.GetTimestamp();
        if (await TryCommit(batch) is { } failure) await AfterFailure(batch, failure);
        DispatchMetrics.GroupCommitted(name, batch.Count, Stopwatch.GetElapsedTime(started));
    }

    // One bad item must not fail its neighbours; a database that is away fails all alike.
    async Task AfterFailure(List<Waiting> batch, Exception failure)
    {
        if (batch.Count == 1 || StorageFailures.ProblemOf(failure) is not null)
        {
            foreach (var entry in batch) entry.Fail(failure);
            return;
        }
        foreach (var entry in batch)
            if (await TryCommit([entry]) is { } reason) entry.Fail(reason);
    }

    /// <returns>What went wrong, or null.</returns>
    async Task<Exception?> TryCommit(List<Waiting> batch)
    {
        try
        {
            var answers = await store(batch.ConvertAll(entry => entry.Item), CancellationToken.None);
            for (var i = 0; i < batch.Count; i++) batch[i].Answer.TrySetResult(answers[i]);
            return null;
        }
        // Whatever it is belongs to the callers: it is handed to them, never swallowed, and the loop goes on.
        catch (Exception failure)
        {
            return failure;
        }
    }

    sealed record Waiting(TItem Item)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail(Exception failure) => Answer.TrySetException(
            StorageFailures.ProblemOf(failure) is { } problem ? new UnavailableException(problem, failure) : failure);
    }
}
