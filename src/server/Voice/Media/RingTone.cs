using Centrala.Protocols.Rtp;

namespace Centrala.Server.Voice.Media;

/// <summary>What a caller hears while it rings at the other side, as in most of Europe: 425 Hz, one second of five.</summary>
static class RingTone
{
    const int Hertz = 8000, Pitch = 425, Amplitude = 2500, Frame = JitterBuffer.FrameSamples, FramesOn = 50, FramesAll = 250;

    static readonly short[] tone = Made(), silence = new short[Frame];

    /// <param name="number">Of the frame, from any begin.</param>
    public static ReadOnlySpan<short> At(int number) =>
        number % FramesAll is var at && at < FramesOn ? tone.AsSpan(at * Frame, Frame) : silence;

    static short[] Made() =>
        [.. Enumerable.Range(0, FramesOn * Frame).Select(i => (short)(Amplitude * Math.Sin(2 * Math.PI * Pitch * i / Hertz)))];
}
