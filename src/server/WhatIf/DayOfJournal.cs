using System.Buffers;
using Centrala.Core.Routing;
using Centrala.Core.Workforce.WhatIf;
using Centrala.Server.Dispatch;
using Centrala.Server.Replay;
using Npgsql;

namespace Centrala.Server.WhatIf;

/// <summary>A day out of a cell's journal, ready to be lived through again.</summary>
sealed class DayOfJournal
{
    readonly RecordedDay day;
    readonly byte[] start;
    readonly long before;
    readonly byte[] hashBefore;
    readonly List<byte[]> hashes = [];

    DayOfJournal(RecordedDay day, byte[] start, PastFloor floor) =>
        (this.day, this.start, before, hashBefore, AtEnd) = (day, start, floor.Sequence, floor.Hash, floor.Router);

    /// <summary>What the day was.</summary>
    public DayFigures Recorded { get; private set; } = null!;

    public int Records => hashes.Count;

    /// <summary>The chain after the day's last record.</summary>
    public string Chain => Convert.ToHexString(hashes.LastOrDefault() ?? hashBefore);

    /// <summary>The floor as it was left.</summary>
    public Router AtEnd { get; }

    /// <param name="callers">By contact: a number for each customer who is known.</param>
    /// <exception cref="DamagedJournalException">What is stored is not what was written.</exception>
    public static async Task<DayOfJournal> Read(
        NpgsqlConnection connection, short cell, (DateTimeOffset From, DateTimeOffset Until) time,
        IReadOnlyDictionary<Guid, int> callers, CancellationToken cancel)
    {
        var floor = await PastFloor.At(connection, cell, time.From.AddMicroseconds(-1), cancel);
        var bytes = new ArrayBufferWriter<byte>();
        Snapshot.Write(floor.Router, bytes);
        var day = new RecordedDay(floor.Router, time.From, time.Until, callers);
        var read = new DayOfJournal(day, bytes.WrittenSpan.ToArray(), floor);
        var events = new EventSink();
        await foreach (var record in floor.Records(cancel))
        {
            if (record.At >= time.Until) break;
            read.Add(cell, record, events);
        }
        read.Recorded = day.End();
        return read;
    }

    void Add(short cell, JournalRecord record, EventSink events)
    {
        Recovery.Check(cell, record, before + Records, hashes.LastOrDefault() ?? hashBefore);
        events.Clear();
        Journal.ReadEvents(record.Events.Span, events);
        day.Add(record.At, Journal.ReadCommand(record.Command.Span), events.Events);
        hashes.Add(record.Hash);
    }

    /// <summary>Lives through it with a change.</summary>
    public DayFigures With(DayChange change, CancellationToken stop) => new RelivedDay(day, Snapshot.Read(start), change).Run(stop);

    /// <summary>Lives through it as it was, and compares record by record: instant, command, events, by their chained hash.</summary>
    /// <returns>The first record that is another one; null when the whole day is the same.</returns>
    public long? FirstDifference(CancellationToken stop)
    {
        var (lived, hash, differs) = (0, hashBefore, (long?)null);
        var (command, events) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        new RelivedDay(day, Snapshot.Read(start), DayChange.None, Compare).Run(stop);
        return differs ?? (lived < Records ? before + lived + 1 : null);

        void Compare(DateTimeOffset at, in Command what, EventSink happened)
        {
            if (differs is not null) return;
            command.ResetWrittenCount();
            events.ResetWrittenCount();
            Journal.Write(what, command);
            Journal.Write(happened.Events, events);
            hash = JournalRecord.Link(hash, before + ++lived, at, command.WrittenSpan, events.WrittenSpan);
            if (lived > Records || !hash.AsSpan().SequenceEqual(hashes[lived - 1])) differs = before + lived;
        }
    }
}
