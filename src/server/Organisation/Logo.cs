using System.Security.Cryptography;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>A partner's picture. Its kind is what its first bytes say; drawings that could carry a script are not taken.</summary>
/// <param name="Version">Sixteen hexadecimal digits: the same for the same picture.</param>
sealed record Logo(string MediaType, byte[] Content, string Version)
{
    public const int BytesMax = 64 * 1024;

    const int VersionBytes = 8;

    /// <summary>A year: a picture's address names its version, so it never changes.</summary>
    const string Unchanging = "private, max-age=31536000, immutable";

    public static Task<Logo?> Find(Work work, Guid partner) => work.Single<Logo?>(
        "select media_type, content, version from partner_logo where partner_id = @partner and removed_at is null", new { partner });

    public static string VersionOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, VersionBytes));

    /// <returns>Null when it is no PNG, JPEG or WebP.</returns>
    public static string? KindOf(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? "image/png"
        : content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;

    public FileContentHttpResult Answer(HttpResponse response)
    {
        response.Headers.CacheControl = Unchanging;
        return TypedResults.File(Content, MediaType);
    }
}
