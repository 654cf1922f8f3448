using System.Security.Cryptography;
using Centrala.Protocols.Rtp;

namespace Centrala.Server.Voice.Recording;

/// <summary>Writes one recording, second by second. Only for one thread.</summary>
sealed class RecordingWriter : IDisposable
{
    static readonly byte[] silence = [.. Enumerable.Repeat(G711.MuSilence, RecordingForm.ChunkBytes)];

    readonly FileStream file;
    readonly AesGcm cipher;
    readonly byte[] box = new byte[RecordingForm.SealedBytes];
    long seconds;

    /// <exception cref="IOException">The file cannot be written.</exception>
    public RecordingWriter(string dataFolder, Guid id, DateTimeOffset startedAt)
    {
        var (number, key) = RecordingKeys.Newest(dataFolder);
        var path = RecordingForm.PathOf(dataFolder, id, startedAt);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file = new(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        cipher = RecordingForm.Cipher(key, id);
        Span<byte> head = stackalloc byte[RecordingForm.HeadBytes];
        RecordingForm.WriteHead(head, number, id);
        file.Write(head);
    }

    /// <param name="second">Counted from the begin; silence stands for those that are missing.</param>
    /// <exception cref="IOException">The disk is full, or gone.</exception>
    public void Write(int second, ReadOnlySpan<byte> chunk)
    {
        while (seconds < second) Append(silence, isLast: false);
        Append(chunk, isLast: false);
    }

    /// <summary>Writes the last part of a second, and makes sure that all is on the disk.</summary>
    /// <exception cref="IOException">The disk is full, or gone.</exception>
    public void Finish(int second, ReadOnlySpan<byte> rest)
    {
        while (seconds < second) Append(silence, isLast: false);
        Append(rest, isLast: true);
        file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        cipher.Dispose();
        file.Dispose();
    }

    void Append(ReadOnlySpan<byte> chunk, bool isLast)
    {
        RecordingForm.Seal(cipher, seconds, isLast, chunk, box);
        file.Write(box.AsSpan(0, chunk.Length + RecordingForm.TagBytes));
        seconds++;
    }
}
