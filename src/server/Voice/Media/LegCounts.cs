using Centrala.Protocols.Rtp;

namespace Centrala.Server.Voice.Media;

/// <summary>What was counted of a party's line since its beginning, or between two instants.</summary>
/// <param name="Codec">As its description names it; empty before there is one.</param>
/// <param name="Expected">Packets of the party that should have come.</param>
/// <param name="Lost">Those that never came; <paramref name="Late"/>: those that came after their turn.</param>
/// <param name="UnevenTicks">See <see cref="ReceptionStatistics.UnevenTicks"/>.</param>
/// <param name="BufferMs">How long a packet waits at present for those that are late.</param>
/// <param name="LostThere">Packets that the party missed, as it says; null when it has said nothing.</param>
/// <param name="SpokenFrames">Of 20 ms, in which the party spoke.</param>
readonly record struct LegCounts(
    string Codec, long Expected, long Lost, long Late, double UnevenTicks, int BufferMs, int? RoundTripMs, long Sent, long? LostThere,
    long SpokenFrames)
{
    /// <summary>Packets of 20 ms, and the tick at which they are mixed.</summary>
    const int OwnDelayMs = 2 * JitterBuffer.FrameMs;

    public int JitterMs => Expected <= 0 ? 0 : (int)(UnevenTicks / Expected / SessionReports.TicksPerMs);

    /// <summary>How the party sounds, 1 to 4.5; null when it should not have been heard at all.</summary>
    public double? Opinion => Expected <= 0 ? null
        : ListeningQuality.Opinion((double)(Math.Max(0, Lost) + Late) / Expected, HalfTripMs + BufferMs + OwnDelayMs);

    /// <summary>How the others sound to the party, 1 to 4.5; null when it has said nothing.</summary>
    public double? OpinionThere => LostThere is { } lost && Sent > 0
        ? ListeningQuality.Opinion((double)Math.Clamp(lost, 0, Sent) / Sent, HalfTripMs + 2 * JitterMs + OwnDelayMs) : null;

    int HalfTripMs => (RoundTripMs ?? 0) / 2;

    /// <summary>What was counted since then.</summary>
    public LegCounts Since(in LegCounts earlier) => this with
    {
        Expected = Expected - earlier.Expected,
        Lost = Lost - earlier.Lost,
        Late = Late - earlier.Late,
        UnevenTicks = UnevenTicks - earlier.UnevenTicks,
        Sent = Sent - earlier.Sent,
        LostThere = LostThere - (earlier.LostThere ?? 0),
        SpokenFrames = SpokenFrames - earlier.SpokenFrames,
    };
}
