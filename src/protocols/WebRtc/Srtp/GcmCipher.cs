using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Centrala.Protocols.WebRtc;

/// <summary>AEAD_AES_128_GCM (RFC 7714): one pass enciphers and signs.</summary>
sealed class GcmCipher(byte[] key, byte[] salt) : SrtpCipher
{
    public const int Tag = 16;

    const int NonceBytes = 12;

    readonly AesGcm aes = new(key, Tag);

    public override int TagBytes => Tag;

    public override bool TagFirst => true;

    public override void Seal(ReadOnlySpan<byte> header, Span<byte> body, uint source, ulong index, ReadOnlySpan<byte> trailer, Span<byte> tag)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        WriteNonce(nonce, source, index);
        Span<byte> signed = stackalloc byte[header.Length + trailer.Length];
        Join(header, trailer, signed);
        aes.Encrypt(nonce, body, body, tag, signed);
    }

    public override bool Open(
        ReadOnlySpan<byte> header, Span<byte> body, uint source, ulong index, ReadOnlySpan<byte> trailer, ReadOnlySpan<byte> tag)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        WriteNonce(nonce, source, index);
        Span<byte> signed = stackalloc byte[header.Length + trailer.Length];
        Join(header, trailer, signed);
        return TryDecrypt(nonce, body, tag, signed);
    }

    public override void Dispose() => aes.Dispose();

    // The framework tells a forgery by an exception, which is dear: only proven addresses get this far.
    bool TryDecrypt(ReadOnlySpan<byte> nonce, Span<byte> body, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> signed)
    {
        try
        {
            aes.Decrypt(nonce, body, tag, body, signed);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    /// <summary>Two zeros, the source, the index; all of it mixed with the salt.</summary>
    void WriteNonce(Span<byte> nonce, uint source, ulong index)
    {
        BinaryPrimitives.WriteUInt64BigEndian(nonce[4..], index);
        nonce[4] = nonce[5] = 0;
        nonce[0] = nonce[1] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(nonce[2..], source);
        for (var i = 0; i < NonceBytes; i++) nonce[i] ^= salt[i];
    }

    static void Join(ReadOnlySpan<byte> header, ReadOnlySpan<byte> trailer, Span<byte> to)
    {
        header.CopyTo(to);
        trailer.CopyTo(to[header.Length..]);
    }
}
