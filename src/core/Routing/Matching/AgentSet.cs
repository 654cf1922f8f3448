using System.Numerics;

namespace Centrala.Core.Routing;

/// <summary>Agents by number, a bit each.</summary>
sealed class AgentSet
{
    const int BitsPerWord = 64;

    ulong[] words = new ulong[16];

    public int Count { get; private set; }

    public bool Contains(int agent) =>
        agent / BitsPerWord < words.Length && (words[agent / BitsPerWord] & Bit(agent)) != 0;

    /// <returns>False: he was there already.</returns>
    public bool Add(int agent)
    {
        if (Contains(agent)) return false;
        if (agent / BitsPerWord >= words.Length)
        {
            Array.Resize(ref words, Math.Max(words.Length * 2, agent / BitsPerWord + 1));
        }

        words[agent / BitsPerWord] |= Bit(agent);
        Count++;
        return true;
    }

    /// <returns>False: he was not there.</returns>
    public bool Remove(int agent)
    {
        if (!Contains(agent)) return false;
        words[agent / BitsPerWord] &= ~Bit(agent);
        Count--;
        return true;
    }

    /// <returns>The next higher number that is there; 0: there is none.</returns>
    public int After(int agent)
    {
        var word = (agent + 1) / BitsPerWord;
        var above = ulong.MaxValue << ((agent + 1) % BitsPerWord);
        for (; word < words.Length; word++, above = ulong.MaxValue)
        {
            if ((words[word] & above) is var bits and not 0) return word * BitsPerWord + BitOperations.TrailingZeroCount(bits);
        }

        return 0;
    }

    static ulong Bit(int agent) => 1UL << (agent % BitsPerWord);
}
