using System.Runtime.CompilerServices;

namespace Centrala.Core.Routing;

/// <summary>
/// Contacts by number, in pages that are reused when all their contacts are forgotten: numbers only grow, memory does
/// not.
/// </summary>
sealed class Contacts
{
    const int PageBits = 12;
    const int PageSize = 1 << PageBits;

    /// <summary>A value, so that finding a contact fetches no page object on the way.</summary>
    struct Page
    {
        public Contact[]? Contacts;
        public Plan?[] Plans;
        public int Used;
    }

    readonly Stack<Page> _spare = new();
    Page[] _pages = new Page[16];

    /// <summary>The first page that is still in use: what lies before it is gone.</summary>
    int _firstPage;

    /// <summary>The highest number given so far.</summary>
    public int Last { get; private set; }

    /// <summary>Contacts kept, ended ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest number that may still be kept.</summary>
    public int First => Math.Max(1, _firstPage << PageBits);

    public ref Contact this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _pages[(number >> PageBits) - _firstPage].Contacts![number & (PageSize - 1)];
    }

    /// <summary>
    /// The contact's steps and order, beside it because they are seldom looked at; null only for a contact without a
    /// queue.
    /// </summary>
    public ref Plan? PlanOf(int number) =>
        ref _pages[(number >> PageBits) - _firstPage].Plans[number & (PageSize - 1)];

    public bool Has(int number)
    {
        var page = (number >> PageBits) - _firstPage;
        return number > 0 && (uint)page < (uint)_pages.Length && _pages[page].Contacts is { } kept
            && kept[number & (PageSize - 1)].Number == number;
    }

    /// <summary>The contact will be read, if there is one.</summary>
    public void FetchAhead(int number)
    {
        var page = (number >> PageBits) - _firstPage;
        if ((uint)page >= (uint)_pages.Length || _pages[page].Contacts is not { } kept) return;
        Fetch.Ahead(ref kept[number & (PageSize - 1)], 3);
    }

    /// <param name="number">Greater than any before.</param>
    public ref Contact Add(int number)
    {
        Last = number;
        Count++;
        var place = (number >> PageBits) - _firstPage;
        if (place >= _pages.Length) place = MakeRoom(number);
        ref var page = ref _pages[place];
        if (page.Contacts is null) page = NewPage();
        page.Used++;
        ref var contact = ref page.Contacts![number & (PageSize - 1)];
        contact = default;
        contact.Number = number;
        return ref contact;
    }

    Page NewPage() => _spare.TryPop(out var spare)
        ? spare
        : new Page { Contacts = new Contact[PageSize], Plans = new Plan?[PageSize] };

    public void Remove(int number)
    {
        ref var page = ref _pages[(number >> PageBits) - _firstPage];
        page.Contacts![number & (PageSize - 1)].Number = 0;
        page.Plans[number & (PageSize - 1)] = null;
        Count--;
        if (--page.Used > 0 || number >> PageBits == Last >> PageBits) return;
        _spare.Push(page);
        page = default;
    }

    /// <summary>After a snapshot: the numbers given before it stay given.</summary>
    public void StartAfter(int last) => Last = last;

    int MakeRoom(int number)
    {
        var gone = 0;
        while (gone < _pages.Length && _pages[gone].Contacts is null) gone++;
        if (gone == _pages.Length)
        {
            _firstPage = number >> PageBits;
            return 0;
        }

        if (gone > _pages.Length / 4) Drop(gone);
        var place = (number >> PageBits) - _firstPage;
        var length = _pages.Length;
        while (length <= place) length *= 2;
        if (length > _pages.Length) Array.Resize(ref _pages, length);
        return place;
    }

    void Drop(int gone)
    {
        var kept = _pages.Length - gone;
        Array.Copy(_pages, gone, _pages, 0, kept);
        Array.Clear(_pages, kept, gone);
        _firstPage += gone;
    }
}
