using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Centrala.Core.Routing;

/// <summary>
/// Asks for memory that will soon be read. Most of a decision is waiting for memory: what is asked for together is
/// waited for once.
/// </summary>
/// <remarks>A hint: it reads nothing, changes nothing, and is left out where the processor knows none.</remarks>
static unsafe class Fetch
{
    const int LineBytes = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Ahead<T>(ref readonly T place)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(in place));
    }

    /// <returns>From the place to the next beginning of a cache line.</returns>
    public static int BytesToLine<T>(ref readonly T place) =>
        (int)(-(long)Unsafe.AsPointer(in place) & (LineBytes - 1));

    /// <param name="lines">Cache lines from that of <paramref name="place"/> on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Ahead<T>(ref readonly T place, int lines)
    {
        if (!Sse.IsSupported) return;
        var first = (byte*)Unsafe.AsPointer(in place);
        for (var line = 0; line < lines; line++) Sse.Prefetch0(first + line * LineBytes);
    }
}
