namespace Centrala.Core.Routing;

/// <summary>Contacts by number, in pages that are reused when all their contacts are forgotten: numbers only grow, memory does not.</summary>
sealed class Contacts
{
    const int PageBits = 7;
    const int PageSize = 1 << PageBits;
    readonly Stack<Contact[]> _spare = new();
    Contact[]?[] _pages = new Contact[16][];
    int[] _used = new int[16];

    /// <summary>The first page that is still in use: what lies before it is gone.</summary>
    int _firstPage;

    /// <summary>The highest number given so far.</summary>
    public int Last { get; private set; }

    /// <summary>Contacts kept, ended ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest number that may still be kept.</summary>
    public int First => Math.Max(1, _firstPage << PageBits);

    public ref Contact this[int number] => ref _pages[(number >> PageBits) - _firstPage]![number & (PageSize - 1)];

    public bool Has(int number)
    {
        var page = (number >> PageBits) - _firstPage;
        return number > 0 && page >= 0 && page < _pages.Length && _pages[page] is { } contacts
            && contacts[number & (PageSize - 1)].Number == number;
    }

    /// <param name="number">Greater than any before.</param>
    public ref Contact Add(int number)
    {
        Last = number;
        Count++;
        var page = (number >> PageBits) - _firstPage;
        if (page >= _pages.Length) page = MakeRoom(number);
        var contacts = _pages[page] ??= _spare.TryPop(out var spare) ? spare : new Contact[PageSize];
        _used[page]++;
        ref var contact = ref contacts[number & (PageSize - 1)];
        contact = default;
        contact.Number = number;
        return ref contact;
    }

    public void Remove(int number)
    {
        var page = (number >> PageBits) - _firstPage;
        _pages[page]![number & (PageSize - 1)] = default;
        Count--;
        if (--_used[page] > 0 || number >> PageBits == Last >> PageBits) return;
        _spare.Push(_pages[page]!);
        _pages[page] = null;
    }

    /// <summary>After a snapshot: the numbers given before it stay given.</summary>
    public void StartAfter(int last) => Last = last;

    int MakeRoom(int number)
    {
        var gone = 0;
        while (gone < _pages.Length && _pages[gone] is null) gone++;
        if (gone == _pages.Length)
        {
            _firstPage = number >> PageBits;
            return 0;
        }

        if (gone > _pages.Length / 4) Drop(gone);
        var page = (number >> PageBits) - _firstPage;
        var length = _pages.Length;
        while (length <= page) length *= 2;
        Array.Resize(ref _pages, length);
        Array.Resize(ref _used, length);
        return page;
    }

    void Drop(int gone)
    {
        var kept = _pages.Length - gone;
        Array.Copy(_pages, gone, _pages, 0, kept);
        Array.Copy(_used, gone, _used, 0, kept);
        Array.Clear(_pages, kept, gone);
        Array.Clear(_used, kept, gone);
        _firstPage += gone;
    }
}
