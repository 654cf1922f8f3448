using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Quality;

/// <summary>How a line sounds at present, as an agent is shown it.</summary>
public enum LineLight
{
    Good,

    /// <summary>It can be heard that something is missing.</summary>
    Fair,

    /// <summary>It is hard to follow.</summary>
    Poor,
}

/// <summary>Watches one party's line during a call.</summary>
sealed class LineWatch
{
    /// <summary>G.107 annex B: below the first some are not satisfied, below the second many.</summary>
    const double FairBelow = 4.03, PoorBelow = 3.6;

    LegCounts seen;
    bool hasBegun;

    public LineLight Light { get; private set; }

    /// <returns>Whether the light has changed since the last look.</returns>
    public bool Look(in LegCounts now)
    {
        var (lately, before) = (now.Since(seen), Light);
        seen = now;
        if (hasBegun) Light = Of(lately);
        hasBegun = true;
        return Light != before;
    }

    static LineLight Of(in LegCounts lately) => Math.Min(lately.Opinion ?? 5, lately.OpinionThere ?? 5) switch
    {
        < PoorBelow => LineLight.Poor,
        < FairBelow => LineLight.Fair,
        _ => LineLight.Good,
    };
}
