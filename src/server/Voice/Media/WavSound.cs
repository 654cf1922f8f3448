using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Centrala.Server.Voice.Media;

/// <summary>Sound from a WAV file as telephones have it: 8 kHz, 16 bit, mono.</summary>
static class WavSound
{
    public const int Hertz = 8000;

    const int FormBytes = 16;

    /// <returns>Null when it is no such WAV, or holds no sound.</returns>
    public static short[]? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WAVE"u8)) return null;
        var isRight = false;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]), (uint)(bytes.Length - at - 8));
            var chunk = bytes.Slice(at + 8, length);
            if (bytes[at..].StartsWith("fmt "u8)) isRight = IsRight(chunk);
            if (bytes[at..].StartsWith("data"u8) && isRight && length >= 2)
                return MemoryMarshal.Cast<byte, short>(chunk[..(length & ~1)]).ToArray();
            at += 8 + length + (length & 1);
        }
        return null;
    }

    /// <summary>PCM, one channel, 8,000 samples a second, 16 bits each.</summary>
    static bool IsRight(ReadOnlySpan<byte> form) => form.Length >= FormBytes
        && BinaryPrimitives.ReadUInt16LittleEndian(form) == 1 && BinaryPrimitives.ReadUInt16LittleEndian(form[2..]) == 1
        && BinaryPrimitives.ReadUInt32LittleEndian(form[4..]) == Hertz && BinaryPrimitives.ReadUInt16LittleEndian(form[14..]) == 16;
}
