using System.Buffers;
using System.Collections.Concurrent;

namespace Centrala.Server.Voice.Recording;

/// <param name="Bytes">Of the block; the rest of it is nothing.</param>
readonly record struct RecordedPiece(Tape Tape, int Second, byte[] Block, int Bytes, bool IsLast);

/// <summary>How a recording ended.</summary>
enum RecordingOutcome
{
    Whole,

    /// <summary>The disk was full, or nearly: what was recorded until then is kept.</summary>
    DiskFull,

    /// <summary>The file could not be written for another reason.</summary>
    Unwritable,
}

/// <param name="Seconds">What was taken from the bridge.</param>
sealed record RecordingEnd(Guid Id, DateTimeOffset At, int Seconds, RecordingOutcome Outcome);

/// <summary>Writes all recordings on a thread of its own. A disk that is full ends recordings, never calls.</summary>
sealed class Recorder : IDisposable
{
    /// <summary>Seconds of sound that may wait for the disk, of all calls together: 64 MB.</summary>
    public const int WaitingMax = 4096;

    const int NoSpace = 28;

    readonly BlockingCollection<RecordedPiece> waiting = [];
    readonly string dataFolder;
    readonly long freeBytesMin;
    readonly TimeProvider time;
    readonly Action<RecordingEnd> ended;
    readonly ILogger log;
    readonly Thread thread;

    /// <param name="freeBytesMin">With less room than that no recording is begun: the journal needs the disk more.</param>
    /// <param name="ended">Hears of each recording's end, on the recorder's thread.</param>
    public Recorder(string dataFolder, long freeBytesMin, TimeProvider time, Action<RecordingEnd> ended, ILogger log)
    {
        (this.dataFolder, this.freeBytesMin, this.time, this.ended, this.log) = (dataFolder, freeBytesMin, time, ended, log);
        thread = new(Run) { IsBackground = true, Name = "voice recorder" };
        thread.Start();
    }

    /// <summary>Takes a piece, and never waits. An end is always taken; of the rest, what there is room for.</summary>
    public void Put(in RecordedPiece piece)
    {
        if (!piece.IsLast && waiting.Count >= WaitingMax)
        {
            VoiceMetrics.Dropped("recording");
            ArrayPool<byte>.Shared.Return(piece.Block);
            return;
        }
        waiting.Add(piece);
    }

    /// <summary>Writes what still waits, and ends.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        waiting.Dispose();
    }

    void Run()
    {
        foreach (var piece in waiting.GetConsumingEnumerable())
        {
            Write(piece);
            if (piece.Block.Length > 0) ArrayPool<byte>.Shared.Return(piece.Block);
        }
    }

    void Write(in RecordedPiece piece)
    {
        var tape = piece.Tape;
        if (tape.IsBroken) return;
        try
        {
            tape.Writer ??= Open(tape);
            var sound = piece.Block.AsSpan(0, piece.Bytes);
            if (piece.IsLast) tape.Writer.Finish(piece.Second, sound);
            else tape.Writer.Write(piece.Second, sound);
            if (piece.IsLast) End(piece, RecordingOutcome.Whole);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var outcome = (unwritable.HResult & 0xffff) == NoSpace ? RecordingOutcome.DiskFull : RecordingOutcome.Unwritable;
            VoiceLog.RecordingStopped(log, tape.Id, unwritable.Message);
            End(piece, outcome);
        }
    }

    RecordingWriter Open(Tape tape) => new DriveInfo(dataFolder).AvailableFreeSpace >= freeBytesMin
        ? new(dataFolder, tape.Id, tape.StartedAt)
        : throw new IOException("There is too little room left on the disk.", NoSpace);

    void End(in RecordedPiece piece, RecordingOutcome outcome)
    {
        var tape = piece.Tape;
        tape.IsBroken = true;
        tape.Writer?.Dispose();
        tape.Writer = null;
        VoiceMetrics.Recorded(outcome);
        ended(new(tape.Id, time.GetUtcNow(), piece.Bytes > 0 ? piece.Second + 1 : piece.Second, outcome));
    }
}
