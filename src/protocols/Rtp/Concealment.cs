namespace Centrala.Protocols.Rtp;

/// <summary>
/// Fills what is missing with the last pitch period again and again, ever softer, and fades over to what comes then, after
/// ITU-T G.711, appendix I. At 8 kHz.
/// </summary>
public sealed class Concealment
{
    const int PitchMin = 40, PitchMax = 120, Window = 160, FadeSamples = 32;

    /// <summary>By how much each concealed sample is softer than the one before: silence after 60 ms.</summary>
    const float FadePerSample = 1f / 480;

    readonly short[] history = new short[Window + PitchMax], period = new short[PitchMax];
    int pitch, phase;
    float gain;
    bool isConcealing;

    /// <summary>Takes a frame that came; after a gap its beginning is blended with what would have been played.</summary>
    public void Keep(Span<short> frame)
    {
        if (isConcealing) Blend(frame);
        isConcealing = false;
        Remember(frame);
    }

    /// <summary>Makes up a frame.</summary>
    public void Fill(Span<short> frame)
    {
        if (!isConcealing) Begin();
        for (var i = 0; i < frame.Length; i++) frame[i] = Next();
        Remember(frame);
    }

    void Begin()
    {
        (isConcealing, gain, phase) = (true, 1, 0);
        pitch = FindPitch();
        history.AsSpan(history.Length - pitch).CopyTo(period);
        // The period's end leads over to its beginning without a step.
        for (var i = 0; i < FadeSamples; i++)
        {
            var share = (i + 1f) / (FadeSamples + 1);
            var before = history[history.Length - pitch - FadeSamples + i];
            var at = pitch - FadeSamples + i;
            period[at] = (short)(period[at] * (1 - share) + before * share);
        }
    }

    short Next()
    {
        var sample = (short)(period[phase] * gain);
        if (++phase == pitch) phase = 0;
        gain = Math.Max(0, gain - FadePerSample);
        return sample;
    }

    void Blend(Span<short> frame)
    {
        for (var i = 0; i < Math.Min(FadeSamples, frame.Length); i++)
        {
            var share = (i + 1f) / (FadeSamples + 1);
            frame[i] = (short)(Next() * (1 - share) + frame[i] * share);
        }
    }

    void Remember(ReadOnlySpan<short> frame)
    {
        if (frame.Length >= history.Length)
        {
            frame[^history.Length..].CopyTo(history);
            return;
        }
        history.AsSpan(frame.Length).CopyTo(history);
        frame.CopyTo(history.AsSpan(history.Length - frame.Length));
    }

    /// <summary>The shift at which the last 20 ms resemble themselves most; every second sample is enough.</summary>
    int FindPitch()
    {
        var (best, most) = (PitchMax, float.MinValue);
        for (var shift = PitchMin; shift <= PitchMax; shift++)
        {
            float product = 0, energy = 1;
            for (var i = history.Length - Window; i < history.Length; i += 2)
            {
                product += (float)history[i] * history[i - shift];
                energy += (float)history[i - shift] * history[i - shift];
            }
            var likeness = product / MathF.Sqrt(energy);
            if (likeness > most) (best, most) = (shift, likeness);
        }
        return best;
    }
}
