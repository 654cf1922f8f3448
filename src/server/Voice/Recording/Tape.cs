using System.Buffers;
using Centrala.Protocols.Rtp;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Recording;

/// <summary>
/// Takes what is said on a bridge and hands it to the recorder by the second. Fed on the media clock's thread, which must not
/// wait: a second for which the recorder has no room is lost and counted, and silence stands in its place.
/// </summary>
sealed class Tape(Guid id, DateTimeOffset startedAt, MediaLeg customer, Recorder recorder)
{
    const int Samples = JitterBuffer.FrameSamples, FrameBytes = Samples * RecordingForm.Channels;

    /// <summary>How long the beep is that marks a pause and its end.</summary>
    const int BeepFrames = Beep.Samples / Samples;

    byte[]? block;
    int at, second;
    volatile int beeping;
    volatile bool isPaused;

    public Guid Id => id;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Whose sound goes to the left.</summary>
    public MediaLeg Customer => customer;

    /// <summary>While it is set, silence is recorded; a beep stands where it begins and ends.</summary>
    public bool IsPaused
    {
        get => isPaused;
        set
        {
            if (isPaused != value) beeping = BeepFrames;
            isPaused = value;
        }
    }

    /// <summary>The file; only for the recorder's thread.</summary>
    public RecordingWriter? Writer { get; set; }

    /// <summary>Nothing more is written; only for the recorder's thread.</summary>
    public bool IsBroken { get; set; }

    /// <summary>20 ms of both sides.</summary>
    public void Take(ReadOnlySpan<short> left, ReadOnlySpan<short> right)
    {
        block ??= ArrayPool<byte>.Shared.Rent(RecordingForm.ChunkBytes);
        var frame = block.AsSpan(at, FrameBytes);
        if (beeping > 0) Interleave(Beep.Frame(BeepFrames - beeping--), [], frame);
        else if (isPaused || customer.Waits) frame.Fill(G711.MuSilence);
        else Interleave(left, right, frame);
        at += FrameBytes;
        if (at < RecordingForm.ChunkBytes) return;
        recorder.Put(new(this, second++, block, RecordingForm.ChunkBytes, IsLast: false));
        (block, at) = (null, 0);
    }

    /// <summary>Nothing more is taken: the bridge has let go of it.</summary>
    public void End() => recorder.Put(new(this, second, block ?? [], block is null ? 0 : at, IsLast: true));

    /// <param name="right">Empty: the same as left.</param>
    static void Interleave(ReadOnlySpan<short> left, ReadOnlySpan<short> right, Span<byte> into)
    {
        Span<byte> one = stackalloc byte[Samples], other = stackalloc byte[Samples];
        G711.EncodeMu(left, one);
        G711.EncodeMu(right.IsEmpty ? left : right, other);
        for (var i = 0; i < Samples; i++) (into[2 * i], into[2 * i + 1]) = (one[i], other[i]);
    }
}
