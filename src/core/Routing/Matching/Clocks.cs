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
/// Most clocks are stopped soon after they were set, long before they are due. A stopped one leaves the heap at once:
/// it lies at the bottom, so that hardly anything has to move, and what is on top is always the next that is due. A
/// clock is known by its slot, which says where in the heap it lies, so that moving it touches neither contact nor
/// agent.
/// </remarks>
sealed class Clocks
{
    const int Arity = 4;
    const uint AgentBit = 1u << 31;

    /// <summary>Sixteen bytes, so that four children lie side by side.</summary>
    readonly record struct Entry(long AtTicks, uint Owner, int Slot)
    {
        public bool IsBefore(in Entry other) =>
            AtTicks != other.AtTicks ? AtTicks < other.AtTicks : Owner < other.Owner;
    }

    Entry[] heap = new Entry[64];

    /// <summary>By slot: its place in the heap, or the next free slot.</summary>
    int[] slots = new int[64];
    int count;
    int slotCount = 1;
    int firstFree;

    /// <summary>The instant of the earliest clock; 0: none runs.</summary>
    public long Earliest => count == 0 ? 0 : heap[0].AtTicks;

    /// <summary>Whose clock is the earliest, if it is a contact's; else 0.</summary>
    public int NextContact => count == 0 || heap[0].Owner >= AgentBit ? 0 : (int)heap[0].Owner;

    /// <summary>Sets, moves or stops a clock.</summary>
    /// <param name="slot">Kept by whose clock it is; 0: none runs.</param>
    /// <param name="dueTicks">0: it stops.</param>
    public void Set(ref int slot, ClockOf of, int number, long dueTicks)
    {
        if (slot == 0)
        {
            if (dueTicks != 0) Start(slot = NewSlot(), of, number, dueTicks);
            return;
        }

        var place = slots[slot];
        var entry = heap[place];
        if (entry.AtTicks == dueTicks) return;
        if (dueTicks == 0)
        {
            RemoveAt(place);
            Free(slot);
            slot = 0;
        }
        else Settle(entry with { AtTicks = dueTicks }, place);
    }

    /// <summary>Takes the earliest clock; its slot is free from now on.</summary>
    public Clock Take()
    {
        var entry = heap[0];
        RemoveAt(0);
        Free(entry.Slot);
        var of = entry.Owner >= AgentBit ? ClockOf.Agent : ClockOf.Contact;
        return new(entry.AtTicks, of, (int)(entry.Owner & ~AgentBit));
    }

    void Start(int slot, ClockOf of, int number, long dueTicks)
    {
        if (count == heap.Length) Array.Resize(ref heap, count * 2);
        var owner = of == ClockOf.Agent ? (uint)number | AgentBit : (uint)number;
        Up(new(dueTicks, owner, slot), count++);
    }

    void RemoveAt(int place)
    {
        var last = heap[--count];
        if (place < count) Settle(last, place);
    }

    void Settle(in Entry entry, int place)
    {
        if (place > 0 && entry.IsBefore(heap[(place - 1) / Arity])) Up(entry, place);
        else Down(entry, place);
    }

    void Up(in Entry entry, int place)
    {
        while (place > 0 && entry.IsBefore(heap[(place - 1) / Arity]))
        {
            Put(heap[(place - 1) / Arity], place);
            place = (place - 1) / Arity;
        }

        Put(entry, place);
    }

    void Down(in Entry entry, int place)
    {
        while (place * Arity + 1 < count)
        {
            var least = LeastChild(place);
            if (!heap[least].IsBefore(entry)) break;
            Put(heap[least], place);
            place = least;
        }

        Put(entry, place);
    }

    int LeastChild(int place)
    {
        var least = place * Arity + 1;
        var end = Math.Min(least + Arity, count);
        for (var child = least + 1; child < end; child++)
        {
            if (heap[child].IsBefore(heap[least])) least = child;
        }

        return least;
    }

    void Put(in Entry entry, int place)
    {
        heap[place] = entry;
        slots[entry.Slot] = place;
    }

    int NewSlot()
    {
        var slot = firstFree;
        if (slot != 0) firstFree = slots[slot];
        else slot = slotCount++;
        if (slot == slots.Length) Array.Resize(ref slots, slot * 2);
        return slot;
    }

    void Free(int slot)
    {
        slots[slot] = firstFree;
        firstFree = slot;
    }
}
