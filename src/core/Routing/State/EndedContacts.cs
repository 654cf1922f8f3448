namespace Centrala.Core.Routing;

/// <summary>What is known of an ended contact without fetching it: enough to forget it.</summary>
readonly record struct EndedContact(int Number, ContactHashes Hashes, long AtTicks, bool HasOwnPlan);

/// <summary>
/// Ended contacts in the order in which they ended: a ring, so that forgetting the oldest touches no neighbour, and not
/// even the contact itself, which is long out of reach.
/// </summary>
sealed class EndedContacts
{
    /// <summary>A contact that was reopened leaves an empty entry behind.</summary>
    EndedContact[] ring = new EndedContact[256];

    /// <summary>Entries are counted on and on; an entry lies in the ring at its number's remainder.</summary>
    int first = 1;
    int next = 1;

    /// <summary>Ended contacts that are remembered.</summary>
    public int Count { get; private set; }

    public void Add(ref Contact contact)
    {
        if (next - first == ring.Length) Grow();
        contact.EndedEntry = next;
        At(next++) = new(contact.Number, ContactHashes.Of(contact), contact.StateSinceTicks, contact.HasOwnPlan);
        Count++;
    }

    /// <summary>The contact is reopened.</summary>
    public void Remove(ref Contact contact)
    {
        At(contact.EndedEntry) = default;
        contact.EndedEntry = 0;
        Count--;
    }

    /// <summary>The contact that ended first; number 0: there is none.</summary>
    public EndedContact First()
    {
        while (first != next && At(first).Number == 0) first++;
        return first == next ? default : At(first);
    }

    /// <summary>Forgets the contact that <see cref="First"/> found.</summary>
    public void RemoveFirst()
    {
        first++;
        Count--;
    }

    /// <summary>In the order in which they ended.</summary>
    public IEnumerable<int> All()
    {
        for (var entry = first; entry != next; entry++)
        {
            if (At(entry).Number != 0) yield return At(entry).Number;
        }
    }

    ref EndedContact At(int entry) => ref ring[entry & (ring.Length - 1)];

    void Grow()
    {
        var longer = new EndedContact[ring.Length * 2];
        for (var entry = first; entry != next; entry++) longer[entry & (longer.Length - 1)] = At(entry);
        ring = longer;
    }
}
