using Centrala.Protocols.Rtp;

namespace Centrala.Server.Voice.Media;

/// <summary>The short tone by which everybody knows that something begins or ends.</summary>
static class Beep
{
    /// <summary>200 ms.</summary>
    public const int Samples = 10 * JitterBuffer.FrameSamples;

    const int Hertz = 8000, Pitch = 1400, Amplitude = 4000;

    public static short[] Sound { get; } =
        [.. Enumerable.Range(0, Samples).Select(i => (short)(Amplitude * Math.Sin(2 * Math.PI * Pitch * i / Hertz)))];

    /// <param name="number">0 to 9.</param>
    public static ReadOnlySpan<short> Frame(int number) =>
        Sound.AsSpan(number * JitterBuffer.FrameSamples, JitterBuffer.FrameSamples);
}
