using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Centrala.Server.Host;

/// <summary>The built browser programs, each file read and compressed once and kept until it changes on disk.</summary>
sealed class WebFiles(Settings settings)
{
    /// <summary>Names with a hash of their content never change; whoever has such a file need not ask again.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>Kept by the browser, but shown only after asking whether it is still the newest.</summary>
    public const string Revalidate = "no-cache";

    /// <summary>Smaller files gain nothing from compression.</summary>
    const int CompressedFromBytes = 860;

    static readonly FileExtensionContentTypeProvider mediaTypes = new();

    readonly ConcurrentDictionary<string, WebFile> files = new(StringComparer.Ordinal);

    /// <param name="path">Relative, with forward slashes; nothing outside the folder is ever found.</param>
    public WebFile? Find(string path)
    {
        if (settings.WebFolder is not { } folder) return null;
        var full = Path.GetFullPath(Path.Combine(folder, path));
        if (!full.StartsWith(Path.TrimEndingDirectorySeparator(folder) + "/", StringComparison.Ordinal)) return null;

        var onDisk = new FileInfo(full);
        if (!onDisk.Exists) return null;
        if (files.TryGetValue(full, out var kept) && kept.Changed == onDisk.LastWriteTimeUtc) return kept;
        return files[full] = Read(onDisk);
    }

    /// <summary>Answers with the file in the best encoding that the browser takes, or with 304.</summary>
    public static Task Send(HttpContext context, WebFile file, string cacheControl)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = cacheControl;
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.Headers.IfNoneMatch.Contains(file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (bytes, encoding) = file.Best(request.Headers.AcceptEncoding.ToString());
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentType = file.MediaType;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    static WebFile Read(FileInfo onDisk)
    {
        var plain = File.ReadAllBytes(onDisk.FullName);
        var mediaType = mediaTypes.TryGetContentType(onDisk.Name, out var known) ? known : "application/octet-stream";
        var text = mediaType.StartsWith("text/", StringComparison.Ordinal)
            || mediaType is "application/javascript" or "application/json" or "image/svg+xml" or "application/manifest+json";
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"";
        if (!text) return new(plain, mediaType, tag, onDisk.LastWriteTimeUtc);

        var file = new WebFile(plain, mediaType + "; charset=utf-8", tag, onDisk.LastWriteTimeUtc);
        return plain.Length < CompressedFromBytes ? file : file with
        {
            Brotli = Compress(plain, to => new BrotliStream(to, CompressionLevel.Optimal)),
            Gzip = Compress(plain, to => new GZipStream(to, CompressionLevel.SmallestSize)),
        };
    }

    static byte[] Compress(byte[] plain, Func<Stream, Stream> encoder)
    {
        using var compressed = new MemoryStream();
        using (var stream = encoder(compressed)) stream.Write(plain);
        return compressed.ToArray();
    }
}

/// <param name="Plain">The content as built.</param>
/// <param name="MediaType">With charset where it is text.</param>
/// <param name="Tag">A strong ETag of the content, quotes included.</param>
/// <param name="Changed">The file's time of last write when it was read; UTC.</param>
sealed record WebFile(byte[] Plain, string MediaType, string Tag, DateTime Changed)
{
    public byte[]? Brotli { get; init; }

    public byte[]? Gzip { get; init; }

    public (byte[] Bytes, string? Encoding) Best(string accepted) =>
        Brotli is not null && accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (Brotli, "br")
        : Gzip is not null && accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (Gzip, "gzip")
        : (Plain, null);
}
