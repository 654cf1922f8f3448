using System.Buffers;
using System.Collections.Concurrent;

namespace Centrala.Server.Voice.Link;

/// <summary>
/// Messages that must not be lost while nobody takes them: in a file, synced a moment after they were added. What is taken
/// at once, as nearly everything is, never gets there. The file is emptied when nothing is left of it.
/// </summary>
sealed class Outbox : IDisposable
{
    /// <summary>What was not taken within this time is written.</summary>
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    static readonly TimeSpan pauseAfterFailure = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<Guid, Entry> open = new();
    readonly ConcurrentQueue<(Guid Id, Message? Message)> changes = new();
    readonly ArrayBufferWriter<byte> bytes = new();
    readonly ManualResetEventSlim hasWork = new(false);
    readonly FileStream file;
    readonly ILogger log;
    readonly Thread thread;
    IReadOnlyList<(Guid Id, Message Message)> earlier;
    long count, whole;
    volatile bool isOver;

    sealed record Entry(long Number, Message Message);

    public Outbox(string path, ILogger log)
    {
        this.log = log;
        file = new(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        earlier = ReadFile();
        foreach (var (id, message) in earlier) open[id] = new(++count, message);
        thread = new(Work) { IsBackground = true, Name = "voice outbox" };
        thread.Start();
    }

    /// <summary>What was added and not taken, the oldest first.</summary>
    public IEnumerable<Message> Open => open.Values.OrderBy(one => one.Number).Select(one => one.Message);

    /// <returns>What an earlier run left; once.</returns>
    public IReadOnlyList<(Guid Id, Message Message)> Read() => Interlocked.Exchange(ref earlier, []);

    public void Add(Guid id, Message message)
    {
        open[id] = new(Interlocked.Increment(ref count), message);
        Note(id, message);
    }

    public void Remove(Guid id)
    {
        if (open.TryRemove(id, out _)) Note(id, null);
    }

    public void Dispose()
    {
        isOver = true;
        hasWork.Set();
        thread.Join();
        file.Dispose();
        hasWork.Dispose();
    }

    void Note(Guid id, Message? message)
    {
        changes.Enqueue((id, message));
        hasWork.Set();
    }

    void Work()
    {
        while (!isOver)
        {
            hasWork.Wait();
            if (!isOver) Thread.Sleep(pause);
            hasWork.Reset();
            try
            {
                Write();
            }
            catch (IOException full)
            {
                // The disk is full, say: calls go on, and what is written later is written whole.
                VoiceLog.OutboxNotWritten(log, full);
                hasWork.Set();
                Thread.Sleep(pauseAfterFailure);
            }
        }
    }

    void Write()
    {
        while (changes.TryDequeue(out var change))
            if (change.Message is null || open.ContainsKey(change.Id))
                LinkForm.Write(new(change.Message is null ? FrameKind.Answered : FrameKind.Asked, change.Id, change.Message), bytes);
        if (open.IsEmpty && changes.IsEmpty)
        {
            if (whole > 0) file.SetLength(whole = 0);
        }
        else if (bytes.WrittenCount > 0)
        {
            file.Position = whole;
            file.Write(bytes.WrittenSpan);
            file.Flush(flushToDisk: true);
            whole = file.Position;
        }
        bytes.ResetWrittenCount();
    }

    /// <summary>A last frame that was cut off by a crash is left out.</summary>
    List<(Guid, Message)> ReadFile()
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var left = new ReadOnlySequence<byte>(content);
        var found = new OrderedDictionary<Guid, Message>();
        while (LinkForm.TryRead(ref left, out var frame))
        {
            if (frame is { Kind: FrameKind.Asked, Message: { } message }) found[frame.Id] = message;
            else found.Remove(frame.Id);
        }
        whole = content.Length - left.Length;
        return [.. found.Select(one => (one.Key, one.Value))];
    }
}
