using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centrala.Server.Access;

/// <summary>
/// Time-based one-time codes (TOTP, RFC 6238): six digits, 30 seconds, HMAC-SHA-1, which is what every
/// authenticator app assumes.
/// </summary>
static class Totp
{
    /// <summary>RFC 4226 recommends a secret as long as the hash.</summary>
    public const int SecretBytes = 20;
    public const int Digits = 6;
    public const int StepSeconds = 30;

    /// <summary>Steps before and after the present one that are accepted: clocks of phones drift.</summary>
    public const int ToleratedSteps = 1;

    const int Modulus = 1_000_000;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code that an authenticator shows during a step.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The protocol's hash; RFC 6238 rests on HMAC, which SHA-1's collisions do not touch.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0x0f;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(mac[offset..]) & 0x7fff_ffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Finds the step whose code was typed.</summary>
    /// <param name="lastUsedStep">The step of the last accepted code: it and all before it are spent, so that a
    /// code that somebody watched cannot be used again.</param>
    /// <returns>Null when the code is wrong, too old, too early or spent.</returns>
    public static long? MatchingStep(ReadOnlySpan<byte> secret, string code, DateTimeOffset at, long lastUsedStep)
    {
        var typed = Encoding.UTF8.GetBytes(code);
        long? match = null;
        var now = StepAt(at);
        for (var step = now - ToleratedSteps; step <= now + ToleratedSteps; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(secret, step)))
                && step > lastUsedStep)
                match = step;
        return match;
    }

    /// <summary>The address that authenticator apps read from a QR code.</summary>
    public static string EnrolmentUri(string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/Centrala:{Uri.EscapeDataString(account)}?secret={Base32.Encode(secret)}&issuer=Centrala";
}
