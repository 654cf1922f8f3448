using System.Buffers;
using System.Buffers.Binary;
using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>One command that changed something, and what it changed, as stored.</summary>
/// <param name="Sequence">From 1, without a gap.</param>
/// <param name="At">The router's time of it, in whole microseconds.</param>
/// <param name="Format">Version of both encodings.</param>
/// <param name="Rules">Version of the rules that made the events of the command.</param>
/// <param name="Hash">SHA-256 over the hash before, and sequence, instant, command and events of this record.</param>
sealed record JournalRecord(
    long Sequence,
    DateTimeOffset At,
    ReadOnlyMemory<byte> Command,
    ReadOnlyMemory<byte> Events,
    short Format,
    short Rules,
    byte[] Hash)
{
    public const int HashBytes = 32;

    /// <summary>Raised whenever the router may decide otherwise than before: older records are then folded, not decided again.</summary>
    public const short PresentRules = 2;

    const int HeadBytes = 2 * sizeof(long);

    /// <summary>Whether the record is what was written after the given one: a change, a removal or an insertion shows.</summary>
    public bool Follows(ReadOnlySpan<byte> hashBefore) =>
        Link(hashBefore, Sequence, At, Command.Span, Events.Span).AsSpan().SequenceEqual(Hash);

    /// <summary>The hash of a record after the one before it.</summary>
    public static byte[] Link(
        ReadOnlySpan<byte> hashBefore, long sequence, DateTimeOffset at, ReadOnlySpan<byte> command, ReadOnlySpan<byte> events)
    {
        var record = new byte[HeadBytes + command.Length + events.Length];
        BinaryPrimitives.WriteInt64BigEndian(record, sequence);
        BinaryPrimitives.WriteInt64BigEndian(record.AsSpan(sizeof(long)), at.UtcTicks);
        command.CopyTo(record.AsSpan(HeadBytes));
        events.CopyTo(record.AsSpan(HeadBytes + command.Length));
        var hash = new byte[HashBytes];
        Journal.Chain(hashBefore, record, hash);
        return hash;
    }

    /// <summary>Whether exactly these events are the record's.</summary>
    public bool IsEventsOf(EventSink decided)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Journal.Write(decided.Events, bytes);
        return bytes.WrittenSpan.SequenceEqual(Events.Span);
    }
}
