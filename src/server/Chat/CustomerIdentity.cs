using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Centrala.Server.Chat;

/// <summary>Who the customer is, as the partner's page vouches: a JSON Web Token signed with the widget's secret (HS256).</summary>
/// <param name="Subject">The customer's id at the partner (<c>sub</c>).</param>
sealed record CustomerIdentity(string Subject, string? Name, string? Email)
{
    /// <summary>Characters of a token.</summary>
    public const int TokenMax = 2_000;

    /// <summary>Clocks of two machines may differ by this much.</summary>
    static readonly TimeSpan Leeway = TimeSpan.FromSeconds(60);

    /// <returns>Null unless the signature fits, the algorithm is HS256, <c>exp</c> lies ahead and <c>sub</c> is there.</returns>
    /// <remarks>RFC 7519 and RFC 7515. The algorithm is fixed here and never taken from the token.</remarks>
    public static CustomerIdentity? Read(string token, byte[] secret, DateTimeOffset now)
    {
        var parts = token.Length <= TokenMax ? token.Split('.') : [];
        if (parts.Length != 3 || !IsSigned(parts, secret)) return null;
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var body = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return Text(header.RootElement, "alg") == "HS256" ? Read(body.RootElement, now) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    static CustomerIdentity? Read(JsonElement claims, DateTimeOffset now)
    {
        var inTime = claims.TryGetProperty("exp", out var expires) && expires.TryGetInt64(out var seconds)
            && seconds is > 0 and < 100_000_000_000 && now < DateTimeOffset.FromUnixTimeSeconds(seconds) + Leeway;
        return inTime && Text(claims, "sub") is { Length: > 0 and <= ChatLimits.FieldMax } subject
            ? new(subject, Text(claims, "name"), Text(claims, "email")) : null;
    }

    static bool IsSigned(string[] parts, byte[] secret)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (parts[2].Length != Base64Url.GetEncodedLength(given.Length)
            || !Base64Url.TryDecodeFromChars(parts[2], given, out var length) || length != given.Length) return false;
        var expected = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text && !text.Contains('\0')
            ? text.Length <= ChatLimits.FieldMax ? text : text[..ChatLimits.FieldMax] : null;
}
