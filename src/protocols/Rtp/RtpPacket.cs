using System.Buffers.Binary;

namespace Centrala.Protocols.Rtp;

/// <summary>One packet of RFC 3550 where it lies: nothing is copied.</summary>
/// <param name="payloadType">0 to 127.</param>
/// <param name="timestamp">In ticks of the codec's clock.</param>
/// <param name="marker">For sound: the first packet after a silence.</param>
public readonly ref struct RtpPacket(byte payloadType, bool marker, ushort sequence, uint timestamp, uint source, ReadOnlySpan<byte> payload)
{
    public const int HeaderBytes = 12;
    const int VersionBits = 0x80;

    public byte PayloadType { get; } = payloadType;

    public bool Marker { get; } = marker;

    public ushort Sequence { get; } = sequence;

    public uint Timestamp { get; } = timestamp;

    /// <summary>The SSRC: whose stream it is.</summary>
    public uint Source { get; } = source;

    public ReadOnlySpan<byte> Payload { get; } = payload;

    /// <summary>Whether the datagram is RTCP, which may come to the same port (RFC 5761).</summary>
    public static bool IsControl(ReadOnlySpan<byte> datagram) => datagram.Length >= 2 && (datagram[1] & 0x7f) is >= 64 and <= 95;

    /// <returns>False for what is no RTP packet.</returns>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out RtpPacket packet)
    {
        packet = default;
        if (datagram.Length < HeaderBytes || (datagram[0] & 0xc0) != VersionBits || IsControl(datagram)) return false;
        var begin = HeaderBytes + 4 * (datagram[0] & 0x0f);
        if ((datagram[0] & 0x10) != 0)
        {
            if (datagram.Length < begin + 4) return false;
            begin += 4 + 4 * BinaryPrimitives.ReadUInt16BigEndian(datagram[(begin + 2)..]);
        }
        var padding = (datagram[0] & 0x20) != 0 ? datagram[^1] : 0;
        var end = datagram.Length - padding;
        if (end < begin || (datagram[0] & 0x20) != 0 && padding == 0) return false;
        packet = new(
            (byte)(datagram[1] & 0x7f), (datagram[1] & 0x80) != 0, BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(datagram[4..]), BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]), datagram[begin..end]);
        return true;
    }

    /// <returns>The bytes written: <see cref="HeaderBytes"/> and the payload.</returns>
    public int Write(Span<byte> to)
    {
        to[0] = VersionBits;
        to[1] = (byte)(PayloadType | (Marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], Sequence);
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(to[8..], Source);
        Payload.CopyTo(to[HeaderBytes..]);
        return HeaderBytes + Payload.Length;
    }
}
