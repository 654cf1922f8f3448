using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Centrala.Server.Voice.Recording;

/// <summary>
/// How a recording lies on the disk: a head (mark, number of the key, id), then a second a chunk: 8,000 samples of µ-law for
/// the customer and as many for the agents, in turn, sealed by AES-256-GCM. The last chunk is shorter, and marked as the last:
/// so neither a chunk's place nor the end can be changed unnoticed, and each can be opened alone.
/// </summary>
static class RecordingForm
{
    public const int Hertz = 8000, Channels = 2, ChunkBytes = Hertz * Channels, TagBytes = 16, SealedBytes = ChunkBytes + TagBytes;
    public const int HeadBytes = 8 + 4 + 16;

    const int NonceBytes = 12;

    /// <summary>Folder of all recordings below the data folder.</summary>
    public const string Folder = "recordings";

    static ReadOnlySpan<byte> Mark => "CENTREC1"u8;

    /// <summary>Where a recording lies; by the day on which it began, in UTC.</summary>
    public static string PathOf(string dataFolder, Guid id, DateTimeOffset startedAt) =>
        Path.Combine(dataFolder, Folder, $"{startedAt.UtcDateTime:yyyy-MM-dd}", $"{id:n}.rec");

    public static void WriteHead(Span<byte> head, int keyNumber, Guid id)
    {
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], keyNumber);
        id.TryWriteBytes(head[12..]);
    }

    /// <returns>Null when it is the head of no recording.</returns>
    public static (int KeyNumber, Guid Id)? ReadHead(ReadOnlySpan<byte> head) => head.StartsWith(Mark)
        ? (BinaryPrimitives.ReadInt32LittleEndian(head[8..]), new Guid(head.Slice(12, 16))) : null;

    /// <summary>Each recording has a key of its own, so the number of a chunk can be its nonce.</summary>
    public static AesGcm Cipher(byte[] key, Guid id) => new(HKDF.DeriveKey(
        HashAlgorithmName.SHA256, key, RecordingKeys.KeyBytes, salt: id.ToByteArray(), info: "recording"u8.ToArray()), TagBytes);

    /// <param name="into">Room for the chunk and its tag.</param>
    public static void Seal(AesGcm cipher, long number, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        BinaryPrimitives.WriteInt64LittleEndian(nonce[4..], number);
        cipher.Encrypt(nonce, chunk, into[..chunk.Length], into.Slice(chunk.Length, TagBytes), [isLast ? (byte)1 : (byte)0]);
    }

    /// <returns>False when it was changed, or sealed otherwise.</returns>
    public static bool Open(AesGcm cipher, long number, bool isLast, ReadOnlySpan<byte> sealedChunk, Span<byte> chunk)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        BinaryPrimitives.WriteInt64LittleEndian(nonce[4..], number);
        try
        {
            cipher.Decrypt(nonce, sealedChunk[..^TagBytes], sealedChunk[^TagBytes..], chunk, [isLast ? (byte)1 : (byte)0]);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
