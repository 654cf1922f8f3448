namespace Centrala.Protocols.Rtp;

/// <summary>The two tones of each key (ITU-T Q.23): one for its row, one for its column.</summary>
static class KeyTones
{
    public const int Hertz = 8000, Groups = 4;

    public static readonly double[] Low = [697, 770, 852, 941], High = [1209, 1336, 1477, 1633];

    const string Keys = "123A456B789C*0#D";

    public static char KeyOf(int row, int column) => Keys[row * Groups + column];

    /// <returns>Null for what is on no keypad.</returns>
    public static (double Low, double High)? Of(char key) =>
        Keys.IndexOf(char.ToUpperInvariant(key)) is var at and >= 0 ? (Low[at / Groups], High[at % Groups]) : null;
}

/// <summary>
/// Hears keys in the sound itself, for telephones that do not tell of them in packets. What a detector must take and must not is
/// from ITU-T Q.24: 40 ms, both tones alike but for so much, and hardly anything beside them: speech is no key. At 8 kHz.
/// </summary>
public sealed class KeyListener
{
    /// <summary>12.75 ms: two in a row are less than the shortest key, and tell neighbouring tones apart.</summary>
    const int BlockSamples = 102;

    /// <summary>So many alike in a row make a key, and so many without it end it.</summary>
    const int BlocksOfKey = 2;

    /// <summary>By how much the higher tone may be stronger (4 dB), and the lower (8 dB).</summary>
    const double HigherMax = 2.5, LowerMax = 6.3;

    /// <summary>A tone is stronger than its neighbours by 8 dB.</summary>
    const double AboveOthers = 6.3;

    /// <summary>
    /// The share of all energy that the two tones have together: what else is heard is speech. Tones that are 1.5 % off have some
    /// 0.8 of a block, and those of 18 ms, cut in halves by two blocks, 0.7.
    /// </summary>
    const double ShareMin = 0.76;

    /// <summary>Each tone's least amplitude: −34 dB below full scale.</summary>
    const double AmplitudeMin = 650;

    static readonly double[] turns =
        [.. KeyTones.Low.Concat(KeyTones.High).Select(tone => 2 * Math.Cos(2 * Math.PI * tone / KeyTones.Hertz))];

    readonly double[] before = new double[2 * KeyTones.Groups], beforeThat = new double[2 * KeyTones.Groups];
    double energy;
    int samples, alike, without;
    char? last, pressed;

    /// <returns>A key that has just begun, for each once; null when none has.</returns>
    public char? Hear(ReadOnlySpan<short> sound)
    {
        char? key = null;
        foreach (var sample in sound)
        {
            Take(sample);
            if (++samples == BlockSamples) key = Judge() ?? key;
        }
        return key;
    }

    /// <summary>A step of Goertzel's resonators.</summary>
    void Take(short sample)
    {
        energy += (double)sample * sample;
        for (var i = 0; i < turns.Length; i++)
            (before[i], beforeThat[i]) = (sample + turns[i] * before[i] - beforeThat[i], before[i]);
    }

    char? Judge()
    {
        var heard = KeyOfBlock();
        alike = heard is not null && heard == last ? alike + 1 : 1;
        last = heard;
        (samples, energy) = (0, 0);
        Array.Clear(before);
        Array.Clear(beforeThat);
        without = heard == pressed ? 0 : without + 1;
        if (pressed is not null && without >= BlocksOfKey) pressed = null;
        if (heard is null || alike < BlocksOfKey || heard == pressed) return null;
        (pressed, without) = (heard, 0);
        return heard;
    }

    char? KeyOfBlock()
    {
        var (row, low) = Strongest(0);
        var (column, high) = Strongest(KeyTones.Groups);
        const double Least = AmplitudeMin * AmplitudeMin * BlockSamples * BlockSamples / 4;
        if (low < Least || high < Least || high > HigherMax * low || low > LowerMax * high) return null;
        // A tone of amplitude a has the power (aN/2)² in its resonator, and the energy a²N/2 in the block.
        if (low + high < ShareMin * energy * BlockSamples / 2) return null;
        return StandsOut(0, row, low) && StandsOut(KeyTones.Groups, column, high) ? KeyTones.KeyOf(row, column) : null;
    }

    (int Index, double Power) Strongest(int from)
    {
        var (best, most) = (0, Power(from));
        for (var i = 1; i < KeyTones.Groups; i++)
            if (Power(from + i) is var power && power > most) (best, most) = (i, power);
        return (best, most);
    }

    bool StandsOut(int from, int index, double power)
    {
        for (var i = 0; i < KeyTones.Groups; i++)
            if (i != index && Power(from + i) * AboveOthers > power) return false;
        return true;
    }

    double Power(int i) => before[i] * before[i] + beforeThat[i] * beforeThat[i] - turns[i] * before[i] * beforeThat[i];
}

/// <summary>A key as sound, for telephones that take it in no other way: its tones, and a pause. At 8 kHz.</summary>
/// <exception cref="ArgumentOutOfRangeException">The key is on no keypad.</exception>
public sealed class KeySound(char key)
{
    /// <summary>100 ms and 60 ms; −9 dB below full scale each tone.</summary>
    const int ToneSamples = 800, AllSamples = ToneSamples + 480, Amplitude = 8000;

    readonly (double Low, double High) tones =
        KeyTones.Of(key) ?? throw new ArgumentOutOfRangeException(nameof(key), key, "On no keypad.");

    int at;

    public bool IsOver => at >= AllSamples;

    /// <summary>Puts its next part in place of what is there.</summary>
    public void Play(Span<short> frame)
    {
        for (var i = 0; i < frame.Length; i++, at++)
            frame[i] = at >= ToneSamples ? (short)0 : (short)(Amplitude * (Wave(tones.Low) + Wave(tones.High)) / 2 * 1.4);
    }

    double Wave(double hertz) => Math.Sin(2 * Math.PI * hertz * at / KeyTones.Hertz);
}
