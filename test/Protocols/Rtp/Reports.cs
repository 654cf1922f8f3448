using Centrala.Protocols.Rtp;
using Xunit;

namespace Centrala.Protocols.Tests.Rtp;

/// <summary>Two sides of a call that tell each other how it goes, over a line with a delay.</summary>
public class Sides_of_a_call
{
    const uint One = 11, Other = 22;

    readonly SessionReports one = new(One, () => 0.5), other = new(Other, () => 0.5);

    [Fact]
    public void Learn_how_far_away_the_other_is_and_what_it_missed()
    {
        var sent = 0;
        for (var atMs = 0; atMs <= 12_000; atMs += 20)
        {
            // Every fifth packet of one side is lost; the other side's all come.
            Say(one, sent % 5 == 4 ? null : other, One, ++sent, atMs);
            Say(other, one, Other, sent, atMs);
            Tell(one, other, atMs, lineMs: 30);
            Tell(other, one, atMs, lineMs: 50);
        }
        Assert.InRange(one.RoundTripMs!.Value, 78, 82);
        Assert.InRange(other.RoundTripMs!.Value, 78, 82);
        Assert.Equal(0, other.Theirs!.Value.Lost);
        Assert.InRange(one.Theirs!.Value.FractionLost, 48, 54);
        Assert.InRange(one.Theirs!.Value.Lost, 60, 125);
        Assert.Equal(sent, one.Sent);
    }

    [Fact]
    public void Report_first_soon_and_then_every_five_seconds_by_lot()
    {
        var dice = new Random(1);
        var side = new SessionReports(One, dice.NextDouble);
        Assert.Null(side.DueMs);
        Say(side, null, One, 1, 1000);
        Assert.InRange(side.DueMs!.Value, 1000 + 1250, 1000 + 3750);
        for (var i = 0; i < 100; i++)
        {
            var due = side.DueMs!.Value;
            side.Report(due);
            Assert.InRange(side.DueMs!.Value - due, 2500, 7500);
        }
    }

    [Fact]
    public void Say_what_they_sent_only_when_they_have_sent_since()
    {
        Say(one, null, One, 1, 0);
        var first = ControlPacket.Read(one.Report(100))!;
        Assert.Equal((1u, 160u, 960u), (first.Sent!.Value.Packets, first.Sent.Value.PayloadBytes, first.Sent.Value.Timestamp));
        Assert.Null(ControlPacket.Read(one.Report(5000))!.Sent);
    }

    [Fact]
    public void Hear_a_goodbye_and_nothing_of_what_is_no_report()
    {
        Assert.True(one.Receive(other.SayGoodbye(0), 0));
        Assert.True(one.IsLeft);
        Assert.False(one.Receive([0x80, 200, 0, 9], 0));
    }

    /// <summary>A clock of theirs that goes wrong must not make a round trip of days.</summary>
    [Fact]
    public void Do_not_believe_every_round_trip()
    {
        var block = new ReportBlock(One, 0, 0, 1, 0, LastReport: 0x7fff_0000, SinceLastReport: 5);
        Assert.True(one.Receive(new ControlPacket(Other, [block], false).Write("x"), 1000));
        Assert.Null(one.RoundTripMs);
    }

    [Fact]
    public void Are_written_and_read_alike_with_everything_they_can_say()
    {
        var block = new ReportBlock(9, 255, 8_388_607, 70_000, 12, 77, 88);
        var packet = new ControlPacket(5, [block, block with { Lost = -8_388_608 }], true, new(0x0123_4567_89ab_cdef, 3, 4, 5));
        var read = ControlPacket.Read(packet.Write("a@example.com"))!;
        Assert.Equal(packet.Blocks, read.Blocks);
        Assert.Equal((packet.Sent, true, 0x4567_89abu), (read.Sent, read.IsGoodbye, read.Sent!.Value.ClockMiddle));
    }

    static void Say(SessionReports from, SessionReports? to, uint source, int number, long atMs)
    {
        from.Send((uint)(number * 160), 160, atMs);
        to?.Hear(new(8, false, (ushort)number, (uint)(number * 160), source, []), atMs);
    }

    /// <summary>Carries a report that is due, as if it took so long.</summary>
    static void Tell(SessionReports from, SessionReports to, long atMs, int lineMs)
    {
        if (from.DueMs is { } due && due <= atMs) to.Receive(from.Report(atMs - lineMs), atMs);
    }
}

public class The_mean_opinion
{
    /// <summary>ITU-T G.107, table B.1.</summary>
    [Theory]
    [InlineData(90, 4.34)]
    [InlineData(80, 4.03)]
    [InlineData(70, 3.60)]
    [InlineData(60, 3.10)]
    [InlineData(50, 2.58)]
    public void Is_that_of_the_standard_for_a_factor(double factor, double opinion) =>
        Assert.Equal(opinion, ListeningQuality.Opinion(factor), 0.011);

    [Fact]
    public void Is_4_41_when_nothing_is_amiss() => Assert.Equal(4.41, ListeningQuality.Opinion(0, 50), 0.005);

    /// <summary>Half of what loss can do is done where it is as great as the codec bears (G.107, 7.5).</summary>
    [Fact]
    public void Loses_half_of_all_at_the_loss_that_the_codec_bears() =>
        Assert.Equal(93.2 - 95 / 2.0, ListeningQuality.Factor(0.251, 0), 0.001);

    /// <summary>G.107 with all else at its default gives R = 93.2, 91, 85, 69 at these delays (as G.114, figure 1 draws it).</summary>
    [Theory]
    [InlineData(100, 93.2, 0.1)]
    [InlineData(150, 93, 1)]
    [InlineData(250, 87, 3)]
    [InlineData(400, 71, 4)]
    public void Falls_with_delay(double oneWayMs, double factor, double within) =>
        Assert.Equal(factor, ListeningQuality.Factor(0, oneWayMs), within);

    [Fact]
    public void Never_leaves_its_scale()
    {
        for (var loss = 0.0; loss <= 1.2; loss += 0.05)
            for (var delay = 0; delay < 5000; delay += 100) Assert.InRange(ListeningQuality.Opinion(loss, delay), 1, 4.5);
    }
}

public class Speech
{
    const int Frame = JitterBuffer.FrameSamples;

    [Fact]
    public void Stands_out_from_the_background_of_its_line()
    {
        var dice = new Random(5);
        var activity = new VoiceActivity();
        // Four seconds of hum, two of speech over it (in syllables), four of hum again.
        var spoken = Enumerable.Range(0, 500).Select(i => activity.Hear(Sound(dice, i is >= 200 and < 300 && i % 10 < 7 ? 3000 : 150))).ToArray();
        Assert.InRange(spoken[100..200].Count(one => one), 0, 3);
        Assert.Equal(100, spoken[200..300].Count(one => one));
        Assert.InRange(spoken[315..].Count(one => one), 0, 3);
    }

    [Fact]
    public void Is_not_what_is_nearly_silent()
    {
        var activity = new VoiceActivity();
        for (var i = 0; i < 100; i++) Assert.False(activity.Hear(Sound(new(i), 20)));
    }

    static short[] Sound(Random dice, int loud) => [.. Enumerable.Range(0, Frame).Select(_ => (short)dice.Next(-loud, loud + 1))];
}
