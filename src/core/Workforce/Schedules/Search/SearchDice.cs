namespace Centrala.Core.Workforce.Schedules.Search;

/// <summary>Pseudorandom numbers of a search: the same seed gives the same search. Source: docs/sources.md#splitmix.</summary>
struct SearchDice(ulong seed)
{
    ulong state = seed;

    ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <returns>A whole number from 0 to <paramref name="below"/> − 1.</returns>
    public int Below(int below) => (int)(((Next() >> 32) * (ulong)below) >> 32);

    /// <returns>In (0, 1].</returns>
    public double Share() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));
}
