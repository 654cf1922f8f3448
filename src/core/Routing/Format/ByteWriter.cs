using System.Buffers;
using System.Buffers.Binary;

namespace Centrala.Core.Routing;

/// <summary>Writes whole numbers compactly (seven bits a byte), ids in network order.</summary>
readonly ref struct ByteWriter(IBufferWriter<byte> buffer)
{
    const int LongestNumber = 10;

    public void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Unsigned(ulong value)
    {
        var span = buffer.GetSpan(LongestNumber);
        var length = 0;
        for (; value >= 0x80; value >>= 7) span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        buffer.Advance(length);
    }

    /// <summary>Small numbers of either sign stay short.</summary>
    public void Number(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Id(Guid value)
    {
        value.TryWriteBytes(buffer.GetSpan(16), bigEndian: true, out _);
        buffer.Advance(16);
    }

    /// <summary>Eight bytes, most significant first.</summary>
    public void Instant(long ticks)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(8), ticks);
        buffer.Advance(8);
    }

    /// <summary>Null and every length are told apart.</summary>
    public void Duration(TimeSpan? value) => Number(value is { } some ? some.Ticks : -1);
}
