namespace Centrala.Protocols.Rtp;

/// <summary>What RTCP reports of a stream that is received (RFC 3550, appendix A).</summary>
public sealed class ReceptionStatistics
{
    /// <summary>A jump of the numbers by more than this is a new beginning, not loss.</summary>
    const int JumpMax = 3000;

    long first, received, receivedBefore, expectedBefore, transitBefore;
    bool hasBegun;
    double jitterTicks;
    long expectedEarlier, lostEarlier;

    /// <summary>The highest number, with how often they began again from 0 above the lower 16 bits.</summary>
    public long Highest { get; private set; }

    public uint Source { get; private set; }

    /// <summary>The mean of how unevenly packets come, in ticks of the codec's clock.</summary>
    public uint JitterTicks => (uint)jitterTicks;

    public long Expected => hasBegun ? Highest - first + 1 : 0;

    /// <summary>Negative when packets came twice.</summary>
    public long Lost => Expected - received;

    /// <summary>As <see cref="Expected"/>, however often the sender began anew.</summary>
    public long ExpectedInAll => expectedEarlier + Expected;

    /// <summary>As <see cref="Lost"/>, however often the sender began anew.</summary>
    public long LostInAll => lostEarlier + Lost;

    /// <summary>By how much transit times differed from one packet to the next, all together; in ticks.</summary>
    public double UnevenTicks { get; private set; }

    /// <param name="atTicks">When it came, in ticks of the codec's clock, from any beginning.</param>
    public void Count(in RtpPacket packet, long atTicks)
    {
        var sequence = Highest + (short)(packet.Sequence - (ushort)Highest);
        if (!hasBegun || packet.Source != Source || Math.Abs(sequence - Highest) > JumpMax) Begin(packet, atTicks);
        else
        {
            Highest = Math.Max(Highest, sequence);
            received++;
            Jitter(packet, atTicks);
        }
    }

    /// <summary>The block for a report, about the time since the last one.</summary>
    public ReportBlock Report()
    {
        var (expected, arrived) = (Expected - expectedBefore, received - receivedBefore);
        (expectedBefore, receivedBefore) = (Expected, received);
        var fraction = expected <= 0 || arrived >= expected ? 0 : (byte)Math.Min(255, (expected - arrived) * 256 / expected);
        return new(Source, (byte)fraction, (int)Math.Clamp(Lost, -0x800000, 0x7fffff), (uint)Highest, JitterTicks);
    }

    void Begin(in RtpPacket packet, long atTicks)
    {
        (expectedEarlier, lostEarlier) = (ExpectedInAll, LostInAll);
        (hasBegun, Source, Highest, first) = (true, packet.Source, packet.Sequence, packet.Sequence);
        (received, receivedBefore, expectedBefore, jitterTicks) = (1, 0, 0, 0);
        transitBefore = (int)((uint)atTicks - packet.Timestamp);
    }

    void Jitter(in RtpPacket packet, long atTicks)
    {
        var transit = (int)((uint)atTicks - packet.Timestamp);
        var uneven = Math.Abs(transit - transitBefore);
        jitterTicks += (uneven - jitterTicks) / 16;
        UnevenTicks += uneven;
        transitBefore = transit;
    }
}
