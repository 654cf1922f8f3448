namespace Centrala.Protocols.Rtp;

/// <summary>
/// The noise that a sender describes while it sends nothing (RFC 3389), so that the line does not sound dead: as loud as it says.
/// Its colour, which the packet may describe too, is not followed: the noise is made dull, as that of rooms is.
/// </summary>
public sealed class ComfortNoise
{
    /// <summary>Where no other number is agreed on, for codecs of 8 kHz.</summary>
    public const int PayloadType = 13;

    /// <summary>Levels are decibels below full scale; the quietest is as good as nothing.</summary>
    public const byte LevelMax = 127;

    const double FullScale = 32_767;

    /// <summary>A simple low pass; by the second it is made up for what that takes away.</summary>
    const float Dullness = 0.7f, Gain = 2.38f;

    uint dice = 0x9e37_79b9;
    float amplitude, held;

    /// <summary>Set since the last description; the sound that follows ends it.</summary>
    public bool IsOn { get; private set; }

    /// <returns>False for a payload that describes nothing.</returns>
    public bool Begin(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty) return false;
        // A uniform noise of amplitude a has the power a²/3; the level is that of a full sine's, whose power is half of its square.
        amplitude = (float)(FullScale * Math.Pow(10, -(payload[0] & LevelMax) / 20.0) * Math.Sqrt(1.5));
        return IsOn = true;
    }

    public void End() => IsOn = false;

    public void Fill(Span<short> frame)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            // Marsaglia's xorshift: the same noise every time is noise enough.
            dice ^= dice << 13;
            dice ^= dice >> 17;
            dice ^= dice << 5;
            held += ((int)dice / 2_147_483_648f - held) * (1 - Dullness);
            frame[i] = (short)Math.Clamp(held * amplitude * Gain, short.MinValue, short.MaxValue);
        }
    }
}
