using Centrala.Protocols.Rtp;
using Xunit;

namespace Centrala.Protocols.Tests.Rtp;

/// <summary>Packets of a tone over lines of several kinds, each from a seed.</summary>
public class The_jitter_buffer
{
    const int Packets = 3000, Frame = JitterBuffer.FrameSamples, FrameMs = JitterBuffer.FrameMs;
    const double StepMax = 4000 * 2 * Math.PI * 440 / 8000;

    sealed record Heard(double DelayMs, double MissingShare, double SteepestStep, JitterCounts Counts);

    [Fact]
    public void Adds_little_on_a_good_line()
    {
        var heard = Listen(_ => 20);
        Assert.Equal(0, heard.Counts.Late);
        Assert.InRange(heard.DelayMs, 0, 45);
        Assert.InRange(heard.MissingShare, 0, 0.001);
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 40)]
    [InlineData(3, 60)]
    public void Waits_as_long_as_the_line_is_uneven_and_no_longer(int seed, int unevenMs)
    {
        var dice = new Random(seed);
        var heard = Listen(_ => 20 + dice.Next(unevenMs + 1));
        Assert.InRange(heard.DelayMs, unevenMs / 2, unevenMs + 45);
        Assert.InRange(heard.MissingShare, 0, 0.05);
    }

    [Fact]
    public void Does_not_wait_for_every_spike()
    {
        var dice = new Random(4);
        var delays = Enumerable.Range(0, Packets).Select(_ => 20 + dice.Next(100) switch { < 2 => 60, < 10 => dice.Next(25), _ => dice.Next(8) }).ToArray();
        var heard = Listen(i => delays[i]);
        Assert.InRange(heard.DelayMs, 0, 55);
        Assert.InRange(heard.MissingShare, 0, 0.045);
    }

    /// <summary>Twenty seconds good, ten bad, again and again: a fixed buffer waits all the time for the bad ones.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Is_quicker_than_a_fixed_one_that_loses_as_much(int seed)
    {
        var dice = new Random(seed);
        var delays = Enumerable.Range(0, Packets).Select(i => 20 + dice.Next(i / 500 % 3 == 2 ? 61 : 9)).ToArray();
        var heard = Listen(i => delays[i]);
        var fixedMs = Enumerable.Range(0, 100).First(wait => delays.Count(one => one > 20 + wait) <= heard.MissingShare * Packets);
        Assert.True(heard.DelayMs < fixedMs && heard.MissingShare < 0.02, $"{heard} against {fixedMs} ms");
    }

    [Fact]
    public void Makes_up_what_is_lost_without_clicks()
    {
        var dice = new Random(5);
        var heard = Listen(_ => dice.Next(100) < 3 ? null : 20);
        Assert.InRange(heard.MissingShare, 0.02, 0.045);
        // A tone's own steepest step is 1; a gap of silence would step by up to 2.9.
        Assert.InRange(heard.SteepestStep, 0.9, 1.9);
    }

    [Fact]
    public void Comes_back_after_silence_and_with_another_source()
    {
        var buffer = new JitterBuffer();
        var frame = new short[Frame];
        var sounded = 0;
        for (var tick = 0; tick < 400; tick++)
        {
            var isTalking = tick is < 100 or >= 200;
            if (isTalking) buffer.Put(new(0, false, (ushort)tick, (uint)(tick * Frame), tick < 300 ? 1u : 2u, []), Tone(tick), tick * FrameMs);
            if (buffer.Take(frame) && frame.Any(one => Math.Abs((int)one) > 3000)) sounded++;
        }
        Assert.InRange(sounded, 285, 310);
    }

    [Fact]
    public void Keeps_up_with_a_clock_that_is_a_little_fast()
    {
        var buffer = new JitterBuffer();
        var frame = new short[Frame];
        for (int tick = 0, sent = 0; tick < 30_000; tick++)
        {
            // One packet in a thousand too many.
            for (; sent <= tick * 1.001; sent++) buffer.Put(new(0, false, (ushort)sent, (uint)(sent * Frame), 1, []), Tone(sent), tick * FrameMs);
            buffer.Take(frame);
        }
        Assert.InRange(buffer.Counts.Skipped, 20, 35);
        Assert.Equal(0, buffer.Counts.Late);
    }

    /// <param name="delayMs">Of each packet; null: it is lost.</param>
    static Heard Listen(Func<int, int?> delayMs)
    {
        var arrivals = Enumerable.Range(0, Packets).Select(i => (Sent: i, At: i * FrameMs + delayMs(i)))
            .Where(one => one.At is not null).OrderBy(one => one.At).ToList();
        var buffer = new JitterBuffer();
        var frame = new short[Frame];
        var (at, delays, steepest, previous) = (0, new List<double>(), 0.0, (short)0);
        for (var now = 0; now < Packets * FrameMs; now += FrameMs)
        {
            for (; at < arrivals.Count && arrivals[at].At <= now; at++)
            {
                var sent = arrivals[at].Sent;
                buffer.Put(new(0, false, (ushort)(sent + 65_000), (uint)(sent * Frame) + 4_294_900_000, 1, []), Tone(sent), arrivals[at].At!.Value);
            }
            var playedBefore = buffer.Counts.Played;
            if (!buffer.Take(frame)) continue;
            if (buffer.Counts.Played > playedBefore) delays.Add(now - buffer.NextToPlay(65_000) * FrameMs + FrameMs - 20);
            foreach (var sample in frame)
            {
                if (now > FrameMs * 10) steepest = Math.Max(steepest, Math.Abs(sample - previous) / StepMax);
                previous = sample;
            }
        }
        return new(delays.Average(), buffer.Counts.Concealed / (double)Packets, steepest, buffer.Counts);
    }

    static short[] Tone(int frame) =>
        [.. Enumerable.Range(0, Frame).Select(i => (short)(4000 * Math.Sin(2 * Math.PI * 440 * (frame * Frame + i) / 8000)))];
}
