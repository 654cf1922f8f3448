using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Centrala.Server.Voice.Media;

/// <summary>What those hear who wait: a file, or a quiet broken chord. Played round and round.</summary>
sealed class Music
{
    const int Hertz = 8000, BytesMax = 64 << 20;

    /// <summary>C major with its sixth, as it is broken up and down; in hertz.</summary>
    static readonly double[] notes = [261.63, 329.63, 392.00, 440.00, 523.25, 440.00, 392.00, 329.63];

    readonly short[] samples;

    Music(short[] samples) => this.samples = samples;

    /// <param name="file">WAV, 8 kHz, 16 bit, mono; null for the chord.</param>
    /// <exception cref="InvalidDataException">The file is no such WAV.</exception>
    public static Music Of(string? file) => new(file is null ? Chord() : Read(file));

    /// <returns>Where to go on.</returns>
    public int Play(int at, Span<short> frame)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            frame[i] = samples[at];
            if (++at == samples.Length) at = 0;
        }
        return at;
    }

    /// <summary>Notes of half a second that swell and fade, some 20 dB below full scale.</summary>
    static short[] Chord()
    {
        const int Note = Hertz / 2;
        var made = new short[notes.Length * Note];
        for (var i = 0; i < made.Length; i++)
        {
            var within = (double)(i % Note) / Note;
            var loud = 3000 * Math.Sin(Math.PI * within);
            made[i] = (short)(loud * Math.Sin(2 * Math.PI * notes[i / Note] * i / Hertz));
        }
        return made;
    }

    static short[] Read(string file)
    {
        if (new FileInfo(file).Length > BytesMax) throw new InvalidDataException($"{file} is longer than {BytesMax >> 20} MB.");
        var bytes = File.ReadAllBytes(file).AsSpan();
        if (bytes.Length < 12 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WAVE"u8)) throw No(file);
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
        throw No(file);
    }

    /// <summary>PCM, one channel, 8,000 samples a second, 16 bits each.</summary>
    static bool IsRight(ReadOnlySpan<byte> format) => format.Length >= 16
        && BinaryPrimitives.ReadUInt16LittleEndian(format) == 1 && BinaryPrimitives.ReadUInt16LittleEndian(format[2..]) == 1
        && BinaryPrimitives.ReadUInt32LittleEndian(format[4..]) == Hertz && BinaryPrimitives.ReadUInt16LittleEndian(format[14..]) == 16;

    static InvalidDataException No(string file) => new($"{file} is no WAV of 8 kHz, 16 bit, mono.");
}
