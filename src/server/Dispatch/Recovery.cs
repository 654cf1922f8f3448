using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>The journal is not what was written: a record was changed, is missing, or cannot be read.</summary>
sealed class DamagedJournalException(string damage) : Exception(damage);

/// <summary>A router as the journal has it.</summary>
/// <param name="SnapshotAt">The sequence from which records were folded.</param>
sealed record Recovered(Router Router, long SnapshotAt);

/// <summary>
/// Rebuilds the router: the newest readable snapshot, then the events of what came later. Everything that is read is
/// checked against the chain; commands are decided again beside it, to see that replay equals live.
/// </summary>
sealed class Recovery(ICellStore store, ILogger log)
{
    readonly short cell = store.Cell;

    /// <exception cref="DamagedJournalException">What is stored is not what was written.</exception>
    /// <exception cref="FencedException">Another has become the writer while this one read.</exception>
    public async Task<Recovered> Restore(CancellationToken cancel)
    {
        var (snapshot, router) = await store.NewestReadable(PassOver, cancel);
        var sequence = snapshot?.Sequence ?? 0;
        var hash = snapshot?.Chain ?? ChainStart;
        DecideAgain? again = new(RouterState.Restored(snapshot));
        var events = new EventSink();
        await foreach (var record in store.Since(sequence, cancel))
        {
            Check(record, sequence, hash);
            events.Clear();
            Fold(router, record, events);
            if (again is not null && again.Differs(record)) again = Reported(record);
            (sequence, hash) = (record.Sequence, record.Hash);
        }
        // More than was inherited: another has become the writer meanwhile, and a sign of life says so. If not, it is damage.
        if (sequence > store.Inherited.Sequence) await store.Beat(store.Inherited.Heartbeat ?? router.At);
        CheckEnd(store.Inherited, sequence, hash);
        LargePages.AskFor(router.OpenContacts);
        return new Recovered(router, snapshot?.Sequence ?? 0);
    }

    /// <summary>The hash before the first record; the same stands in the schema.</summary>
    public static byte[] ChainStart { get; } = System.Security.Cryptography.SHA256.HashData("centrala"u8);

    void PassOver(StoredSnapshot snapshot, string reason) =>
        DispatchLog.SnapshotPassedOver(log, cell, snapshot.Sequence, reason);

    void Check(JournalRecord record, long sequence, byte[] hash) => Check(cell, record, sequence, hash);

    public static void Check(short cell, JournalRecord record, long sequence, byte[] hash)
    {
        if (record.Sequence != sequence + 1)
            throw new DamagedJournalException($"Record {sequence + 1} of cell {cell} is missing. {Advice}");
        if (!record.Follows(hash)) throw new DamagedJournalException(
            $"Record {record.Sequence} of cell {cell} does not match its hash: it, or one before it, was changed. {Advice}");
    }

    /// <exception cref="DamagedJournalException">The record is in a format that this program does not know.</exception>
    public static void Fold(Router router, JournalRecord record, EventSink events)
    {
        try
        {
            Journal.ReadEvents(record.Events.Span, events);
        }
        catch (FormatException unreadable)
        {
            throw new DamagedJournalException(
                $"Record {record.Sequence} is in format {record.Format}, which this program cannot read: {unreadable.Message}");
        }
        foreach (ref readonly var happened in events.Events) router.Evolve(happened);
    }

    // After the first difference the states differ too, and every further comparison would say the same again.
    DecideAgain? Reported(JournalRecord record)
    {
        DispatchMetrics.ReplayDiffered();
        DispatchLog.ReplayDiffers(log, cell, record.Sequence);
        return null;
    }

    void CheckEnd(Bequest bequest, long sequence, byte[] hash) =>
        CheckEnd(cell, (bequest.Sequence, bequest.Hash), (sequence, hash));

    public static void CheckEnd(short cell, (long Sequence, byte[] Hash) written, (long Sequence, byte[] Hash) found)
    {
        if (found.Sequence != written.Sequence || !found.Hash.AsSpan().SequenceEqual(written.Hash))
            throw new DamagedJournalException(
                $"The journal of cell {cell} ends at record {found.Sequence}, but {written.Sequence} were written. {Advice}");
    }

    const string Advice = "Nothing was changed. Restore the latest backup, or ask for help with this one kept.";
}

/// <summary>Decides a journal's commands again, record by record, beside the folding of its events.</summary>
sealed class DecideAgain(Router router)
{
    readonly EventSink decided = new();
    readonly EventSink stored = new();

    /// <summary>The hash of the state at which it is.</summary>
    public byte[] State => Snapshot.Hash(router);

    /// <returns>True when a record of the present rules gives other events than it did. The stored ones hold.</returns>
    public bool Differs(JournalRecord record)
    {
        if (record.Rules != JournalRecord.PresentRules)
        {
            Fold(record);
            return false;
        }
        decided.Clear();
        router.Apply(Journal.ReadCommand(record.Command.Span), record.At, decided);
        return !record.IsEventsOf(decided);
    }

    void Fold(JournalRecord record)
    {
        stored.Clear();
        Journal.ReadEvents(record.Events.Span, stored);
        foreach (ref readonly var happened in stored.Events) router.Evolve(happened);
    }
}
