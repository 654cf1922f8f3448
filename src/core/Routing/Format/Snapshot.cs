using System.Buffers;

namespace Centrala.Core.Routing;

/// <summary>
/// The full state as bytes, and its hash. What is derived (lanes, groups, clocks) is built anew on reading.
/// </summary>
public static class Snapshot
{
    /// <summary>The first byte of every snapshot.</summary>
    public const byte Version = 4;

    /// <summary>Bytes of a <see cref="Hash"/>.</summary>
    public const int HashBytes = 32;

    /// <summary>Equal states give equal bytes, however they came about.</summary>
    public static void Write(Router router, IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(router);
        var bytes = new ByteWriter(to);
        bytes.Byte(Version);
        router.WriteState(bytes);
    }

    /// <exception cref="FormatException">The bytes are no snapshot of a known version.</exception>
    public static Router Read(ReadOnlySpan<byte> from)
    {
        var bytes = new ByteReader(from);
        if (bytes.Byte() != Version) throw new FormatException("Written in an unknown version.");
        var router = new Router();
        router.ReadState(ref bytes);
        return bytes.AtEnd ? router : throw new FormatException("Bytes follow the snapshot.");
    }

    /// <summary>SHA-256 of the snapshot: equal for equal states, on any machine.</summary>
    public static byte[] Hash(Router router)
    {
        var bytes = new ArrayBufferWriter<byte>(1 << 16);
        Write(router, bytes);
        return System.Security.Cryptography.SHA256.HashData(bytes.WrittenSpan);
    }
}
