using System.Collections.Concurrent;
using Centrala.Core.Routing;
using Centrala.Server.Chat;
using Centrala.Server.Dispatch;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Centrala.Bench.Accept;

/// <summary>
/// Takes the place of the cell's host: the same writer, router, journal records and listeners, and a store whose commit is a
/// completed task. What it leaves out is durability and nothing else.
/// </summary>
sealed class CellInMemory(Cell cell, ILogger<CellInMemory> log) : BackgroundService, ICellStore
{
    readonly ConcurrentQueue<InboxRow> inbox = [];
    readonly List<InboxRow> taken = [];
    long lastRow;

    short ICellStore.Cell => Cell.Default;

    public Bequest Inherited { get; } = new(1, 0, new byte[JournalRecord.HashBytes], null, null);

    public bool IsIdle => inbox.IsEmpty;

    /// <summary>Everything but the commits: the statement with all its columns and the encoded arrivals is made, and left.</summary>
    public Task<IReadOnlyList<StoredConversation>> Keep(IReadOnlyList<NewConversation> batch, CancellationToken cancel)
    {
        using var command = NewConversations.Command(null, batch);
        var arrivals = (byte[][])command.Parameters[NewConversations.ArrivalColumn].Value!;
        var now = DateTimeOffset.UtcNow;
        foreach (var arrival in arrivals) inbox.Enqueue(new(Interlocked.Increment(ref lastRow), arrival, now));
        cell.Wake();
        return Task.FromResult<IReadOnlyList<StoredConversation>>(
            [.. batch.Select(item => new StoredConversation(item.Id, item.VisitorId, item.At, true))]);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var writer = CellWriter.After(
            new(new Router(), 0), cell, this, (TimeProvider.System, TimeProvider.System), new Poison(), log, int.MaxValue);
        cell.Status = CellStatus.Writes;
        await writer.Run(stop);
    }

    public Task<IReadOnlyList<InboxRow>> ReadInbox(int most)
    {
        taken.Clear();
        while (taken.Count < most && inbox.TryDequeue(out var row)) taken.Add(row);
        return Task.FromResult<IReadOnlyList<InboxRow>>(taken);
    }

    /// <summary>As many rows of the projection are made as would be stored.</summary>
    public Task Store(Batch batch, Router router, long previous, DateTimeOffset beat)
    {
        foreach (var statement in ProjectionTables.Statements(batch.Projection, router, Cell.Default, batch.Sequence))
            GC.KeepAlive(statement);
        return Task.CompletedTask;
    }

    public Task Beat(DateTimeOffset now) => Task.CompletedTask;

    public Task Store(StoredSnapshot snapshot) => Task.CompletedTask;

    public IAsyncEnumerable<JournalRecord> Since(long sequence, CancellationToken cancel) => AsyncEnumerable.Empty<JournalRecord>();

    public Task<(StoredSnapshot? Snapshot, Router Router)> NewestReadable(
        Action<StoredSnapshot, string> passOver, CancellationToken cancel) =>
        Task.FromResult<(StoredSnapshot?, Router)>((null, new Router()));
}
