using System.Buffers.Binary;
using System.Text;

namespace Centrala.Protocols.Rtp;

/// <summary>How one stream was received.</summary>
/// <param name="FractionLost">Since the last report, in 256ths.</param>
/// <param name="Lost">Since the beginning; −2^23 to 2^23 − 1.</param>
/// <param name="LastReport">The middle of the clock of the sender's last report; 0 when there was none.</param>
/// <param name="SinceLastReport">How long ago that came, in 65,536ths of a second.</param>
public readonly record struct ReportBlock(
    uint Source, byte FractionLost, int Lost, uint Highest, uint JitterTicks, uint LastReport = 0, uint SinceLastReport = 0);

/// <summary>What a sender says of its own stream.</summary>
/// <param name="Clock">When it was said, by the sender's clock: seconds in the upper half, their fraction in the lower.</param>
/// <param name="Timestamp">The same instant in ticks of the codec's clock.</param>
/// <param name="PayloadBytes">Without heads and padding; both counts wrap.</param>
public readonly record struct SentSoFar(ulong Clock, uint Timestamp, uint Packets, uint PayloadBytes)
{
    /// <summary>By which a receiver calls this report later on.</summary>
    public uint ClockMiddle => (uint)(Clock >> 16);
}

/// <summary>Reports of RFC 3550, section 6: what was sent and how it was received, the sender's name, and its good-bye.</summary>
/// <param name="Sender">Whose report it is.</param>
/// <param name="Blocks">What it received; at most <see cref="BlocksMax"/>.</param>
/// <param name="IsGoodbye">The sender leaves.</param>
/// <param name="Sent">Null for who has sent nothing lately.</param>
public sealed record ControlPacket(uint Sender, IReadOnlyList<ReportBlock> Blocks, bool IsGoodbye, SentSoFar? Sent = null)
{
    public const int BlocksMax = 31;

    const byte SenderReport = 200, ReceiverReport = 201, Description = 202, Goodbye = 203;
    const int HeadBytes = 8, BlockBytes = 24, SenderInfoBytes = 20, NameItem = 1, NameBytesMax = 200;

    /// <returns>Null for what is no compound of reports.</returns>
    public static ControlPacket? Read(ReadOnlySpan<byte> datagram)
    {
        uint? sender = null;
        SentSoFar? sent = null;
        var blocks = new List<ReportBlock>();
        var isGoodbye = false;
        while (!datagram.IsEmpty)
        {
            if (datagram.Length < HeadBytes || datagram[0] >> 6 != 2) return null;
            var length = 4 * (BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]) + 1);
            if (length < HeadBytes || length > datagram.Length) return null;
            var packet = datagram[..length];
            if (packet[1] is SenderReport or ReceiverReport)
            {
                sender ??= BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
                var begin = packet[1] == SenderReport ? HeadBytes + SenderInfoBytes : HeadBytes;
                if (length < begin || !ReadBlocks(packet[begin..], packet[0] & 0x1f, blocks)) return null;
                if (packet[1] == SenderReport) sent ??= ReadSent(packet[HeadBytes..]);
            }
            isGoodbye |= packet[1] == Goodbye;
            datagram = datagram[length..];
        }
        return sender is { } known ? new(known, blocks, isGoodbye, sent) : null;
    }

    /// <summary>A report with its sender's name, as one datagram; with a good-bye at the end.</summary>
    public byte[] Write(string name)
    {
        var text = Encoding.UTF8.GetBytes(name.Length > NameBytesMax ? name[..NameBytesMax] : name);
        var sentBytes = Sent is null ? 0 : SenderInfoBytes;
        var reportBytes = HeadBytes + sentBytes + BlockBytes * Blocks.Count;
        // The name's item, and at least one byte that ends the list.
        var descriptionBytes = (HeadBytes + 2 + text.Length + 4) / 4 * 4;
        var bytes = new byte[reportBytes + descriptionBytes + (IsGoodbye ? HeadBytes : 0)];
        Head(bytes, Blocks.Count, Sent is null ? ReceiverReport : SenderReport, reportBytes);
        if (Sent is { } sent) WriteSent(bytes.AsSpan(HeadBytes), sent);
        for (var i = 0; i < Blocks.Count; i++) WriteBlock(bytes.AsSpan(HeadBytes + sentBytes + i * BlockBytes), Blocks[i]);
        var description = bytes.AsSpan(reportBytes);
        Head(description, 1, Description, descriptionBytes);
        description[HeadBytes] = NameItem;
        description[HeadBytes + 1] = (byte)text.Length;
        text.CopyTo(description[(HeadBytes + 2)..]);
        if (IsGoodbye) Head(bytes.AsSpan(^HeadBytes), 1, Goodbye, HeadBytes);
        return bytes;
    }

    static bool ReadBlocks(ReadOnlySpan<byte> from, int count, List<ReportBlock> to)
    {
        if (from.Length < count * BlockBytes) return false;
        for (var i = 0; i < count; i++)
        {
            var block = from[(i * BlockBytes)..];
            var lost = BinaryPrimitives.ReadInt32BigEndian(block[4..]) << 8 >> 8;
            to.Add(new(
                Number(block), block[4], lost, Number(block[8..]), Number(block[12..]), Number(block[16..]), Number(block[20..])));
        }
        return true;
    }

    static SentSoFar ReadSent(ReadOnlySpan<byte> from) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(from), Number(from[8..]), Number(from[12..]), Number(from[16..]));

    static uint Number(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadUInt32BigEndian(from);

    void Head(Span<byte> to, int count, byte type, int length)
    {
        to[0] = (byte)(0x80 | count);
        to[1] = type;
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)(length / 4 - 1));
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], Sender);
    }

    static void WriteSent(Span<byte> to, in SentSoFar sent)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, sent.Clock);
        BinaryPrimitives.WriteUInt32BigEndian(to[8..], sent.Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(to[12..], sent.Packets);
        BinaryPrimitives.WriteUInt32BigEndian(to[16..], sent.PayloadBytes);
    }

    static void WriteBlock(Span<byte> to, in ReportBlock block)
    {
        BinaryPrimitives.WriteUInt32BigEndian(to, block.Source);
        BinaryPrimitives.WriteInt32BigEndian(to[4..], block.Lost & 0xffffff);
        to[4] = block.FractionLost;
        BinaryPrimitives.WriteUInt32BigEndian(to[8..], block.Highest);
        BinaryPrimitives.WriteUInt32BigEndian(to[12..], block.JitterTicks);
        BinaryPrimitives.WriteUInt32BigEndian(to[16..], block.LastReport);
        BinaryPrimitives.WriteUInt32BigEndian(to[20..], block.SinceLastReport);
    }
}
