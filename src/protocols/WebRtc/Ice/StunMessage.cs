using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Centrala.Protocols.WebRtc;

/// <summary>A message of STUN (RFC 8489) where it lies: whole, and with the right fingerprint if it has one.</summary>
public readonly ref struct StunMessage
{
    public const int HeaderBytes = 20, TransactionBytes = 12, IntegrityBytes = 20, BytesMax = 1280;
    public const uint Cookie = 0x2112a442;
    internal const uint FingerprintMask = 0x5354554e;
    const int LengthAt = 2, CookieAt = 4, TransactionAt = 8, AttributeHeadBytes = 4, FingerprintBytes = 4;

    readonly ReadOnlySpan<byte> bytes;
    readonly int integrityAt;

    StunMessage(ReadOnlySpan<byte> bytes, int integrityAt)
    {
        this.bytes = bytes;
        this.integrityAt = integrityAt;
    }

    public StunType Type => (StunType)BinaryPrimitives.ReadUInt16BigEndian(bytes);

    public ReadOnlySpan<byte> Transaction => bytes.Slice(TransactionAt, TransactionBytes);

    /// <returns>False for what is no message of STUN, or was damaged.</returns>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out StunMessage message)
    {
        message = default;
        if (datagram.Length is < HeaderBytes or > BytesMax || datagram[0] >> 6 != 0) return false;
        if (BinaryPrimitives.ReadUInt16BigEndian(datagram[LengthAt..]) != datagram.Length - HeaderBytes) return false;
        if (BinaryPrimitives.ReadUInt32BigEndian(datagram[CookieAt..]) != Cookie) return false;
        var integrity = 0;
        for (var at = HeaderBytes; at < datagram.Length;)
        {
            if (Next(datagram, at) is not { } next) return false;
            var attribute = TypeAt(datagram, at);
            if (attribute is StunAttribute.Integrity && integrity == 0) integrity = at;
            if (attribute is StunAttribute.Fingerprint && (next != datagram.Length || !IsFingerprint(datagram, at))) return false;
            at = next;
        }
        message = new(datagram, integrity);
        return true;
    }

    /// <summary>An attribute's value; what comes behind the signature is not looked at, for nobody has signed it.</summary>
    public bool TryFind(StunAttribute attribute, out ReadOnlySpan<byte> value)
    {
        var end = integrityAt > 0 ? integrityAt : bytes.Length;
        for (var at = HeaderBytes; at < end; at = Next(bytes, at)!.Value)
        {
            if (TypeAt(bytes, at) != attribute) continue;
            value = bytes.Slice(at + AttributeHeadBytes, LengthOf(bytes, at));
            return true;
        }
        value = default;
        return false;
    }

    public bool Has(StunAttribute attribute) => TryFind(attribute, out _);

    /// <summary>Whether its sender knows the key: the password, for short-term credentials.</summary>
    public bool IsSignedWith(ReadOnlySpan<byte> key)
    {
        if (integrityAt == 0 || LengthOf(bytes, integrityAt) != IntegrityBytes) return false;
        Span<byte> signature = stackalloc byte[IntegrityBytes];
        Sign(bytes[..integrityAt], key, signature);
        return CryptographicOperations.FixedTimeEquals(signature, bytes.Slice(integrityAt + AttributeHeadBytes, IntegrityBytes));
    }

    /// <summary>Signs as though the message ended with the signature (RFC 8489, section 14.5).</summary>
    internal static void Sign(ReadOnlySpan<byte> before, ReadOnlySpan<byte> key, Span<byte> to)
    {
        Span<byte> copy = stackalloc byte[before.Length];
        before.CopyTo(copy);
        BinaryPrimitives.WriteUInt16BigEndian(copy[LengthAt..], (ushort)(before.Length - HeaderBytes + AttributeHeadBytes + IntegrityBytes));
#pragma warning disable CA5350 // The protocol's hash; HMAC does not rest on what SHA-1 has lost.
        HMACSHA1.HashData(key, copy, to);
#pragma warning restore CA5350
    }

    static bool IsFingerprint(ReadOnlySpan<byte> datagram, int at) => LengthOf(datagram, at) == FingerprintBytes
        && BinaryPrimitives.ReadUInt32BigEndian(datagram[(at + AttributeHeadBytes)..]) == (Crc32.Of(datagram[..at]) ^ FingerprintMask);

    static StunAttribute TypeAt(ReadOnlySpan<byte> datagram, int at) => (StunAttribute)BinaryPrimitives.ReadUInt16BigEndian(datagram[at..]);

    static int LengthOf(ReadOnlySpan<byte> datagram, int at) => BinaryPrimitives.ReadUInt16BigEndian(datagram[(at + 2)..]);

    /// <summary>Attributes begin at multiples of four.</summary>
    static int? Next(ReadOnlySpan<byte> datagram, int at)
    {
        if (datagram.Length - at < AttributeHeadBytes) return null;
        var next = at + AttributeHeadBytes + (LengthOf(datagram, at) + 3 & ~3);
        return next <= datagram.Length ? next : null;
    }
}

public enum StunType
{
    BindingRequest = 0x0001,
    BindingIndication = 0x0011,
    BindingSuccess = 0x0101,
    BindingError = 0x0111,
}

public enum StunAttribute
{
    UserName = 0x0006,
    Integrity = 0x0008,
    ErrorCode = 0x0009,
    XorMappedAddress = 0x0020,
    Priority = 0x0024,
    UseCandidate = 0x0025,
    Fingerprint = 0x8028,
    IceControlled = 0x8029,
    IceControlling = 0x802a,
}
