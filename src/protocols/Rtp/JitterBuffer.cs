namespace Centrala.Protocols.Rtp;

/// <summary>What the jitter buffer has done so far, in frames.</summary>
/// <param name="Late">Came after their turn, and were thrown away.</param>
/// <param name="Concealed">Made up: lost, late, or while the buffer grew.</param>
/// <param name="Skipped">Left out, to play sooner again.</param>
public readonly record struct JitterCounts(long Played, long Late, long Concealed, long Skipped);

/// <summary>
/// Evens out the gaps between packets: as little delay as lets all but a few come in time. It grows at once when packets come
/// late, and shrinks by a frame at a time when they have come early for a while. Frames of 20 ms at 8 kHz, one a packet.
/// </summary>
public sealed class JitterBuffer
{
    public const int FrameSamples = 160, FrameMs = 20;

    /// <summary>A packet later than this behind the earliest is not waited for.</summary>
    public const int DelayMaxMs = 300;

    const int Slots = 64, TicksPerMs = FrameSamples / FrameMs, JumpTicks = 5000 * TicksPerMs;

    /// <summary>Only when the buffer has been fuller than it need be for so long, a frame is left out.</summary>
    const int PatienceFrames = 25;

    readonly short[] samples = new short[Slots * FrameSamples];
    readonly int[] sequences = new int[Slots];
    readonly Concealment concealment = new();
    readonly DelayEstimate delay = new();
    int next, newest, pausedAt, fullFor, emptyFor, waited;
    long timestamp;
    long played, late, concealed, skipped;
    uint source;
    bool hasBegun, isPlaying;

    public JitterCounts Counts => new(played, late, concealed, skipped);

    /// <summary>How long a packet waits at present that comes without delay.</summary>
    public int TargetMs => delay.TargetMs;

    /// <summary>The place of the next frame among those of the stream whose first packet had this number.</summary>
    internal int NextToPlay(ushort first) => next - 0x10000 - first;

    /// <summary>Takes a packet's sound.</summary>
    /// <param name="frame">Decoded; <see cref="FrameSamples"/> of them.</param>
    /// <param name="atMs">When it came, by any clock that only goes forward.</param>
    public void Put(in RtpPacket packet, ReadOnlySpan<short> frame, long atMs)
    {
        if (!hasBegun || packet.Source != source) Begin(packet);
        var sequence = newest + (short)(packet.Sequence - (ushort)newest);
        // After a jump of the numbers the sender has begun anew, though under its old name.
        if (Math.Abs(sequence - newest) >= Slots)
        {
            Begin(packet);
            sequence = newest;
        }
        Learn(packet.Timestamp, atMs);
        newest = Math.Max(newest, sequence);
        if (isPlaying && sequence < next)
        {
            late++;
            return;
        }
        var slot = sequence & Slots - 1;
        sequences[slot] = sequence;
        frame[..FrameSamples].CopyTo(samples.AsSpan(slot * FrameSamples));
    }

    /// <summary>The sender has nothing to say from here on: what does not come is not missing.</summary>
    public void Pause(in RtpPacket packet, long atMs)
    {
        if (!hasBegun || packet.Source != source) return;
        var sequence = newest + (short)(packet.Sequence - (ushort)newest);
        if (sequence < newest || sequence - newest >= Slots) return;
        Learn(packet.Timestamp, atMs);
        pausedAt = newest = sequence;
    }

    /// <summary>Gives the next 20 ms, whatever there is; to be called every 20 ms.</summary>
    /// <returns>False as long as nothing has come at all: silence.</returns>
    public bool Take(Span<short> frame)
    {
        if (!hasBegun || !isPlaying && !MayBegin())
        {
            frame.Clear();
            return false;
        }
        SkipWhenTooFull();
        if (next == pausedAt)
        {
            Rest();
            next++;
            frame.Clear();
            return false;
        }
        if (Has(next)) Play(frame);
        else Conceal(frame);
        return true;
    }

    int Depth => newest - next + 1;

    int TargetFrames => (delay.TargetMs + FrameMs - 1) / FrameMs;

    void Begin(in RtpPacket packet)
    {
        (source, hasBegun, timestamp) = (packet.Source, true, packet.Timestamp);
        Rest();
        // Far from zero, so that what was sent before the first that came has a number too.
        next = newest = packet.Sequence + 0x10000;
        Array.Clear(sequences);
        pausedAt = 0;
        delay.Restart();
    }

    bool MayBegin()
    {
        while (!Has(next) && next < newest) next++;
        // Everything was played, and nothing has come since.
        if (next > newest) return false;
        return isPlaying = Depth > TargetFrames || ++waited > TargetFrames;
    }

    bool Has(int sequence) => sequences[sequence & Slots - 1] == sequence;

    void Play(Span<short> frame)
    {
        samples.AsSpan((next & Slots - 1) * FrameSamples, FrameSamples).CopyTo(frame);
        concealment.Keep(frame);
        next++;
        played++;
        emptyFor = 0;
    }

    /// <summary>With later packets there, the missing one is given up; with none, its turn waits, and the delay grows.</summary>
    void Conceal(Span<short> frame)
    {
        concealment.Fill(frame);
        concealed++;
        if (newest >= next) next++;
        else if (++emptyFor * FrameMs > DelayMaxMs) Rest();
    }

    void Rest() => (isPlaying, waited, emptyFor, fullFor) = (false, 0, 0, 0);

    /// <summary>Time stamps begin anywhere and wrap; a jump of theirs says nothing of delay.</summary>
    void Learn(uint stamp, long atMs)
    {
        var step = (int)(stamp - (uint)timestamp);
        timestamp += step;
        if (Math.Abs(step) > JumpTicks) delay.Restart();
        delay.Learn(atMs - timestamp / TicksPerMs);
    }

    void SkipWhenTooFull()
    {
        fullFor = Depth > TargetFrames + 1 ? fullFor + 1 : 0;
        var isFarTooFull = Depth > Slots / 2;
        if (fullFor < PatienceFrames && !isFarTooFull) return;
        next++;
        skipped++;
        fullFor = 0;
    }
}
