namespace Centrala.Protocols.Rtp;

/// <summary>What the two sides of one RTP session tell each other of how it goes (RFC 3550, section 6). For one thread at a time.</summary>
/// <param name="own">The name of this side's stream.</param>
/// <param name="dice">In [0, 1): reports of many sessions must not go out in step.</param>
public sealed class SessionReports(uint own, Func<double> dice)
{
    /// <summary>Between two reports, on the average; the first comes after half of it.</summary>
    public const long IntervalMs = 5_000;

    public const int TicksPerMs = 8;

    const string Name = "centrala";

    readonly ReceptionStatistics reception = new();
    SentSoFar sent;
    uint packetsReported, theirClock;
    long sentAtMs, theirReportAtMs;

    /// <summary>When to send the next one; null before anything was sent or heard.</summary>
    public long? DueMs { get; private set; }

    /// <summary>Packets that were sent.</summary>
    public long Sent => sent.Packets;

    /// <summary>How this side receives the other.</summary>
    public ReceptionStatistics Reception => reception;

    /// <summary>From this side to the other and back; null while it is not known.</summary>
    public int? RoundTripMs { get; private set; }

    /// <summary>How the other side receives this one, as it last said; null while it has said nothing.</summary>
    public ReportBlock? Theirs { get; private set; }

    /// <summary>The other side has said that it leaves.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>Counts a packet that was sent.</summary>
    public void Send(uint timestamp, int payloadBytes, long atMs)
    {
        (sent, sentAtMs) = (new(0, timestamp, sent.Packets + 1, sent.PayloadBytes + (uint)payloadBytes), atMs);
        DueMs ??= atMs + (long)(IntervalMs / 2 * Spread());
    }

    /// <summary>Counts a packet that was heard.</summary>
    public void Hear(in RtpPacket packet, long atMs)
    {
        reception.Count(packet, atMs * TicksPerMs);
        DueMs ??= atMs + (long)(IntervalMs / 2 * Spread());
    }

    /// <returns>Whether it was a report.</returns>
    public bool Receive(ReadOnlySpan<byte> datagram, long atMs)
    {
        if (ControlPacket.Read(datagram) is not { } report) return false;
        IsLeft |= report.IsGoodbye;
        if (report.Sent is { } theirs) (theirClock, theirReportAtMs) = (theirs.ClockMiddle, atMs);
        foreach (var block in report.Blocks)
            if (block.Source == own) Learn(block, atMs);
        return true;
    }

    /// <summary>The report that is due.</summary>
    public byte[] Report(long atMs)
    {
        DueMs = atMs + (long)(IntervalMs * Spread());
        return Make(atMs, isGoodbye: false).Write(Name);
    }

    /// <summary>The last report.</summary>
    public byte[] SayGoodbye(long atMs) => Make(atMs, isGoodbye: true).Write(Name);

    ControlPacket Make(long atMs, bool isGoodbye)
    {
        var hasSent = sent.Packets != packetsReported;
        // Both are of the report's instant, not of the last packet's.
        SentSoFar? said = hasSent
            ? sent with { Clock = Clock(atMs), Timestamp = sent.Timestamp + (uint)((atMs - sentAtMs) * TicksPerMs) } : null;
        packetsReported = sent.Packets;
        return new(own, reception.Expected > 0 ? [Block(atMs)] : [], isGoodbye, said);
    }

    ReportBlock Block(long atMs) => reception.Report() with
    {
        LastReport = theirClock,
        SinceLastReport = theirClock == 0 ? 0 : (uint)((atMs - theirReportAtMs) * 65_536 / 1000),
    };

    void Learn(in ReportBlock block, long atMs)
    {
        Theirs = block;
        if (block.LastReport == 0) return;
        var trip = (int)((uint)(Clock(atMs) >> 16) - block.LastReport - block.SinceLastReport);
        // A wrong clock of theirs makes it negative, or days.
        if (trip is >= 0 and < 10 * 65_536) RoundTripMs = (int)((long)trip * 1000 / 65_536);
    }

    double Spread() => 0.5 + dice();

    /// <summary>By any clock that only goes forward: it need not be the day's (RFC 3550, 6.4.1).</summary>
    static ulong Clock(long atMs) => (ulong)(atMs / 1000) << 32 | (ulong)(atMs % 1000) * (1UL << 32) / 1000;
}
