namespace Centrala.Core.Routing;

/// <summary>Whose clock an entry is. At one instant contacts come first.</summary>
enum ClockOf : byte
{
    Contact = 0,
    Agent = 1,
}

/// <summary>One entry among the clocks.</summary>
readonly record struct Clock(long AtTicks, ClockOf Of, int Number)
{
    public bool IsBefore(in Clock other) =>
        AtTicks != other.AtTicks ? AtTicks < other.AtTicks
        : Of != other.Of ? Of < other.Of
        : Number < other.Number;
}

/// <summary>A heap of what may be due, the earliest on top.</summary>
/// <remarks>
/// Every contact and agent remembers the earliest entry that it has here (<c>QueuedClockTicks</c>); an entry that is not that one
/// is stale. A clock that moves later leaves its entry, which is queued anew when it comes up.
/// </remarks>
sealed class Clocks
{
    const int Arity = 4;
    Clock[] _heap = new Clock[64];
    int _count;

    public bool IsEmpty => _count == 0;

    public Clock First => _heap[0];

    public void Add(in Clock clock)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        var place = _count++;
        while (place > 0 && clock.IsBefore(_heap[(place - 1) / Arity]))
        {
            _heap[place] = _heap[(place - 1) / Arity];
            place = (place - 1) / Arity;
        }

        _heap[place] = clock;
    }

    public void RemoveFirst()
    {
        var last = _heap[--_count];
        var place = 0;
        while (place * Arity + 1 < _count)
        {
            var least = LeastChild(place);
            if (!_heap[least].IsBefore(last)) break;
            _heap[place] = _heap[least];
            place = least;
        }

        _heap[place] = last;
    }

    int LeastChild(int place)
    {
        var least = place * Arity + 1;
        var end = Math.Min(least + Arity, _count);
        for (var child = least + 1; child < end; child++)
        {
            if (_heap[child].IsBefore(_heap[least])) least = child;
        }

        return least;
    }
}
