using System.Buffers.Binary;
using Centrala.Protocols.Rtp;

namespace Centrala.Protocols.WebRtc;

/// <summary>Where things lie in packets whose content is not readable yet.</summary>
static class SrtpLayout
{
    public const int ControlHeaderBytes = 8, ControlIndexBytes = 4;

    /// <summary>Longer headers are nobody's who means well.</summary>
    public const int HeaderBytesMax = 256;

    public const uint EncipheredFlag = 0x8000_0000;

    /// <summary>The fixed header, contributing sources and the extension, all of which stays readable.</summary>
    /// <returns>Null for what is no RTP packet.</returns>
    public static int? HeaderBytes(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < RtpPacket.HeaderBytes || packet[0] >> 6 != 2) return null;
        var length = RtpPacket.HeaderBytes + 4 * (packet[0] & 0x0f);
        if ((packet[0] & 0x10) != 0)
        {
            if (packet.Length < length + 4) return null;
            length += 4 + 4 * BinaryPrimitives.ReadUInt16BigEndian(packet[(length + 2)..]);
        }
        return length <= Math.Min(packet.Length, HeaderBytesMax) ? length : null;
    }

    public static ushort Sequence(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);

    public static uint Source(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[8..]);

    public static uint ControlSource(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
}
