namespace Centrala.Protocols.Rtp;

/// <summary>
/// Tells speech from background, 20 ms at a time: loud against the quietest of the last seconds, which is the background. At 8 kHz.
/// </summary>
public sealed class VoiceActivity
{
    /// <summary>Quieter than that (−55 dB below full scale) is no speech on any line.</summary>
    const float PowerMin = 58f * 58f;

    /// <summary>Speech stands out by 9 dB at least.</summary>
    const float AboveBackground = 8;

    /// <summary>Word ends are soft: so long it is taken as speech still. 200 ms.</summary>
    const int HangoverFrames = 10;

    /// <summary>The background may rise by half in a second.</summary>
    const float RisePerFrame = 1.008f;

    float background = PowerMin;
    int left;

    /// <returns>Whether somebody speaks in this frame, or has a moment ago.</returns>
    public bool Hear(ReadOnlySpan<short> frame)
    {
        if (frame.IsEmpty) return left > 0;
        float power = 0;
        foreach (var sample in frame) power += (float)sample * sample;
        power /= frame.Length;
        background = Math.Max(1, power < background ? power : background * RisePerFrame);
        if (power > PowerMin && power > AboveBackground * background) left = HangoverFrames;
        else if (left > 0) left--;
        return left > 0;
    }
}
