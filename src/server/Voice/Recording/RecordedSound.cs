using System.Buffers.Binary;
using System.Security.Cryptography;
using Centrala.Protocols.Rtp;

namespace Centrala.Server.Voice.Recording;

/// <summary>
/// A recording as a WAV (8 kHz, 16 bit, stereo: customer left, agents right) that can be read from any place; each second is
/// opened when it is read. What a crash left unfinished is read as far as it goes.
/// </summary>
sealed class RecordedSound : Stream
{
    const int HeadBytes = 44, SampleBytes = 2;

    readonly FileStream file;
    readonly AesGcm cipher;
    readonly byte[] head, box = new byte[RecordingForm.SealedBytes], chunk = new byte[RecordingForm.ChunkBytes];
    readonly short[] decoded = new short[RecordingForm.ChunkBytes];
    readonly long chunks, samples;
    long opened = -1, position;

    RecordedSound(FileStream file, AesGcm cipher)
    {
        (this.file, this.cipher) = (file, cipher);
        var (whole, rest) = Math.DivRem(file.Length - RecordingForm.HeadBytes, RecordingForm.SealedBytes);
        IsWhole = rest >= RecordingForm.TagBytes && Open(whole, isLast: true);
        chunks = IsWhole ? whole + 1 : whole;
        samples = whole * RecordingForm.ChunkBytes + (IsWhole ? rest - RecordingForm.TagBytes : 0);
        head = Head(samples * SampleBytes);
    }

    /// <summary>False when its end is missing.</summary>
    public bool IsWhole { get; }

    public TimeSpan Duration => TimeSpan.FromSeconds((double)samples / RecordingForm.ChunkBytes);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => HeadBytes + samples * SampleBytes;

    public override long Position
    {
        get => position;
        set => position = value;
    }

    /// <returns>Null when there is no such file, or its key is not at hand.</returns>
    public static RecordedSound? Of(string dataFolder, Guid id, DateTimeOffset startedAt)
    {
        var path = RecordingForm.PathOf(dataFolder, id, startedAt);
        if (!File.Exists(path)) return null;
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> head = stackalloc byte[RecordingForm.HeadBytes];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && RecordingForm.ReadHead(head) is { } said && said.Id == id && RecordingKeys.Of(dataFolder, said.KeyNumber) is { } key)
            return new(file, RecordingForm.Cipher(key, id));
        file.Dispose();
        return null;
    }

    /// <exception cref="InvalidDataException">A second of it was changed.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (position >= Length) return 0;
        if (position < HeadBytes) return Took(head.AsSpan((int)position), buffer);
        var (number, within) = Math.DivRem(position - HeadBytes, RecordingForm.ChunkBytes * SampleBytes);
        if (number != opened && !Open(number, IsWhole && number == chunks - 1))
            throw new InvalidDataException($"Second {number} of a recording cannot be opened.");
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(decoded.AsSpan());
        var end = Math.Min(bytes.Length, (int)Math.Min(int.MaxValue, Length - position + within));
        return Took(bytes[(int)within..end], buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin) => position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        file.Dispose();
        base.Dispose(disposing);
    }

    int Took(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var count = Math.Min(from.Length, to.Length);
        from[..count].CopyTo(to);
        position += count;
        return count;
    }

    bool Open(long number, bool isLast)
    {
        var read = RandomAccess.Read(file.SafeFileHandle, box, RecordingForm.HeadBytes + number * RecordingForm.SealedBytes);
        if (read < RecordingForm.TagBytes) return false;
        var plain = chunk.AsSpan(0, read - RecordingForm.TagBytes);
        if (!RecordingForm.Open(cipher, number, isLast, box.AsSpan(0, read), plain)) return false;
        G711.DecodeMu(plain, decoded);
        opened = number;
        return true;
    }

    static byte[] Head(long dataBytes)
    {
        var made = new byte[HeadBytes];
        var to = made.AsSpan();
        "RIFF"u8.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], (uint)(HeadBytes - 8 + dataBytes));
        "WAVEfmt "u8.CopyTo(to[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(to[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(to[22..], RecordingForm.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], RecordingForm.Hertz);
        BinaryPrimitives.WriteInt32LittleEndian(to[28..], RecordingForm.Hertz * RecordingForm.Channels * SampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(to[32..], RecordingForm.Channels * SampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(to[34..], 8 * SampleBytes);
        "data"u8.CopyTo(to[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(to[40..], (uint)dataBytes);
        return made;
    }
}
