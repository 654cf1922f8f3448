using System.Buffers.Binary;
using System.Text;

namespace Centrala.Protocols.Rtp;

/// <summary>How one stream was received.</summary>
/// <param name="FractionLost">Since the last report, in 256ths.</param>
/// <param name="Lost">Since the beginning; −2^23 to 2^23 − 1.</param>
public readonly record struct ReportBlock(uint Source, byte FractionLost, int Lost, uint Highest, uint JitterTicks);

/// <summary>Reports of RFC 3550, section 6: how it was received, the sender's name, and its good-bye.</summary>
/// <param name="Sender">Whose report it is.</param>
/// <param name="Blocks">What it received.</param>
/// <param name="IsGoodbye">The sender leaves.</param>
public sealed record ControlPacket(uint Sender, IReadOnlyList<ReportBlock> Blocks, bool IsGoodbye)
{
    const byte SenderReport = 200, ReceiverReport = 201, Description = 202, Goodbye = 203;
    const int BlockBytes = 24, SenderInfoBytes = 20, NameItem = 1;

    /// <returns>Null for what is no compound of reports.</returns>
    public static ControlPacket? Read(ReadOnlySpan<byte> datagram)
    {
        uint? sender = null;
        var blocks = new List<ReportBlock>();
        var isGoodbye = false;
        while (!datagram.IsEmpty)
        {
            if (datagram.Length < 8 || datagram[0] >> 6 != 2) return null;
            var length = 4 * (BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]) + 1);
            if (length < 8 || length > datagram.Length) return null;
            var packet = datagram[..length];
            if (packet[1] is SenderReport or ReceiverReport)
            {
                sender ??= BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
                var begin = packet[1] == SenderReport ? 8 + SenderInfoBytes : 8;
                if (length < begin || !ReadBlocks(packet[begin..], packet[0] & 0x1f, blocks)) return null;
            }
            isGoodbye |= packet[1] == Goodbye;
            datagram = datagram[length..];
        }
        return sender is { } known ? new(known, blocks, isGoodbye) : null;
    }

    /// <summary>A receiver's report with its name, as one datagram; with a good-bye at the end.</summary>
    public byte[] Write(string name)
    {
        var text = Encoding.UTF8.GetBytes(name.Length > 200 ? name[..200] : name);
        var descriptionBytes = (8 + 2 + text.Length + 4) / 4 * 4;
        var bytes = new byte[8 + BlockBytes * Blocks.Count + descriptionBytes + (IsGoodbye ? 8 : 0)];
        Head(bytes, Blocks.Count, ReceiverReport, 8 + BlockBytes * Blocks.Count);
        for (var i = 0; i < Blocks.Count; i++) WriteBlock(bytes.AsSpan(8 + i * BlockBytes), Blocks[i]);
        var description = bytes.AsSpan(8 + BlockBytes * Blocks.Count);
        Head(description, 1, Description, descriptionBytes);
        description[8] = NameItem;
        description[9] = (byte)text.Length;
        text.CopyTo(description[10..]);
        if (IsGoodbye) Head(bytes.AsSpan(^8), 1, Goodbye, 8);
        return bytes;
    }

    static bool ReadBlocks(ReadOnlySpan<byte> from, int count, List<ReportBlock> to)
    {
        if (from.Length < count * BlockBytes) return false;
        for (var i = 0; i < count; i++)
        {
            var block = from[(i * BlockBytes)..];
            var lost = BinaryPrimitives.ReadInt32BigEndian(block[4..]) << 8 >> 8;
            to.Add(new(BinaryPrimitives.ReadUInt32BigEndian(block), block[4], lost,
                BinaryPrimitives.ReadUInt32BigEndian(block[8..]), BinaryPrimitives.ReadUInt32BigEndian(block[12..])));
        }
        return true;
    }

    void Head(Span<byte> to, int count, byte type, int length)
    {
        to[0] = (byte)(0x80 | count);
        to[1] = type;
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)(length / 4 - 1));
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], Sender);
    }

    static void WriteBlock(Span<byte> to, in ReportBlock block)
    {
        BinaryPrimitives.WriteUInt32BigEndian(to, block.Source);
        BinaryPrimitives.WriteInt32BigEndian(to[4..], block.Lost & 0xffffff);
        to[4] = block.FractionLost;
        BinaryPrimitives.WriteUInt32BigEndian(to[8..], block.Highest);
        BinaryPrimitives.WriteUInt32BigEndian(to[12..], block.JitterTicks);
    }
}
