namespace Centrala.Core.Routing;

/// <summary>What is known of an ended contact without fetching it: enough to forget it.</summary>
readonly record struct EndedContact(int Number, ContactHashes Hashes, long AtTicks);

/// <summary>
/// Ended contacts in the order in which they ended: a ring, so that forgetting the oldest touches no neighbour, and not
/// even the contact itself, which is long out of reach.
/// </summary>
sealed class EndedContacts
{
    /// <summary>A contact that was reopened leaves an empty entry behind.</summary>
    EndedContact[] _ring = new EndedContact[256];

    /// <summary>Entries are counted on and on; an entry lies in the ring at its number's remainder.</summary>
    int _first = 1;
    int _next = 1;

    /// <summary>Ended contacts that are remembered.</summary>
    public int Count { get; private set; }

    public void Add(ref Contact contact)
    {
        if (_next - _first == _ring.Length) Grow();
        contact.EndedEntry = _next;
        At(_next++) = new(contact.Number, ContactHashes.Of(contact), contact.StateSinceTicks);
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
        while (_first != _next && At(_first).Number == 0) _first++;
        return _first == _next ? default : At(_first);
    }

    /// <summary>Forgets the contact that <see cref="First"/> found.</summary>
    public void RemoveFirst()
    {
        _first++;
        Count--;
    }

    /// <summary>In the order in which they ended.</summary>
    public IEnumerable<int> All()
    {
        for (var entry = _first; entry != _next; entry++)
        {
            if (At(entry).Number != 0) yield return At(entry).Number;
        }
    }

    ref EndedContact At(int entry) => ref _ring[entry & (_ring.Length - 1)];

    void Grow()
    {
        var longer = new EndedContact[_ring.Length * 2];
        for (var entry = _first; entry != _next; entry++) longer[entry & (longer.Length - 1)] = At(entry);
        _ring = longer;
    }
}
