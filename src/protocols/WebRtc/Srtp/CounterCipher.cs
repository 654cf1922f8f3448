using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Centrala.Protocols.WebRtc;

/// <summary>AES in counter mode, signed by HMAC-SHA1 cut to 80 bits (RFC 3711): what every peer knows.</summary>
sealed class CounterCipher : SrtpCipher
{
    const int Block = 16, Tag = 10, HashBytes = 20;

    readonly byte[] salt;
    readonly Aes aes = Aes.Create();
    readonly ICryptoTransform stream;
#pragma warning disable CA5350 // The protocol's hash; HMAC does not rest on what SHA-1 has lost.
    readonly IncrementalHash hash;
#pragma warning restore CA5350
    byte[] counters = new byte[16 * Block], pad = new byte[16 * Block];

    public CounterCipher(byte[] key, byte[] salt, byte[] authenticationKey)
    {
        this.salt = salt;
        // The mode of the protocol is built of single blocks here: the framework does not offer it.
        (aes.Key, aes.Mode, aes.Padding) = (key, CipherMode.ECB, PaddingMode.None);
        stream = aes.CreateEncryptor();
#pragma warning disable CA5350
        hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, authenticationKey);
#pragma warning restore CA5350
    }

    public override int TagBytes => Tag;

    public override bool TagFirst => false;

    public override void Seal(ReadOnlySpan<byte> header, Span<byte> body, uint source, ulong index, ReadOnlySpan<byte> trailer, Span<byte> tag)
    {
        Apply(body, source, index);
        Sign(header, body, trailer, tag);
    }

    public override bool Open(
        ReadOnlySpan<byte> header, Span<byte> body, uint source, ulong index, ReadOnlySpan<byte> trailer, ReadOnlySpan<byte> tag)
    {
        Span<byte> expected = stackalloc byte[Tag];
        Sign(header, body, trailer, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, tag)) return false;
        Apply(body, source, index);
        return true;
    }

    public override void Dispose()
    {
        stream.Dispose();
        aes.Dispose();
        hash.Dispose();
    }

    void Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> body, ReadOnlySpan<byte> trailer, Span<byte> tag)
    {
        Span<byte> whole = stackalloc byte[HashBytes];
        hash.AppendData(header);
        hash.AppendData(body);
        hash.AppendData(trailer);
        hash.GetHashAndReset(whole);
        whole[..Tag].CopyTo(tag);
    }

    /// <summary>The counter begins with the salt, mixed with the source and the index, and counts blocks in its last two bytes.</summary>
    void Apply(Span<byte> body, uint source, ulong index)
    {
        var blocks = (body.Length + Block - 1) / Block;
        if (blocks == 0) return;
        if (blocks * Block > pad.Length) (counters, pad) = (new byte[blocks * Block], new byte[blocks * Block]);
        Span<byte> first = stackalloc byte[Block];
        salt.CopyTo(first);
        Mix(first[4..], source);
        BinaryPrimitives.WriteUInt64BigEndian(first[6..], BinaryPrimitives.ReadUInt64BigEndian(first[6..]) ^ index);
        for (var block = 0; block < blocks; block++)
        {
            var counter = counters.AsSpan(block * Block, Block);
            first.CopyTo(counter);
            BinaryPrimitives.WriteUInt16BigEndian(counter[14..], (ushort)block);
        }
        stream.TransformBlock(counters, 0, blocks * Block, pad, 0);
        for (var i = 0; i < body.Length; i++) body[i] ^= pad[i];
    }

    static void Mix(Span<byte> into, uint number) =>
        BinaryPrimitives.WriteUInt32BigEndian(into, BinaryPrimitives.ReadUInt32BigEndian(into) ^ number);
}
