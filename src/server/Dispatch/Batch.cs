using System.Buffers;
using System.Buffers.Binary;
using Centrala.Core.Routing;
using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>What one transaction of the writer stores. It grows while commands are applied; nothing leaves before the commit.</summary>
/// <param name="sequence">Of the record before.</param>
/// <param name="hash">The chain up to that record.</param>
sealed class Batch(Router router, long sequence, byte[] hash)
{
    const int HeadBytes = 2 * sizeof(long);

    readonly EventSink sink = new();
    readonly ArrayBufferWriter<byte> bytes = new(4096);

    public List<JournalRecord> Records { get; } = [];

    public List<Happened> Happened { get; } = [];

    public Projection Projection { get; } = new();

    /// <summary>What callers want stored with their commands.</summary>
    public List<NpgsqlBatchCommand> Beside { get; } = [];

    /// <summary>Inbox rows that are dealt with.</summary>
    public List<long> Consumed { get; } = [];

    /// <summary>Those of them that could not be taken, with the reason.</summary>
    public List<(long Id, string Reason)> SetAside { get; } = [];

    public long Sequence { get; private set; } = sequence;

    public byte[] Hash { get; private set; } = hash;

    public bool IsEmpty => Records.Count == 0 && Consumed.Count == 0;

    /// <summary>Lets the router decide and keeps the record of it.</summary>
    /// <returns>The decision as it may be told after the commit.</returns>
    public Decision Apply(in Command command, DateTimeOffset at)
    {
        sink.Clear();
        router.Apply(command, at, sink);
        if (sink.Refusal is { } refusal) return Decision.Refused(refusal);
        if (sink.Count == 0) return new Decision(null, null, 0, []);
        var events = sink.Events.ToArray();
        Append(command, events, at);
        Happened.Add(new Happened(Sequence, at, events));
        Projection.Add(events, at, router);
        return new Decision(null, null, Sequence, events);
    }

    void Append(in Command command, Event[] events, DateTimeOffset at)
    {
        var start = bytes.WrittenCount;
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(HeadBytes), ++Sequence);
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(HeadBytes)[sizeof(long)..], at.UtcTicks);
        bytes.Advance(HeadBytes);
        Journal.Write(command, bytes);
        var middle = bytes.WrittenCount;
        Journal.Write(events, bytes);
        var link = new byte[JournalRecord.HashBytes];
        Journal.Chain(Hash, bytes.WrittenSpan[start..], link);
        Hash = link;
        Records.Add(new JournalRecord(
            Sequence, at, bytes.WrittenMemory[(start + HeadBytes)..middle], bytes.WrittenMemory[middle..],
            Journal.Version, JournalRecord.PresentRules, link));
    }
}
