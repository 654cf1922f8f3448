using System.Runtime.CompilerServices;

namespace Centrala.Core.Workforce.Simulation;

enum HappeningKind
{
    Arrival,
    HandleEnds,
    WrapUpEnds,
    PatienceEnds,
    Redial,
    StaffChanges,
}

/// <summary>Something that will happen in virtual time.</summary>
/// <param name="Subject">The contact's number, or the place of a queue or group.</param>
readonly record struct Happening(long AtTicks, HappeningKind Kind, int Subject);

/// <summary>What will happen, the earliest on top: a heap with four children a place.</summary>
/// <remarks>
/// What was taken leaves a hole on top that the next to be added mostly fills: an arrival is followed by an arrival, and
/// an agent's contact by his next one. So one walk through the heap does for two.
/// </remarks>
sealed class Agenda
{
    const int Arity = 4;

    readonly record struct Entry(long AtTicks, long Order);

    /// <summary>Later than anything: it lies behind the last, so that every place above has all its children.</summary>
    static readonly Entry never = new(long.MaxValue, long.MaxValue);

    Entry[] heap = [.. Enumerable.Repeat(never, 256)];
    int count;
    bool hasHole;

    public bool IsEmpty => count == 0 || (hasHole && count == 1);

    /// <summary>There is one.</summary>
    public long EarliestTicks
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (hasHole) FillHole();
            return heap[0].AtTicks;
        }
    }

    public void Add(in Happening happening)
    {
        var entry = new Entry(happening.AtTicks, (long)happening.Kind << 32 | (uint)happening.Subject);
        if (hasHole)
        {
            hasHole = false;
            Down(entry);
            return;
        }

        if (count + Arity >= heap.Length) heap = [.. heap, .. Enumerable.Repeat(never, heap.Length)];
        Up(count++, entry);
    }

    /// <summary>There is one.</summary>
    public Happening Take()
    {
        if (hasHole) FillHole();
        hasHole = true;
        ref readonly var top = ref heap[0];
        return new(top.AtTicks, (HappeningKind)(top.Order >> 32), (int)top.Order);
    }

    void FillHole()
    {
        hasHole = false;
        var last = heap[--count];
        heap[count] = never;
        if (count > 0) Down(last);
    }

    void Up(int place, in Entry entry)
    {
        while (place > 0)
        {
            var parent = (place - 1) / Arity;
            if (!IsBefore(entry, heap[parent])) break;
            heap[place] = heap[parent];
            place = parent;
        }

        heap[place] = entry;
    }

    void Down(in Entry entry)
    {
        var (heap, count, place) = (this.heap, this.count, 0);
        while (place * Arity + 1 < count)
        {
            var least = LeastChild(heap, place * Arity + 1);
            if (!IsBefore(heap[least], entry)) break;
            heap[place] = heap[least];
            place = least;
        }

        heap[place] = entry;
    }

    /// <summary>Found without a branch: which it is cannot be foreseen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int LeastChild(Entry[] heap, int first)
    {
        var left = first + (IsBefore(heap[first + 1], heap[first]) ? 1 : 0);
        var right = first + 2 + (IsBefore(heap[first + 3], heap[first + 2]) ? 1 : 0);
        return left + (right - left) * (IsBefore(heap[right], heap[left]) ? 1 : 0);
    }

    /// <summary>What is due at the same instant happens in a stated order: by kind, then by subject.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsBefore(in Entry left, in Entry right) =>
        left.AtTicks < right.AtTicks | (left.AtTicks == right.AtTicks & left.Order < right.Order);
}
