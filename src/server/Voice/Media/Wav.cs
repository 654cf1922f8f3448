using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Centrala.Server.Voice.Media;

/// <summary>Sound in files: linear samples of 16 bits, one channel.</summary>
static class Wav
{
    public const int Hertz = 8000, HertzMax = 48_000;

    const int HeaderBytes = 44;

    /// <summary>Reads a file into samples of <see cref="Hertz"/>, whatever rate up to <see cref="HertzMax"/> it has.</summary>
    /// <returns>Null where it is no WAV of 16 bits, one channel and such a rate, or has no sound.</returns>
    public static short[]? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8)) return null;
        var rate = 0;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]), (uint)(file.Length - at - 8));
            var chunk = file.Slice(at + 8, length);
            if (file[at..].StartsWith("fmt "u8)) rate = Rate(chunk);
            if (file[at..].StartsWith("data"u8))
                return rate == 0 || length < 2 ? null : Resampling.To(Hertz, rate, MemoryMarshal.Cast<byte, short>(chunk[..(length & ~1)]));
            at += 8 + length + (length & 1);
        }
        return null;
    }

    /// <param name="samples">Of <see cref="Hertz"/>.</param>
    public static byte[] Write(ReadOnlySpan<short> samples)
    {
        var sound = MemoryMarshal.AsBytes(samples);
        var file = new byte[HeaderBytes + sound.Length];
        var to = file.AsSpan();
        "RIFF"u8.CopyTo(to);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], HeaderBytes - 8 + sound.Length);
        "WAVEfmt "u8.CopyTo(to[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(to[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(to[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], Hertz);
        BinaryPrimitives.WriteInt32LittleEndian(to[28..], Hertz * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(to[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(to[34..], 16);
        "data"u8.CopyTo(to[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[40..], sound.Length);
        sound.CopyTo(to[HeaderBytes..]);
        return file;
    }

    /// <returns>0 for anything but PCM, one channel, 16 bits, at a rate that can be brought to <see cref="Hertz"/>.</returns>
    static int Rate(ReadOnlySpan<byte> format)
    {
        if (format.Length < 16 || BinaryPrimitives.ReadUInt16LittleEndian(format) != 1
            || BinaryPrimitives.ReadUInt16LittleEndian(format[2..]) != 1
            || BinaryPrimitives.ReadUInt16LittleEndian(format[14..]) != 16) return 0;
        return BinaryPrimitives.ReadInt32LittleEndian(format[4..]) is >= Hertz and <= HertzMax and var rate ? rate : 0;
    }
}
