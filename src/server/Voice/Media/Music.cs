namespace Centrala.Server.Voice.Media;

/// <summary>What those hear who wait: a file, or a quiet broken chord. Played round and round.</summary>
sealed class Music
{
    const int Hertz = Wav.Hertz, BytesMax = 64 << 20;

    /// <summary>C major with its sixth, as it is broken up and down; in hertz.</summary>
    static readonly double[] notes = [261.63, 329.63, 392.00, 440.00, 523.25, 440.00, 392.00, 329.63];

    readonly short[] samples;

    Music(short[] samples) => this.samples = samples;

    /// <param name="file">WAV, 16 bit, mono, 8 to 48 kHz; null for the chord.</param>
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
        return Wav.Read(File.ReadAllBytes(file)) ?? throw new InvalidDataException($"{file} is no WAV of 16 bit, mono, 8 to 48 kHz.");
    }
}
