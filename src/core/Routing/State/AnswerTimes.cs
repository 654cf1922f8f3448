using System.Runtime.CompilerServices;

namespace Centrala.Core.Routing;

/// <summary>The instants of a queue's last answers: the base of the expected wait.</summary>
struct AnswerTimes
{
    public const int Kept = 16;

    /// <summary>Fewer answers than these say nothing about the wait to expect.</summary>
    public const int Fewest = 4;
    Instants ticks;
    byte next;

    public byte Count { get; private set; }

    public void Add(long ticks)
    {
        this.ticks[next] = ticks;
        next = (byte)((next + 1) % Kept);
        if (Count < Kept) Count++;
    }

    /// <param name="back">0: the latest; less than <see cref="Count"/>.</param>
    public readonly long Ticks(int back) => ticks[Place(back)];

    readonly int Place(int back) => (next - 1 - back + 2 * Kept) % Kept;

    [InlineArray(Kept)]
    struct Instants
    {
        long first;
    }
}
