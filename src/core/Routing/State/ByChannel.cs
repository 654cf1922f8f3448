using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>One small number for each channel, kept inside its owner: no object of its own to fetch.</summary>
[InlineArray(Places)]
struct ByChannel
{
    /// <summary>No fewer than <see cref="Channels.Count"/>: one word.</summary>
    const int Places = sizeof(ulong);
    byte first;

    /// <summary>All of them side by side, so that they are compared at once; none is more than 127.</summary>
    public readonly Vector128<sbyte> Together
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(in first)).AsSByte();
    }
}
