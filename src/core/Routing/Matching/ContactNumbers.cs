using System.Runtime.InteropServices;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Ids of contacts to their numbers: one flat table of eight bytes an entry, at most half full, searched onwards from
/// the hash.
/// </summary>
/// <remarks>The ids themselves lie in the contacts: they are compared only where the hash is right.</remarks>
/// <param name="areExternal">External ids, each within its channel; else the contacts' own.</param>
sealed class ContactNumbers(Contacts contacts, bool areExternal)
{
    struct Slot
    {
        public uint Hash;

        /// <summary>0: the slot is free.</summary>
        public int Number;
    }

    Slot[] _slots = new Slot[1024];
    int _count;

    uint Mask => (uint)_slots.Length - 1;

    /// <returns>0: no contact has this id.</returns>
    public int Find(Guid id, Channel channel = default)
    {
        var hash = HashOf(id, channel);
        for (var place = hash & Mask; _slots[place].Number != 0; place = (place + 1) & Mask)
        {
            if (_slots[place].Hash == hash && Is(contacts[_slots[place].Number], id, channel))
            {
                return _slots[place].Number;
            }
        }

        return 0;
    }

    /// <summary>The contact must not be here yet.</summary>
    public void Add(in Contact contact)
    {
        if (_count * 2 >= _slots.Length) Grow();
        Put(new() { Hash = HashOf(contact), Number = contact.Number });
        _count++;
    }

    /// <summary>Those behind it that could lie nearer to their hash move up, so that no gap breaks a search.</summary>
    public void Remove(in Contact contact)
    {
        var gap = HashOf(contact) & Mask;
        while (_slots[gap].Number != contact.Number) gap = (gap + 1) & Mask;
        for (var place = (gap + 1) & Mask; _slots[place].Number != 0; place = (place + 1) & Mask)
        {
            var wanted = _slots[place].Hash & Mask;
            if (((place - wanted) & Mask) < ((place - gap) & Mask)) continue;
            _slots[gap] = _slots[place];
            gap = place;
        }

        _slots[gap] = default;
        _count--;
    }

    void Put(Slot slot)
    {
        var place = slot.Hash & Mask;
        while (_slots[place].Number != 0) place = (place + 1) & Mask;
        _slots[place] = slot;
    }

    void Grow()
    {
        var former = _slots;
        _slots = new Slot[former.Length * 2];
        foreach (var slot in former)
        {
            if (slot.Number != 0) Put(slot);
        }
    }

    bool Is(in Contact contact, Guid id, Channel channel) =>
        areExternal ? contact.External == id && contact.Channel == channel : contact.Id == id;

    uint HashOf(in Contact contact) =>
        areExternal ? HashOf(contact.External, contact.Channel) : HashOf(contact.Id, default);

    /// <summary>
    /// Version 7 ids begin with the time and end with 62 random bits; a product spreads ids that are neither.
    /// </summary>
    static uint HashOf(Guid id, Channel channel)
    {
        var words = MemoryMarshal.Cast<Guid, ulong>(MemoryMarshal.CreateReadOnlySpan(ref id, 1));
        return (uint)((words[0] ^ (words[1] * 0x9E3779B97F4A7C15) ^ (ulong)channel) * 0xD6E8FEB86659FD93 >> 32);
    }
}
