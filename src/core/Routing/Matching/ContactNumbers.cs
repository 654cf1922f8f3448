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

    Slot[] slots = new Slot[1024];
    int count;

    uint Mask => (uint)slots.Length - 1;

    /// <returns>0: no contact has this id.</returns>
    public int Find(Guid id, Channel channel = default)
    {
        var hash = areExternal ? ContactHashes.OfExternal(id, channel) : ContactHashes.OfId(id);
        for (var place = hash & Mask; slots[place].Number != 0; place = (place + 1) & Mask)
        {
            if (slots[place].Hash == hash && Is(contacts[slots[place].Number], id, channel))
            {
                return slots[place].Number;
            }
        }

        return 0;
    }

    public void FetchAhead(uint hash) => Fetch.Ahead(ref slots[hash & Mask]);

    /// <summary>The contact must not be here yet.</summary>
    public void Add(uint hash, int number)
    {
        if (count * 2 >= slots.Length) Grow();
        Put(new() { Hash = hash, Number = number });
        count++;
    }

    /// <summary>Those behind it that could lie nearer to their hash move up, so that no gap breaks a search.</summary>
    public void Remove(uint hash, int number)
    {
        var (slots, mask) = (this.slots, Mask);
        var gap = hash & mask;
        while (slots[gap].Number != number) gap = (gap + 1) & mask;
        for (var place = (gap + 1) & mask; slots[place].Number != 0; place = (place + 1) & mask)
        {
            var wanted = slots[place].Hash & mask;
            if (((place - wanted) & mask) < ((place - gap) & mask)) continue;
            slots[gap] = slots[place];
            gap = place;
        }

        slots[gap] = default;
        count--;
    }

    void Put(Slot slot)
    {
        var place = slot.Hash & Mask;
        while (slots[place].Number != 0) place = (place + 1) & Mask;
        slots[place] = slot;
    }

    void Grow()
    {
        var former = slots;
        slots = new Slot[former.Length * 2];
        foreach (var slot in former)
        {
            if (slot.Number != 0) Put(slot);
        }
    }

    bool Is(in Contact contact, Guid id, Channel channel) =>
        areExternal ? contact.External == id && contact.Channel == channel : contact.Id == id;
}

/// <summary>Where a contact's ids lie in the tables of <see cref="ContactNumbers"/>.</summary>
/// <param name="External">0: it has no external id.</param>
readonly record struct ContactHashes(uint Id, uint External)
{
    public static ContactHashes Of(in Contact contact) =>
        new(OfId(contact.Id), contact.External == Guid.Empty ? 0 : OfExternal(contact.External, contact.Channel));

    /// <summary>
    /// Version 7 ids begin with the time and end with 62 random bits; a product spreads ids that are neither.
    /// </summary>
    public static uint OfId(Guid id)
    {
        var words = MemoryMarshal.Cast<Guid, ulong>(MemoryMarshal.CreateReadOnlySpan(ref id, 1));
        return (uint)((words[0] ^ (words[1] * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93 >> 32);
    }

    /// <returns>Never 0.</returns>
    public static uint OfExternal(Guid external, Channel channel) => (OfId(external) ^ (uint)channel) | 1u << 31;
}
