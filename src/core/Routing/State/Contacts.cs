using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Centrala.Core.Routing;

/// <summary>
/// Contacts by number, in pages that are reused when all their contacts are forgotten: numbers only grow, memory does
/// not.
/// </summary>
sealed class Contacts
{
    const int PageBits = 10;
    const int PageSize = 1 << PageBits;

    /// <summary>A value, so that finding a contact fetches no page object on the way.</summary>
    struct Page
    {
        readonly Contact[]? contacts;
        public readonly Plan?[] Plans;
        public int Used;

        /// <summary>From where the array begins to where a cache line does.</summary>
        readonly int offsetBytes;

        /// <summary>It stays where it is, so that no contact ever lies in more cache lines than it fills.</summary>
        public Page()
        {
            contacts = GC.AllocateArray<Contact>(PageSize + 1, pinned: true);
            Plans = new Plan?[PageSize];
            offsetBytes = Fetch.BytesToLine(ref MemoryMarshal.GetArrayDataReference(contacts));
        }

        public readonly bool IsThere => contacts is not null;

        public readonly ref Contact this[int number]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                ref var first = ref MemoryMarshal.GetArrayDataReference(contacts!);
                return ref Unsafe.Add(ref Unsafe.AddByteOffset(ref first, offsetBytes), number & (PageSize - 1));
            }
        }
    }

    readonly Stack<Page> spare = new();
    Page[] pages = new Page[16];

    /// <summary>The first page that is still in use: what lies before it is gone.</summary>
    int firstPage;

    /// <summary>The highest number given so far.</summary>
    public int Last { get; private set; }

    /// <summary>Contacts kept, ended ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest number that may still be kept.</summary>
    public int First => Math.Max(1, firstPage << PageBits);

    public ref Contact this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref pages[(number >> PageBits) - firstPage][number];
    }

    /// <summary>
    /// The contact's steps and order, beside it because they are seldom looked at; null only for a contact without a
    /// queue.
    /// </summary>
    public ref Plan? PlanOf(int number) =>
        ref pages[(number >> PageBits) - firstPage].Plans[number & (PageSize - 1)];

    public bool Has(int number)
    {
        var page = (number >> PageBits) - firstPage;
        return number > 0 && (uint)page < (uint)pages.Length && pages[page].IsThere
            && pages[page][number].Number == number;
    }

    /// <summary>The contact will be read, if there is one.</summary>
    public void FetchAhead(int number)
    {
        var page = (number >> PageBits) - firstPage;
        if ((uint)page >= (uint)pages.Length || !pages[page].IsThere) return;
        Fetch.Ahead(ref pages[page][number], 3);
    }

    /// <param name="number">Greater than any before.</param>
    public ref Contact Add(int number)
    {
        Last = number;
        Count++;
        var place = (number >> PageBits) - firstPage;
        if (place >= pages.Length) place = MakeRoom(number);
        ref var page = ref pages[place];
        if (!page.IsThere) page = spare.TryPop(out var former) ? former : new();
        page.Used++;
        page.Plans[number & (PageSize - 1)] = null;
        ref var contact = ref page[number];
        contact = default;
        contact.Number = number;
        return ref contact;
    }

    public void Remove(int number)
    {
        ref var page = ref pages[(number >> PageBits) - firstPage];
        page[number].Number = 0;
        Count--;
        if (--page.Used > 0 || number >> PageBits == Last >> PageBits) return;
        spare.Push(page);
        page = default;
    }

    /// <summary>After a snapshot: the numbers given before it stay given.</summary>
    public void StartAfter(int last) => Last = last;

    int MakeRoom(int number)
    {
        var gone = 0;
        while (gone < pages.Length && !pages[gone].IsThere) gone++;
        if (gone == pages.Length)
        {
            firstPage = number >> PageBits;
            return 0;
        }

        if (gone > pages.Length / 4) Drop(gone);
        var place = (number >> PageBits) - firstPage;
        var length = pages.Length;
        while (length <= place) length *= 2;
        if (length > pages.Length) Array.Resize(ref pages, length);
        return place;
    }

    void Drop(int gone)
    {
        var kept = pages.Length - gone;
        Array.Copy(pages, gone, pages, 0, kept);
        Array.Clear(pages, kept, gone);
        firstPage += gone;
    }
}
