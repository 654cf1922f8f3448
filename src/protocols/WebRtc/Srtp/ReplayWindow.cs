namespace Centrala.Protocols.WebRtc;

/// <summary>Which packets of a stream have come: each is taken once, and none from before the last 64.</summary>
sealed class ReplayWindow
{
    const int Size = 64;

    ulong taken;

    public ulong Highest { get; private set; }

    public bool HasBegun { get; private set; }

    public bool Allows(ulong index)
    {
        if (!HasBegun || index > Highest) return true;
        var age = Highest - index;
        return age < Size && (taken >> (int)age & 1) == 0;
    }

    /// <summary>Only what has proven to be its sender's.</summary>
    public void Take(ulong index)
    {
        if (!HasBegun) (HasBegun, Highest, taken) = (true, index, 1);
        else if (index > Highest)
        {
            var step = index - Highest;
            (Highest, taken) = (index, step < Size ? taken << (int)step | 1 : 1);
        }
        else taken |= 1UL << (int)(Highest - index);
    }
}
