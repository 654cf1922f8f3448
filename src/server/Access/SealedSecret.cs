using System.Security.Cryptography;

namespace Centrala.Server.Access;

/// <summary>
/// Encrypts a secret that the program must be able to read again (AES-256-GCM): nonce, tag, cipher text.
/// </summary>
/// <param name="key">32 bytes.</param>
sealed class SealedSecret(byte[] key)
{
    const int NonceBytes = 12;
    const int TagBytes = 16;

    /// <param name="owner">Bound to the result: moved to another person's row, it does not open.</param>
    public byte[] Seal(ReadOnlySpan<byte> secret, Guid owner)
    {
        var box = new byte[NonceBytes + TagBytes + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            box.AsSpan(0, NonceBytes), secret, box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes), owner.ToByteArray());
        return box;
    }

    /// <exception cref="CryptographicException">Damaged, sealed with another key, or another owner's.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, Guid owner)
    {
        if (box.Length < NonceBytes + TagBytes) throw new CryptographicException("Too short for a sealed secret.");
        var secret = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes),
            secret, owner.ToByteArray());
        return secret;
    }
}
