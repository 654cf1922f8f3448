using Centrala.Server.Dispatch;

namespace Centrala.Simulation.Tests;

/// <summary>
/// The tables of one cell, as PostgreSQL would keep them: a commit is there whole once its end was told, may or may not be
/// there when its asker died before, and another epoch means another writer. What is stored is checked as it is stored.
/// </summary>
/// <param name="fault">A store that does not keep its promise, to see that it is found out.</param>
sealed class SimulatedStore(Checker checker, Fault fault)
{
    readonly SortedDictionary<long, InboxRow> inbox = [];
    readonly List<StoredSnapshot> snapshots = [];
    long epoch;
    byte[] hash = Recovery.ChainStart;
    DateTimeOffset? at;
    DateTimeOffset? heartbeat;
    long lastRow;

    public List<JournalRecord> Journal { get; } = [];

    public int Waiting => inbox.Count;

    /// <summary>Ids are given before the commit, so they do not commit in order.</summary>
    public long NextRow() => ++lastRow;

    public void PutIn(InboxRow row) => inbox.Add(row.Id, row);

    public List<InboxRow> Oldest(int most) => [.. inbox.Values.Take(most)];

    public Bequest Begin() => new(++epoch, Journal.Count, hash, at, heartbeat);

    public void Append(long asEpoch, Batch batch, long previous, DateTimeOffset beat)
    {
        if (fault != Fault.NoFence && (asEpoch != epoch || previous != Journal.Count)) throw new FencedException(1, asEpoch);
        if (fault == Fault.Forgets && batch.Sequence % 50 == 0) return;
        foreach (var row in batch.Consumed) checker.Consumed(row, inbox.Remove(row));
        foreach (var record in batch.Records)
        {
            var stored = record with { Command = record.Command.ToArray(), Events = record.Events.ToArray() };
            checker.Stored(stored);
            Journal.Add(stored);
            (hash, at) = (stored.Hash, stored.At);
        }
        checker.Committed();
        heartbeat = beat;
    }

    public void Beat(long asEpoch, DateTimeOffset now)
    {
        if (asEpoch != epoch) throw new FencedException(1, asEpoch);
        heartbeat = now;
    }

    public void Keep(StoredSnapshot snapshot) => snapshots.Add(snapshot);

    public StoredSnapshot? NewestSnapshot => snapshots.MaxBy(snapshot => snapshot.Sequence);
}

public enum Fault
{
    None,

    /// <summary>Now and then a commit that was told is not there.</summary>
    Forgets,

    /// <summary>Whoever was replaced may go on writing.</summary>
    NoFence,
}
