using System.Buffers.Binary;

namespace Centrala.Protocols.WebRtc;

/// <summary>Protects what one source sends, where it lies. For one thread at a time.</summary>
public sealed class SrtpSender(SrtpKeys keys) : IDisposable
{
    readonly SrtpCipher sound = keys.Cipher(forControl: false), control = keys.Cipher(forControl: true);
    uint rollovers, controlIndex;
    ushort last;
    bool hasBegun;

    /// <summary>By how much a packet grows at most.</summary>
    public const int Overhead = GcmCipher.Tag + SrtpLayout.ControlIndexBytes;

    /// <summary>Packets in the order of their numbers.</summary>
    /// <param name="buffer">Begins with the packet, and has <see cref="Overhead"/> bytes behind it.</param>
    /// <returns>How long the protected packet is.</returns>
    /// <exception cref="ArgumentException">It is no RTP packet.</exception>
    public int Protect(Span<byte> buffer, int length)
    {
        if (SrtpLayout.HeaderBytes(buffer[..length]) is not { } headerBytes) throw new ArgumentException("No RTP packet.", nameof(buffer));
        var sequence = SrtpLayout.Sequence(buffer);
        if (hasBegun && sequence < last) rollovers++;
        (hasBegun, last) = (true, sequence);
        Span<byte> trailer = stackalloc byte[sound.TagFirst ? 0 : 4];
        if (!sound.TagFirst) BinaryPrimitives.WriteUInt32BigEndian(trailer, rollovers);
        sound.Seal(buffer[..headerBytes], buffer[headerBytes..length], SrtpLayout.Source(buffer), (ulong)rollovers << 16 | sequence, trailer,
            buffer.Slice(length, sound.TagBytes));
        return length + sound.TagBytes;
    }

    /// <summary>As <see cref="Protect"/>, for RTCP.</summary>
    public int ProtectControl(Span<byte> buffer, int length)
    {
        controlIndex++;
        Span<byte> trailer = stackalloc byte[SrtpLayout.ControlIndexBytes];
        BinaryPrimitives.WriteUInt32BigEndian(trailer, SrtpLayout.EncipheredFlag | controlIndex);
        var (tagAt, trailerAt) = control.TagFirst ? (length, length + control.TagBytes) : (length + trailer.Length, length);
        control.Seal(buffer[..SrtpLayout.ControlHeaderBytes], buffer[SrtpLayout.ControlHeaderBytes..length], SrtpLayout.ControlSource(buffer),
            controlIndex, trailer, buffer.Slice(tagAt, control.TagBytes));
        trailer.CopyTo(buffer[trailerAt..]);
        return length + control.TagBytes + trailer.Length;
    }

    public void Dispose()
    {
        sound.Dispose();
        control.Dispose();
    }
}
