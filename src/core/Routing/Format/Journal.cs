using System.Buffers;
using System.Security.Cryptography;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Commands and events as bytes: numbers, ids of things, and instants; nothing personal can be written.
/// </summary>
/// <remarks>
/// A record is a mask of the fields that differ from their default, then those fields. New fields take new bits, so
/// that
/// old records stay readable; a change of meaning takes a new <see cref="Version"/>.
/// </remarks>
public static class Journal
{
    /// <summary>The first byte of every encoded command and batch of events.</summary>
    public const byte Version = 1;

    /// <summary>Events of one decision at most: closing a queue moves everything in it.</summary>
    const int MostEvents = 16 * Limits.Contacts;

    public static void Write(in Command command, IBufferWriter<byte> to)
    {
        var bytes = new ByteWriter(to);
        bytes.Byte(Version);
        CommandFormat.Write(command, bytes);
    }

    /// <exception cref="FormatException">The bytes are no command of a known version.</exception>
    public static Command ReadCommand(ReadOnlySpan<byte> from)
    {
        var bytes = Open(from);
        var command = CommandFormat.Read(ref bytes);
        return bytes.AtEnd ? command : throw new FormatException("Bytes follow the command.");
    }

    /// <summary>The events of one or more decisions at the same instant.</summary>
    public static void Write(ReadOnlySpan<Event> events, IBufferWriter<byte> to)
    {
        var bytes = new ByteWriter(to);
        bytes.Byte(Version);
        bytes.Instant(events.IsEmpty ? 0 : events[0].AtTicks);
        bytes.Unsigned((ulong)events.Length);
        foreach (ref readonly var happened in events) EventFormat.Write(happened, bytes);
    }

    /// <summary>Appends the events to the sink.</summary>
    /// <exception cref="FormatException">The bytes are no events of a known version.</exception>
    public static void ReadEvents(ReadOnlySpan<byte> from, EventSink into)
    {
        var bytes = Open(from);
        var at = bytes.Instant();
        for (var left = bytes.Count(MostEvents); left > 0; left--) into.Add(EventFormat.Read(ref bytes, at));
        if (!bytes.AtEnd) throw new FormatException("Bytes follow the events.");
    }

    /// <summary>The hash of a chain after one more record: SHA-256 over the hash before it and the record.</summary>
    /// <param name="before">32 bytes; zeros at the start of the chain.</param>
    /// <param name="after">Receives 32 bytes.</param>
    public static void Chain(ReadOnlySpan<byte> before, ReadOnlySpan<byte> record, Span<byte> after)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(record);
        hash.GetHashAndReset(after);
    }

    static ByteReader Open(ReadOnlySpan<byte> from)
    {
        var bytes = new ByteReader(from);
        return bytes.Byte() == Version ? bytes : throw new FormatException("Written in an unknown version.");
    }
}
