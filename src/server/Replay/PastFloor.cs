using Centrala.Core.Routing;
using Centrala.Server.Dispatch;
using Npgsql;

namespace Centrala.Server.Replay;

/// <summary>
/// A cell's floor as it was at some record, and moved on from there: the last snapshot before it and the events of what
/// came after. Everything that is read is checked against the chain.
/// </summary>
sealed class PastFloor
{
    readonly NpgsqlConnection connection;
    readonly short cell;
    readonly EventSink events = new();

    PastFloor(NpgsqlConnection connection, short cell, StoredSnapshot? from, Router router)
    {
        (this.connection, this.cell, Router) = (connection, cell, router);
        (Sequence, Hash, SnapshotAt) = (from?.Sequence ?? 0, from?.Chain ?? Recovery.ChainStart, from?.Sequence ?? 0);
    }

    public Router Router { get; }

    /// <summary>Of the last record that is part of it; 0: before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>The chain up to that record.</summary>
    public byte[] Hash { get; private set; }

    /// <summary>The record from which the journal was folded.</summary>
    public long SnapshotAt { get; }

    /// <summary>Equal for equal states, on any machine.</summary>
    public string State => Convert.ToHexString(Snapshot.Hash(Router));

    /// <summary>As a look at the live floor has it.</summary>
    public CellView View(DateTimeOffset at) => new(Router, Sequence, at);

    /// <summary>The latest snapshot below a sequence and before an instant: move on to where you want to be.</summary>
    public static async Task<PastFloor> Open(
        NpgsqlConnection connection, short cell, (long Sequence, DateTimeOffset At) below, CancellationToken cancel)
    {
        var (snapshot, router) = await SnapshotTable.NewestReadable(connection, cell, below, cancel);
        return new(connection, cell, snapshot, router);
    }

    /// <summary>The floor as it stood at an instant, everything of that instant included.</summary>
    /// <exception cref="DamagedJournalException">What is stored is not what was written.</exception>
    public static async Task<PastFloor> At(
        NpgsqlConnection connection, short cell, DateTimeOffset instant, CancellationToken cancel)
    {
        var floor = await Open(connection, cell, (long.MaxValue, instant), cancel);
        await foreach (var record in floor.Records(cancel))
        {
            if (record.At > instant) break;
            floor.Fold(record);
        }
        return floor;
    }

    /// <summary>The records that follow, in order, each to be folded or decided before the next is asked for.</summary>
    public IAsyncEnumerable<JournalRecord> Records(CancellationToken cancel, int? most = null) =>
        JournalTable.Since(connection, cell, Sequence, cancel, most);

    /// <summary>Moves on by the next record, as its events say.</summary>
    /// <exception cref="DamagedJournalException">It is not what was written, or not the next.</exception>
    public void Fold(JournalRecord record)
    {
        Recovery.Check(cell, record, Sequence, Hash);
        events.Clear();
        Recovery.Fold(Router, record, events);
        (Sequence, Hash) = (record.Sequence, record.Hash);
    }

    /// <summary>Moves on by the next record by deciding its command again, and hears why.</summary>
    /// <returns>False when the present rules decide otherwise: this floor is then no longer the one that was.</returns>
    /// <exception cref="DamagedJournalException">It is not what was written, or not the next.</exception>
    public bool Explain(JournalRecord record, List<Explanation> explanations)
    {
        Recovery.Check(cell, record, Sequence, Hash);
        events.Clear();
        Router.Explain(Journal.ReadCommand(record.Command.Span), record.At, events, explanations);
        (Sequence, Hash) = (record.Sequence, record.Hash);
        return record.IsEventsOf(events);
    }

    /// <summary>Moves on by the next record by deciding its command again; one of other rules is folded.</summary>
    /// <returns>False when the present rules decide otherwise: this floor is then no longer the one that was.</returns>
    /// <exception cref="DamagedJournalException">It is not what was written, or not the next.</exception>
    public bool DecideAgain(JournalRecord record)
    {
        if (record.Rules != JournalRecord.PresentRules)
        {
            Fold(record);
            return true;
        }
        Recovery.Check(cell, record, Sequence, Hash);
        events.Clear();
        Router.Apply(Journal.ReadCommand(record.Command.Span), record.At, events);
        (Sequence, Hash) = (record.Sequence, record.Hash);
        return record.IsEventsOf(events);
    }
}
