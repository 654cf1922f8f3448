namespace Centrala.Core.Routing;

/// <summary>Whose clock it is. At one instant contacts come first.</summary>
enum ClockOf : byte
{
    Contact = 0,
    Agent = 1,
}

/// <summary>A clock that is due.</summary>
readonly record struct Clock(long AtTicks, ClockOf Of, int Number);

/// <summary>When each contact and agent is next due: a heap with the earliest on top.</summary>
/// <remarks>
/// Most clocks are stopped before they are due. A stopped one leaves its entry, and one that moves later leaves it too;
/// what
/// became of it stands in a slot, so that throwing the entry away touches neither contact nor agent, who are long out
/// of reach.
/// </remarks>
sealed class Clocks
{
    const int Arity = 4;

    struct Slot
    {
        /// <summary>When it is really due; 0: stopped.</summary>
        public long DueTicks;

        /// <summary>When its entry comes up; never later than it is due.</summary>
        public long EntryTicks;

        /// <summary>The next free slot.</summary>
        public int Next;
    }

    readonly record struct Entry(long AtTicks, ClockOf Of, int Number, int Slot)
    {
        public bool IsBefore(in Entry other) =>
            AtTicks != other.AtTicks ? AtTicks < other.AtTicks
            : Of != other.Of ? Of < other.Of
            : Number < other.Number;
    }

    Entry[] _heap = new Entry[64];
    Slot[] _slots = new Slot[64];
    int _count;
    int _slotCount = 1;
    int _firstFree;

    /// <summary>Sets, moves or stops a clock.</summary>
    /// <param name="slot">Kept by whose clock it is; 0: none runs.</param>
    /// <param name="dueTicks">0: it stops.</param>
    public void Set(ref int slot, ClockOf of, int number, long dueTicks)
    {
        if (slot != 0 && dueTicks >= _slots[slot].EntryTicks)
        {
            _slots[slot].DueTicks = dueTicks;
            return;
        }

        if (slot != 0) _slots[slot].DueTicks = 0;
        slot = 0;
        if (dueTicks == 0) return;
        slot = NewSlot(dueTicks);
        Push(new(dueTicks, of, number, slot));
    }

    /// <summary>The instant of the earliest clock; 0: none runs.</summary>
    public long Earliest()
    {
        while (_count > 0)
        {
            var entry = _heap[0];
            var due = _slots[entry.Slot].DueTicks;
            if (due == entry.AtTicks) return due;
            Pop();
            if (due == 0)
            {
                FreeSlot(entry.Slot);
                continue;
            }

            _slots[entry.Slot].EntryTicks = due;
            Push(entry with { AtTicks = due });
        }

        return 0;
    }

    /// <summary>Takes the clock that <see cref="Earliest"/> found; its slot is free from now on.</summary>
    public Clock Take()
    {
        var entry = _heap[0];
        Pop();
        FreeSlot(entry.Slot);
        return new(entry.AtTicks, entry.Of, entry.Number);
    }

    int NewSlot(long dueTicks)
    {
        var slot = _firstFree;
        if (slot != 0) _firstFree = _slots[slot].Next;
        else slot = _slotCount++;
        if (slot == _slots.Length) Array.Resize(ref _slots, slot * 2);
        _slots[slot] = new() { DueTicks = dueTicks, EntryTicks = dueTicks };
        return slot;
    }

    void FreeSlot(int slot)
    {
        _slots[slot] = new() { Next = _firstFree };
        _firstFree = slot;
    }

    void Push(in Entry entry)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        var place = _count++;
        while (place > 0 && entry.IsBefore(_heap[(place - 1) / Arity]))
        {
            _heap[place] = _heap[(place - 1) / Arity];
            place = (place - 1) / Arity;
        }

        _heap[place] = entry;
    }

    void Pop()
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
