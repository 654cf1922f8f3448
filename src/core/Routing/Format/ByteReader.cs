using System.Buffers.Binary;

namespace Centrala.Core.Routing;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
/// <exception cref="FormatException">The bytes end early or make no sense.</exception>
ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position == this.bytes.Length;

    public readonly ReadOnlySpan<byte> Since(int position) => this.bytes[position..Position];

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new FormatException($"{other} is neither true nor false."),
    };

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }

        throw new FormatException("A number is too long.");
    }

    public long Number()
    {
        var raw = Unsigned();
        return (long)(raw >> 1) ^ -(long)(raw & 1);
    }

    public int Small()
    {
        var value = Number();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new FormatException("A number is too big.");
    }

    /// <param name="most">A greater count is refused before anything is allocated for it.</param>
    public int Count(int most)
    {
        var value = Unsigned();
        return value <= (ulong)most ? (int)value : throw new FormatException($"A list of {value} exceeds {most}.");
    }

    public Guid Id() => new(Take(16), bigEndian: true);

    public long Instant() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    public TimeSpan? Duration() => Number() is var ticks && ticks < 0 ? null : new TimeSpan(ticks);

    ReadOnlySpan<byte> Take(int count)
    {
        if (this.bytes.Length - Position < count) throw new FormatException("The bytes end early.");
        var taken = this.bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
