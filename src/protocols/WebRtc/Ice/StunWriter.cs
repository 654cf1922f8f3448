using System.Buffers.Binary;

namespace Centrala.Protocols.WebRtc;

/// <summary>Writes one message of STUN, attribute by attribute; signature and fingerprint last.</summary>
public sealed class StunWriter
{
    const int LengthAt = 2, AttributeHeadBytes = 4, V4Family = 1, V6Family = 2;

    readonly byte[] bytes = new byte[StunMessage.BytesMax];
    int length = StunMessage.HeaderBytes;

    public StunWriter(StunType type, ReadOnlySpan<byte> transaction)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)type);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), StunMessage.Cookie);
        transaction[..StunMessage.TransactionBytes].CopyTo(bytes.AsSpan(8));
    }

    /// <exception cref="ArgumentException">The message would become longer than any is read.</exception>
    public StunWriter Add(StunAttribute attribute, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Begin(attribute, value.Length));
        return this;
    }

    /// <summary>The address, mixed with the message's own numbers, so that no translator on the way rewrites it.</summary>
    public StunWriter AddMapped(in UdpAddress address)
    {
        Span<byte> value = stackalloc byte[address.IsV6 ? 20 : 8];
        value[1] = (byte)(address.IsV6 ? V6Family : V4Family);
        BinaryPrimitives.WriteUInt16BigEndian(value[2..], (ushort)(address.Port ^ StunMessage.Cookie >> 16));
        if (address.IsV6) BinaryPrimitives.WriteUInt128BigEndian(value[4..], address.Host ^ BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(4)));
        else BinaryPrimitives.WriteUInt32BigEndian(value[4..], (uint)address.Host ^ StunMessage.Cookie);
        return Add(StunAttribute.XorMappedAddress, value);
    }

    /// <summary>The message with its signature and fingerprint.</summary>
    public byte[] Sign(ReadOnlySpan<byte> key)
    {
        Span<byte> signature = stackalloc byte[StunMessage.IntegrityBytes];
        StunMessage.Sign(bytes.AsSpan(0, length), key, signature);
        Add(StunAttribute.Integrity, signature);
        var end = length;
        var fingerprint = Begin(StunAttribute.Fingerprint, 4);
        BinaryPrimitives.WriteUInt32BigEndian(fingerprint, Crc32.Of(bytes.AsSpan(0, end)) ^ StunMessage.FingerprintMask);
        return bytes[..length];
    }

    Span<byte> Begin(StunAttribute attribute, int valueBytes)
    {
        var padded = valueBytes + 3 & ~3;
        var head = bytes.AsSpan(length, AttributeHeadBytes + padded);
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)attribute);
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)valueBytes);
        length += head.Length;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(LengthAt), (ushort)(length - StunMessage.HeaderBytes));
        return head.Slice(AttributeHeadBytes, valueBytes);
    }
}
