using System.Buffers.Binary;
using Centrala.Protocols.Rtp;
using Centrala.Protocols.WebRtc;
using Xunit;

namespace Centrala.Protocols.Tests.WebRtc;

public class A_protected_packet
{
    static readonly byte[] key = Convert.FromHexString("E1F97A0D3E018BE0D64FA32C06DE4139");
    static readonly byte[] salt = Convert.FromHexString("0EC675AD498AFEEBB6960B3AABE6");

    static readonly SrtpKeys counter = new(SrtpProfile.Aes128CounterSha1, key, salt), gcm = new(SrtpProfile.Aes128Gcm, key, salt[..12]);

    /// <summary>RFC 3711, appendix B.3.</summary>
    [Theory]
    [InlineData(0, "C61E7A93744F39EE10734AFE3FF7A087")]
    [InlineData(2, "30CBBC08863D8C85D49DB34A9AE1")]
    [InlineData(1, "CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4")]
    public void Has_keys_of_its_own(byte label, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(counter.Derive(label, expected.Length / 2)));

    /// <summary>RFC 7714, section 16.1.1.</summary>
    [Fact]
    public void Is_enciphered_by_gcm_as_the_standard_shows()
    {
        var packet = Convert.FromHexString("8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e697320646976697361"
            + "20696e207061727465732074726573" + "00000000000000000000000000000000");
        var body = packet.AsSpan(12, packet.Length - 28);
        using var cipher = new GcmCipher(Convert.FromHexString("000102030405060708090a0b0c0d0e0f"), Convert.FromHexString("517569642070726f2071756f"));
        cipher.Seal(packet.AsSpan(0, 12), body, 0x5501a0b2, 0xf17b, default, packet.AsSpan(^16));
        Assert.Equal("f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833" + "899d7f27beb16a9152cf765ee4390cce",
            Convert.ToHexStringLower(packet.AsSpan(12)));
    }

    /// <summary>The example that libsrtp checks itself against.</summary>
    [Fact]
    public void Is_enciphered_by_counter_as_others_do_it()
    {
        var packet = new byte[28 + SrtpSender.Overhead];
        Convert.FromHexString("800f1234decafbadcafebabeabababababababababababababababab").CopyTo(packet, 0);
        using var sender = new SrtpSender(counter);
        var length = sender.Protect(packet, 28);
        Assert.Equal("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb",
            Convert.ToHexStringLower(packet.AsSpan(0, length)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Is_opened_once_in_any_order_over_the_end_of_the_numbers(bool byGcm)
    {
        var dice = new Random(5);
        using var sender = new SrtpSender(byGcm ? gcm : counter);
        using var receiver = new SrtpReceiver(byGcm ? gcm : counter);
        var packets = Enumerable.Range(0, 400).Select(i => Sealed(sender, (ushort)(65_300 + i), (byte)i)).ToList();
        for (var i = 1; i < packets.Count; i++)
            if (dice.Next(3) == 0) (packets[i - 1], packets[i]) = (packets[i], packets[i - 1]);
        foreach (var packet in packets)
        {
            var copy = packet.ToArray();
            Assert.True(receiver.TryOpen(copy, out var length));
            Assert.True(RtpPacket.TryRead(copy.AsSpan(0, length), out var read));
            Assert.Equal((byte)(read.Sequence - 65_300), read.Payload[159]);
            Assert.False(receiver.TryOpen(packet.ToArray(), out _));
        }
        Assert.False(receiver.TryOpen(packets[10].ToArray(), out _));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Is_refused_when_one_bit_is_not_its_senders(bool byGcm)
    {
        using var sender = new SrtpSender(byGcm ? gcm : counter);
        using var receiver = new SrtpReceiver(byGcm ? gcm : counter);
        var good = Sealed(sender, 7, 1);
        for (var bit = 0; bit < 8 * good.Length; bit += 3)
        {
            var forged = good.ToArray();
            forged[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(receiver.TryOpen(forged, out _), $"bit {bit}");
        }
        Assert.True(receiver.TryOpen(good, out _));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void May_be_a_report_which_is_opened_once_too(bool byGcm)
    {
        using var sender = new SrtpSender(byGcm ? gcm : counter);
        using var receiver = new SrtpReceiver(byGcm ? gcm : counter);
        var report = new ControlPacket(7, [new(8, 1, 2, 3, 4)], false).Write("name");
        var buffer = new byte[report.Length + SrtpSender.Overhead];
        report.CopyTo(buffer, 0);
        var length = sender.ProtectControl(buffer, report.Length);
        var again = buffer[..length];
        Assert.NotEqual(report[8..], buffer[8..report.Length]);
        Assert.True(receiver.TryOpenControl(buffer.AsSpan(0, length), out var opened));
        Assert.Equal(report, buffer[..opened]);
        Assert.False(receiver.TryOpenControl(again, out _));
    }

    [Fact]
    public void Costs_no_memory()
    {
        using var sender = new SrtpSender(gcm);
        using var receiver = new SrtpReceiver(gcm);
        var buffer = new byte[172 + SrtpSender.Overhead];
        void Send(ushort sequence)
        {
            var length = sender.Protect(buffer, new RtpPacket(0, false, sequence, 0, 9, buffer.AsSpan(12, 160)).Write(buffer));
            Assert.True(receiver.TryOpen(buffer.AsSpan(0, length), out _));
        }
        Send(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (ushort i = 2; i < 1000; i++) Send(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static byte[] Sealed(SrtpSender sender, ushort sequence, byte content)
    {
        var buffer = new byte[172 + SrtpSender.Overhead];
        var payload = new byte[160];
        payload.AsSpan().Fill(content);
        var length = sender.Protect(buffer, new RtpPacket(0, false, sequence, 160u * sequence, 9, payload).Write(buffer));
        Assert.Equal(sequence, BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(2)));
        return buffer[..length];
    }
}
