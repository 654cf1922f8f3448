using System.Runtime.InteropServices;

namespace Centrala.Bench;

/// <summary>
/// SplitMix64 (docs/sources.md#splitmix): so cheap that what it feeds is measured and not the dice; the same everywhere.
/// </summary>
sealed class Dice(ulong seed)
{
    ulong counter = seed;

    /// <returns>1–<paramref name="sides"/>.</returns>
    public int Throw(int sides) => 1 + (int)((Next() >> 32) * (ulong)sides >> 32);

    /// <returns>So many different of 1–<paramref name="sides"/>, as far as there are.</returns>
    public int[] Several(int count, int sides)
    {
        var thrown = new HashSet<int>();
        while (thrown.Count < Math.Min(count, sides)) thrown.Add(Throw(sides));
        return [.. thrown];
    }

    /// <returns>In (0, 1).</returns>
    public double Share() => ((Next() >> 11) + 0.5) * (1.0 / (1L << 53));

    /// <summary>As good as never the same twice.</summary>
    public Guid Id()
    {
        Span<ulong> words = [Next(), Next()];
        return MemoryMarshal.Cast<ulong, Guid>(words)[0];
    }

    ulong Next()
    {
        var mixed = counter += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
