using System.Buffers;
using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>
/// The way of commands that must not be lost: whoever accepts something from outside inserts the command in the
/// transaction of its own rows, and wakes the cell after the commit. It works while no writer runs.
/// </summary>
public static class Inbox
{
    /// <summary>One row; with many, insert <c>(cell, command)</c> by unnest, one <see cref="Encoded"/> each.</summary>
    public const string Insert = "insert into inbox (cell, command) values (@cell, @command)";

    /// <summary>The first byte of an encoded command.</summary>
    const byte Format = 1;

    const int IdBytes = 16;

    const int IdCount = 5;

    /// <summary>Adds a command to the cell's work, in the caller's transaction. Then: commit, and <see cref="Cell.Wake"/>.</summary>
    public static Task Add(Database.Work work, in CellCommand command) =>
        work.Execute(Insert, new { cell = Cell.Default, command = Encoded(command) });

    public static byte[] Encoded(in CellCommand command)
    {
        var bytes = new ArrayBufferWriter<byte>(1 + IdCount * IdBytes + 64);
        bytes.Write([Format]);
        foreach (var id in (ReadOnlySpan<Guid>)[command.Contact, command.Agent, command.Queue, command.ToAgent, command.Language])
        {
            id.TryWriteBytes(bytes.GetSpan(IdBytes), bigEndian: true, out _);
            bytes.Advance(IdBytes);
        }
        Journal.Write(command.What, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">The bytes are no command of a known format.</exception>
    public static CellCommand Decoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= 1 + IdCount * IdBytes || bytes[0] != Format)
            throw new FormatException("Not a command of a known format.");
        return new CellCommand(Journal.ReadCommand(bytes[(1 + IdCount * IdBytes)..]))
        {
            Contact = Id(bytes, 0),
            Agent = Id(bytes, 1),
            Queue = Id(bytes, 2),
            ToAgent = Id(bytes, 3),
            Language = Id(bytes, 4),
        };
    }

    static Guid Id(ReadOnlySpan<byte> bytes, int place) =>
        new(bytes.Slice(1 + place * IdBytes, IdBytes), bigEndian: true);
}
