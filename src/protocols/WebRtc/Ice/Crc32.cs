namespace Centrala.Protocols.WebRtc;

/// <summary>The sum of ISO 3309, as Ethernet and STUN's fingerprint use it.</summary>
static class Crc32
{
    const uint Polynomial = 0xedb88320;

    static readonly uint[] table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes) sum = table[(byte)(sum ^ one)] ^ sum >> 8;
        return ~sum;
    }

    static uint Entry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++) entry = (entry & 1) != 0 ? entry >> 1 ^ Polynomial : entry >> 1;
        return entry;
    }
}
