using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Centrala.Server.Chat;

/// <summary>What a visitor's browser holds: it opens one conversation, for a time.</summary>
/// <param name="RenewAt">From here on the token should be exchanged for a fresh one.</param>
/// <param name="ExpiresAt">From here on it opens nothing and can only be exchanged, for a while.</param>
sealed record VisitorPass(Guid Conversation, Guid Widget, Guid Visitor, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt)
{
    /// <summary>The visitor as the database sees it: his conversation and nothing else.</summary>
    public Actor Actor => new(ActorKind.Visitor, Conversation, [], [], false, []);
}

/// <summary>Makes and reads visitors' tokens: three ids and an instant, signed with HMAC-SHA-256. Nothing of it is stored.</summary>
/// <param name="key">32 bytes.</param>
sealed class VisitorToken(byte[] key)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <summary>After so long without renewal, the browser has to start a new chat.</summary>
    public static readonly TimeSpan Renewable = TimeSpan.FromDays(7);

    const int BodyBytes = 3 * 16 + 8;
    const int TokenBytes = BodyBytes + HMACSHA256.HashSizeInBytes;

    public string Issue(Guid conversation, Guid widget, Guid visitor, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        conversation.TryWriteBytes(bytes);
        widget.TryWriteBytes(bytes[16..]);
        visitor.TryWriteBytes(bytes[32..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes[48..], now.UtcTicks);
        HMACSHA256.HashData(key, bytes[..BodyBytes], bytes[BodyBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static DateTimeOffset RenewAt(DateTimeOffset issued) => issued + Life / 2;

    /// <returns>Null when the token is damaged, forged or expired.</returns>
    public VisitorPass? Read(string? token, DateTimeOffset now) =>
        Verified(token) is { } pass && now < pass.ExpiresAt ? pass : null;

    /// <returns>Null when the token is damaged, forged or too old even to be renewed.</returns>
    public VisitorPass? ReadForRenewal(string? token, DateTimeOffset now) =>
        Verified(token) is { } pass && now < pass.ExpiresAt + Renewable ? pass : null;

    VisitorPass? Verified(string? token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        if (token is null || token.Length != Base64Url.GetEncodedLength(TokenBytes)
            || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != TokenBytes) return null;
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes[..BodyBytes], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, bytes[BodyBytes..])) return null;
        var issued = new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes[48..]), TimeSpan.Zero);
        return new(new(bytes[..16]), new(bytes[16..32]), new(bytes[32..48]), RenewAt(issued), issued + Life);
    }
}
