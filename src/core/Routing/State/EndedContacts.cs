using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Ended contacts in the order in which they ended: a ring, so that forgetting the oldest touches no neighbour.
/// </summary>
/// <remarks>
/// A contact that was reopened leaves its entry behind: it is passed over, for the contact names another one or lives.
/// </remarks>
sealed class EndedContacts(Contacts contacts)
{
    (int Number, long AtTicks)[] _ring = new (int, long)[256];

    /// <summary>Entries are counted on and on; an entry lies in the ring at its number's remainder.</summary>
    int _first = 1;
    int _next = 1;

    /// <summary>Ended contacts that are remembered.</summary>
    public int Count { get; private set; }

    public void Add(ref Contact contact)
    {
        if (_next - _first == _ring.Length) Grow();
        contact.EndedEntry = _next;
        _ring[_next & (_ring.Length - 1)] = (contact.Number, contact.StateSinceTicks);
        _next++;
        Count++;
    }

    /// <summary>The contact is reopened or forgotten.</summary>
    public void Remove(ref Contact contact)
    {
        contact.EndedEntry = 0;
        Count--;
    }

    /// <summary>The contact that ended first, and when; number 0: there is none.</summary>
    public (int Number, long AtTicks) First()
    {
        while (_first != _next && !IsEnded(_first)) _first++;
        return _first == _next ? default : _ring[_first & (_ring.Length - 1)];
    }

    /// <summary>In the order in which they ended.</summary>
    public IEnumerable<int> All()
    {
        for (var entry = _first; entry != _next; entry++)
        {
            if (IsEnded(entry)) yield return _ring[entry & (_ring.Length - 1)].Number;
        }
    }

    bool IsEnded(int entry)
    {
        var number = _ring[entry & (_ring.Length - 1)].Number;
        return contacts.Has(number)
            && contacts[number].State == ContactState.Ended
            && contacts[number].EndedEntry == entry;
    }

    void Grow()
    {
        var longer = new (int, long)[_ring.Length * 2];
        for (var entry = _first; entry != _next; entry++)
        {
            longer[entry & (longer.Length - 1)] = _ring[entry & (_ring.Length - 1)];
        }
        _ring = longer;
    }
}
