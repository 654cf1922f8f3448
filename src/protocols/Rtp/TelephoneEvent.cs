using System.Buffers.Binary;

namespace Centrala.Protocols.Rtp;

/// <summary>A key that is held, as RFC 4733 reports it packet by packet.</summary>
/// <param name="Code">0 to 9, 10 for *, 11 for #, 12 to 15 for A to D.</param>
/// <param name="IsEnd">The key is up; said three times, for packets get lost.</param>
/// <param name="Duration">So far, in ticks of the codec's clock.</param>
public readonly record struct TelephoneEvent(byte Code, bool IsEnd, ushort Duration)
{
    public const int Bytes = 4, CodeMax = 15;
    const string Keys = "0123456789*#ABCD";
    const byte Volume = 10;

    public char Key => Keys[Code];

    /// <returns>Null for a payload that is none, and for events that are no keys.</returns>
    public static TelephoneEvent? Read(ReadOnlySpan<byte> payload) =>
        payload.Length < Bytes || payload[0] > CodeMax ? null
        : new(payload[0], (payload[1] & 0x80) != 0, BinaryPrimitives.ReadUInt16BigEndian(payload[2..]));

    public void Write(Span<byte> to)
    {
        to[0] = Code;
        to[1] = (byte)((IsEnd ? 0x80 : 0) | Volume);
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], Duration);
    }

    /// <returns>Null for what is on no keypad.</returns>
    public static byte? CodeOf(char key) => Keys.IndexOf(char.ToUpperInvariant(key)) is var code and >= 0 ? (byte)code : null;
}

/// <summary>Makes one key of the many packets that tell of it.</summary>
public sealed class KeyReader
{
    uint? last;

    /// <summary>A key counts once, with the first packet of it that comes: its timestamp is that of all of them.</summary>
    /// <returns>The key; null for a packet of a key that has counted, or of none.</returns>
    public char? Read(in RtpPacket packet)
    {
        if (TelephoneEvent.Read(packet.Payload) is not { } one || packet.Timestamp == last) return null;
        // A packet that was overtaken by the next key's says nothing new.
        if (last is { } before && (int)(packet.Timestamp - before) < 0) return null;
        last = packet.Timestamp;
        return one.Key;
    }
}

/// <summary>The packets of one key that is pressed for a while: one a frame, the last one three times.</summary>
/// <param name="ticks">How long, in ticks of the clock; at most 8 seconds at 8 kHz.</param>
public sealed class KeyWriter(byte code, uint timestamp, ushort ticks, ushort frameTicks)
{
    const int Ends = 3;

    int sent, ends;

    public bool IsOver => ends == Ends;

    /// <summary>The same for all packets of the key.</summary>
    public uint Timestamp => timestamp;

    /// <summary>The next packet's payload; the first one carries the marker.</summary>
    public TelephoneEvent Next(out bool isFirst)
    {
        isFirst = sent == 0;
        sent = Math.Min(sent + frameTicks, ticks);
        var isEnd = sent == ticks;
        if (isEnd) ends++;
        return new(code, isEnd, (ushort)sent);
    }
}
