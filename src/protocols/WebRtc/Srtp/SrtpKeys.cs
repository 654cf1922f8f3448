using System.Security.Cryptography;

namespace Centrala.Protocols.WebRtc;

/// <summary>How media are protected; numbered as in the handshake (RFC 5764, RFC 7714).</summary>
public enum SrtpProfile
{
    Aes128CounterSha1 = 1,
    Aes128Gcm = 7,
}

/// <summary>One direction's master key and salt, and what is derived from them (RFC 3711, section 4.3).</summary>
public sealed record SrtpKeys(SrtpProfile Profile, byte[] MasterKey, byte[] MasterSalt)
{
    public const int KeyBytes = 16;
    internal const int CounterSaltBytes = 14, GcmSaltBytes = 12, AuthenticationKeyBytes = 20;
    const int LabelAt = 7, BlockBytes = 16;
    const byte ControlLabels = 3;

    /// <summary>What a handshake has to export for both directions.</summary>
    public static int ExportBytes(SrtpProfile profile) => 2 * (KeyBytes + SaltBytes(profile));

    /// <summary>Cuts what was exported: client's key, server's key, client's salt, server's salt.</summary>
    public static (SrtpKeys Client, SrtpKeys Server) Cut(SrtpProfile profile, ReadOnlySpan<byte> exported)
    {
        var salts = exported[(2 * KeyBytes)..];
        var saltBytes = SaltBytes(profile);
        return (
            new(profile, exported[..KeyBytes].ToArray(), salts[..saltBytes].ToArray()),
            new(profile, exported[KeyBytes..(2 * KeyBytes)].ToArray(), salts.Slice(saltBytes, saltBytes).ToArray()));
    }

    /// <param name="forControl">For RTCP, which has keys of its own.</param>
    internal SrtpCipher Cipher(bool forControl)
    {
        var first = forControl ? ControlLabels : (byte)0;
        var (key, salt) = (Derive(first, KeyBytes), Derive((byte)(first + 2), SaltBytes(Profile)));
        return Profile is SrtpProfile.Aes128Gcm ? new GcmCipher(key, salt)
            : new CounterCipher(key, salt, Derive((byte)(first + 1), AuthenticationKeyBytes));
    }

    /// <summary>The key stream of AES whose counter begins with salt and label; a shorter salt stands at the left.</summary>
    internal byte[] Derive(byte label, int length)
    {
        using var aes = Aes.Create();
        aes.Key = MasterKey;
        var derived = new byte[(length + BlockBytes - 1) / BlockBytes * BlockBytes];
        for (var block = 0; block * BlockBytes < derived.Length; block++)
        {
            var counter = derived.AsSpan(block * BlockBytes, BlockBytes);
            MasterSalt.CopyTo(counter);
            counter[LabelAt] ^= label;
            counter[^1] = (byte)block;
            aes.EncryptEcb(counter, counter, PaddingMode.None);
        }
        return derived[..length];
    }

    static int SaltBytes(SrtpProfile profile) => profile is SrtpProfile.Aes128Gcm ? GcmSaltBytes : CounterSaltBytes;
}
