using System.Globalization;
using System.Runtime.InteropServices;

namespace Centrala.Server.Foundation;

/// <summary>
/// Asks the system to keep the heap in pages of 2 MiB. A router with a hundred thousand contacts reads here and there in
/// a hundred megabytes: with pages of 4 KiB the processor looks up the page more often than it finds it at hand.
/// </summary>
/// <remarks>
/// Where the system knows no such pages, or does not give them, nothing changes. They cost memory where little of each is
/// used: worth it for a large floor, not for a small one.
/// </remarks>
static class LargePages
{
    /// <summary>Contacts of a router for which it is worth the memory.</summary>
    const int ContactsOfLargeFloor = 20_000;

    /// <summary>From madvise(2): wanted from now on; put together at once what is there.</summary>
    const int Wanted = 14, Collapse = 25;

    static bool asked;

    /// <summary>
    /// Once the floor is large: for what is allocated from now on and, when the system finds the time, for what there is.
    /// </summary>
    public static void AskFor(int contacts)
    {
        if (asked || contacts < ContactsOfLargeFloor) return;
        asked = true;
        Advise(Wanted);
    }

    /// <summary>For what there is, at once: a bench does not wait until the system finds the time.</summary>
    public static void AskAtOnce()
    {
        Advise(Wanted);
        Advise(Collapse);
    }

    static void Advise(int advice)
    {
        if (!OperatingSystem.IsLinux()) return;
        foreach (var (from, until) in HeapRanges()) _ = Madvise(from, until - from, advice);
    }

    /// <summary>The heap is reserved in one piece: the ranges that lie side by side around one of its objects.</summary>
    static IEnumerable<(nint From, nint Until)> HeapRanges()
    {
        var somewhere = GC.AllocateArray<byte>(1, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(somewhere, 0);
        var ranges = File.ReadLines("/proc/self/maps").Select(Range).ToList();
        var around = ranges.FindIndex(range => range.From <= address && address < range.Until);
        var (first, last) = (around, around);
        while (first > 0 && ranges[first - 1].Until == ranges[first].From) first--;
        while (last + 1 < ranges.Count && ranges[last + 1].From == ranges[last].Until) last++;
        return ranges[first..(last + 1)];
    }

    /// <param name="line">As in proc(5): two addresses, a hyphen between them, and then what is of no interest here.</param>
    static (nint From, nint Until) Range(string line)
    {
        var (hyphen, end) = (line.IndexOf('-', StringComparison.Ordinal), line.IndexOf(' ', StringComparison.Ordinal));
        return (
            nint.Parse(line.AsSpan(0, hyphen), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            nint.Parse(line.AsSpan(hyphen + 1, end - hyphen - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    /// <returns>Not 0: the system does not give them there; nothing is lost.</returns>
    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Madvise(nint from, nint length, int advice);
}
