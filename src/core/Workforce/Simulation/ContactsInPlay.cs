namespace Centrala.Core.Workforce.Simulation;

/// <summary>What the simulation knows of a contact that the router does not: how long it will take and be patient.</summary>
struct ContactInPlay
{
    /// <summary>0: the slot is free.</summary>
    public int Number;
    public int Queue;

    /// <summary>0: nobody has answered yet.</summary>
    public int Agent;
    public bool IsCounted, IsWaiting;
    public long ArrivedTicks, HandleTicks, WrapUpTicks;
}

/// <summary>By number, in a ring that grows where a contact outlives a whole round.</summary>
sealed class ContactsInPlay
{
    ContactInPlay[] slots = new ContactInPlay[256];

    /// <summary>The contact, or whatever else lies in its slot: look at its number.</summary>
    public ref ContactInPlay this[int number] => ref slots[number & (slots.Length - 1)];

    public ref ContactInPlay Add(int number)
    {
        while (slots[number & (slots.Length - 1)].Number != 0) Grow();
        ref var added = ref slots[number & (slots.Length - 1)];
        added.Number = number;
        return ref added;
    }

    /// <summary>Free slots among them.</summary>
    public Span<ContactInPlay> All => slots;

    void Grow()
    {
        var former = slots;
        slots = new ContactInPlay[former.Length * 2];
        foreach (var contact in former)
        {
            if (contact.Number != 0) slots[contact.Number & (slots.Length - 1)] = contact;
        }
    }
}
