namespace Centrala.Core.Workforce;

/// <summary>Checks of what the Erlang formulas are given.</summary>
static class Load
{
    public static void Check(double loadErlangs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(loadErlangs);
        if (!double.IsFinite(loadErlangs)) throw new ArgumentOutOfRangeException(nameof(loadErlangs), "A load is finite.");
    }

    /// <summary>A time that must pass: more than 0 and finite.</summary>
    public static void CheckTime(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        if (!double.IsFinite(seconds)) throw new ArgumentOutOfRangeException(nameof(seconds), "A time is finite.");
    }

    /// <summary>A share that can be reached but not surpassed: between 0 and 1, without either.</summary>
    public static void CheckShare(double share)
    {
        if (share is > 0 and < 1) return;
        throw new ArgumentOutOfRangeException(nameof(share), share, "A target lies between 0 and 1.");
    }
}
