using Centrala.Protocols.Rtp;
using Xunit;

namespace Centrala.Protocols.Tests.Rtp;

public class A_packet_of_sound
{
    [Fact]
    public void Is_read_as_it_was_written()
    {
        Span<byte> bytes = stackalloc byte[64];
        var length = new RtpPacket(8, true, 65_535, 4_000_000_000, 7, [1, 2, 3]).Write(bytes);
        Assert.True(RtpPacket.TryRead(bytes[..length], out var read));
        Assert.Equal((8, true, 65_535, 4_000_000_000u, 7u), (read.PayloadType, read.Marker, read.Sequence, read.Timestamp, read.Source));
        Assert.Equal([1, 2, 3], read.Payload.ToArray());
    }

    [Fact]
    public void May_have_more_sources_an_extension_and_padding()
    {
        byte[] bytes = [0xb1, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 9, 9, 9, 9, 0xbe, 0xde, 0, 1, 5, 5, 5, 5, 42, 43, 0, 2];
        Assert.True(RtpPacket.TryRead(bytes, out var read));
        Assert.Equal([42, 43], read.Payload.ToArray());
    }

    [Fact]
    public void That_is_damaged_is_read_or_refused()
    {
        var dice = new Random(3);
        var bytes = new byte[40];
        for (var i = 0; i < 100_000; i++)
        {
            dice.NextBytes(bytes);
            if (dice.Next(4) > 0) bytes[0] = (byte)(0x80 | bytes[0] & 0x3f);
            if (dice.Next(2) > 0) bytes[1] = (byte)(200 + dice.Next(4));
            var datagram = bytes.AsSpan(0, dice.Next(41));
            if (RtpPacket.TryRead(datagram, out var packet)) _ = TelephoneEvent.Read(packet.Payload);
            _ = ControlPacket.Read(datagram);
        }
    }
}

public class A_key_that_is_pressed
{
    [Fact]
    public void Is_told_by_many_packets_and_counts_once()
    {
        var reader = new KeyReader();
        var writer = new KeyWriter(TelephoneEvent.CodeOf('#')!.Value, 8000, 800, 160);
        var keys = "";
        var packets = 0;
        var payload = new byte[TelephoneEvent.Bytes];
        while (!writer.IsOver)
        {
            writer.Next(out var isFirst).Write(payload);
            Assert.Equal(packets == 0, isFirst);
            // The first two are lost.
            if (packets++ >= 2) keys += reader.Read(new(101, isFirst, (ushort)packets, writer.Timestamp, 1, payload));
        }
        Assert.Equal((7, "#"), (packets, keys));
        Assert.True(TelephoneEvent.Read(payload)!.Value is { IsEnd: true, Duration: 800 });
    }

    [Fact]
    public void Is_not_taken_for_a_new_one_when_its_packets_come_late()
    {
        var reader = new KeyReader();
        byte[] one = [1, 0x0a, 0, 160], two = [2, 0x0a, 0, 160];
        Assert.Equal('1', reader.Read(new(101, true, 1, 1000, 1, one)));
        Assert.Equal('2', reader.Read(new(101, true, 9, 3000, 1, two)));
        Assert.Null(reader.Read(new(101, false, 2, 1000, 1, one)));
    }
}

public class Sound_of_eight_bits
{
    /// <summary>The values of G.711, tables 1a and 2a, on a scale of 16 bits.</summary>
    [Theory]
    [InlineData(0x80, 32_124)]
    [InlineData(0x00, -32_124)]
    [InlineData(0xff, 0)]
    [InlineData(0x8f, 16_764)]
    [InlineData(0xf0, 120)]
    public void Has_the_values_of_the_mu_law(byte code, short value) => Assert.Equal(value, Decoded(code, G711.DecodeMu));

    [Theory]
    [InlineData(0xaa, 32_256)]
    [InlineData(0x2a, -32_256)]
    [InlineData(0xd5, 8)]
    [InlineData(0x55, -8)]
    [InlineData(0x80, 5504)]
    public void Has_the_values_of_the_a_law(byte code, short value) => Assert.Equal(value, Decoded(code, G711.DecodeA));

    [Fact]
    public void Comes_back_as_the_code_it_was()
    {
        for (var code = 0; code < 256; code++)
        {
            Assert.Equal(code, Encoded(Decoded((byte)code, G711.DecodeA), G711.EncodeA));
            // The mu law has two codes for zero.
            if (code != 0x7f) Assert.Equal(code, Encoded(Decoded((byte)code, G711.DecodeMu), G711.EncodeMu));
        }
    }

    [Fact]
    public void Is_off_by_a_part_in_thirty_at_most()
    {
        for (var sample = -32_768; sample < 32_768; sample++)
        {
            var clipped = Math.Clamp(sample, -32_124, 32_124);
            var allowed = Math.Abs(clipped) / 30.0 + 10;
            Assert.InRange(Decoded(Encoded((short)sample, G711.EncodeMu), G711.DecodeMu), clipped - allowed, clipped + allowed);
            Assert.InRange(Decoded(Encoded((short)sample, G711.EncodeA), G711.DecodeA), sample - allowed - 512, sample + allowed + 512);
        }
    }

    delegate void Decode(ReadOnlySpan<byte> from, Span<short> to);

    delegate void Encode(ReadOnlySpan<short> from, Span<byte> to);

    static short Decoded(byte code, Decode decode)
    {
        Span<short> sample = stackalloc short[1];
        decode([code], sample);
        return sample[0];
    }

    static byte Encoded(short sample, Encode encode)
    {
        Span<byte> code = stackalloc byte[1];
        encode([sample], code);
        return code[0];
    }
}

public class A_report
{
    [Fact]
    public void Tells_how_many_were_lost_and_how_unevenly_they_came()
    {
        var statistics = new ReceptionStatistics();
        for (var i = 0; i < 100; i++)
            if (i % 10 != 5) statistics.Count(new(0, false, (ushort)(65_500 + i), (uint)(i * 160), 7, []), i * 160 + i % 2 * 80);
        var report = statistics.Report();
        Assert.Equal((7u, 10, 25), (report.Source, report.Lost, report.FractionLost));
        Assert.Equal(65_500u + 99, report.Highest);
        Assert.InRange(report.JitterTicks, 60u, 80u);
        Assert.Equal(0, statistics.Report().FractionLost);
    }

    [Fact]
    public void Is_read_as_it_was_written()
    {
        var block = new ReportBlock(9, 25, -3, 70_000, 12);
        var read = ControlPacket.Read(new ControlPacket(5, [block], true).Write("a@example.com"))!;
        Assert.Equal((5u, true, block), (read.Sender, read.IsGoodbye, Assert.Single(read.Blocks)));
    }
}
