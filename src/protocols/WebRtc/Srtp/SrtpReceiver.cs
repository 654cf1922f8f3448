using System.Buffers.Binary;

namespace Centrala.Protocols.WebRtc;

/// <summary>Opens what a peer sends, where it lies: each packet once, and only what is the peer's. For one thread at a time.</summary>
public sealed class SrtpReceiver(SrtpKeys keys) : IDisposable
{
    /// <summary>Sources that one peer may speak with; the one unheard for longest makes room.</summary>
    public const int SourcesMax = 4;

    readonly SrtpCipher sound = keys.Cipher(forControl: false), control = keys.Cipher(forControl: true);
    readonly List<(uint Source, ReplayWindow Window)> heard = [], heardControl = [];

    /// <param name="length">Of the opened packet, which begins where the protected one did.</param>
    public bool TryOpen(Span<byte> packet, out int length)
    {
        length = packet.Length - sound.TagBytes;
        if (length < 0 || SrtpLayout.HeaderBytes(packet[..length]) is not { } headerBytes) return false;
        var source = SrtpLayout.Source(packet);
        var window = Find(heard, source);
        var index = Index(window, SrtpLayout.Sequence(packet));
        if (!window.Allows(index)) return false;
        Span<byte> trailer = stackalloc byte[sound.TagFirst ? 0 : 4];
        if (!sound.TagFirst) BinaryPrimitives.WriteUInt32BigEndian(trailer, (uint)(index >> 16));
        if (!sound.Open(packet[..headerBytes], packet[headerBytes..length], source, index, trailer, packet[length..])) return false;
        Keep(heard, source, window, index);
        return true;
    }

    /// <summary>As <see cref="TryOpen"/>, for RTCP.</summary>
    public bool TryOpenControl(Span<byte> packet, out int length)
    {
        length = packet.Length - control.TagBytes - SrtpLayout.ControlIndexBytes;
        if (length < SrtpLayout.ControlHeaderBytes) return false;
        var (tagAt, trailerAt) = control.TagFirst ? (length, length + control.TagBytes) : (length + SrtpLayout.ControlIndexBytes, length);
        var trailer = packet.Slice(trailerAt, SrtpLayout.ControlIndexBytes);
        var word = BinaryPrimitives.ReadUInt32BigEndian(trailer);
        // Nobody agreed on reports that everybody can read.
        if ((word & SrtpLayout.EncipheredFlag) == 0) return false;
        var (index, source) = (word & ~SrtpLayout.EncipheredFlag, SrtpLayout.ControlSource(packet));
        var window = Find(heardControl, source);
        if (!window.Allows(index)) return false;
        if (!control.Open(packet[..SrtpLayout.ControlHeaderBytes], packet[SrtpLayout.ControlHeaderBytes..length], source, index, trailer,
                packet.Slice(tagAt, control.TagBytes))) return false;
        Keep(heardControl, source, window, index);
        return true;
    }

    public void Dispose()
    {
        sound.Dispose();
        control.Dispose();
    }

    /// <summary>The packet says only the last 16 bits of its number: the rest is whatever brings it nearest to the newest one.</summary>
    static ulong Index(ReplayWindow window, ushort sequence)
    {
        if (!window.HasBegun) return sequence;
        var near = (long)window.Highest + (short)(sequence - (ushort)window.Highest);
        return near >= 0 ? (ulong)near : sequence;
    }

    static ReplayWindow Find(List<(uint Source, ReplayWindow Window)> among, uint source)
    {
        foreach (var one in among)
            if (one.Source == source) return one.Window;
        return new();
    }

    /// <summary>Only now, that it has proven itself, a new source is known.</summary>
    static void Keep(List<(uint Source, ReplayWindow Window)> among, uint source, ReplayWindow window, ulong index)
    {
        if (!window.HasBegun)
        {
            if (among.Count == SourcesMax) among.RemoveAt(0);
            among.Add((source, window));
        }
        window.Take(index);
    }
}
