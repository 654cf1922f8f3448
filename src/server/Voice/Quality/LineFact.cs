using Centrala.Protocols.Rtp;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Quality;

/// <summary>How one party's line was while it was in a call.</summary>
/// <param name="Agent">Empty for the customer's.</param>
/// <param name="Heard">Packets that should have come from the party.</param>
/// <param name="Opinion">How the party sounded, 1 to 4.5 (E-model); null when nothing was to be heard.</param>
/// <param name="LostThere">Packets that the party missed; null, like <paramref name="OpinionThere"/>, when it did not say.</param>
sealed record LineFact(
    Guid Id, Guid Agent, DateTimeOffset BeganAt, DateTimeOffset EndedAt, string Codec, int Heard, int Lost, int Late, int JitterMs,
    int? RoundTripMs, int Sent, int? LostThere, double? Opinion, double? OpinionThere, int SpokenSeconds)
{
    const int FramesPerSecond = 1000 / JitterBuffer.FrameMs;

    public static LineFact Of(in LegCounts counts, Guid agent, DateTimeOffset begunAt, DateTimeOffset at) => new(
        Guid.CreateVersion7(at), agent, begunAt, at, counts.Codec, (int)counts.Expected, (int)counts.Lost, (int)counts.Late, counts.JitterMs,
        counts.RoundTripMs, (int)counts.Sent, (int?)counts.LostThere, counts.Opinion, counts.OpinionThere,
        (int)(counts.SpokenFrames / FramesPerSecond));
}

/// <summary>What was said and how it sounded, from a call's beginning to its end.</summary>
/// <param name="SilentSeconds">Neither the customer nor an agent spoke, though they could.</param>
/// <param name="CrosstalkSeconds">Both did.</param>
sealed record CallFacts(IReadOnlyList<LineFact> Lines, int SilentSeconds, int CrosstalkSeconds);
