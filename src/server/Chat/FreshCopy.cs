using Centrala.Server.Database;

namespace Centrala.Server.Chat;

/// <summary>
/// A small table in memory, never older than <see cref="Freshness"/>. While it is asked for, it is read anew in good time,
/// so that no request waits for the reading.
/// </summary>
sealed class FreshCopy<T>(Func<CancellationToken, Task<T>> read, TimeProvider time) : IDisposable where T : class
{
    /// <summary>A change reaches every node within this.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    static readonly TimeSpan readAhead = Freshness / 2;

    readonly SemaphoreSlim reading = new(1, 1);
    Copy? copy;
    int forgotten;

    public ValueTask<T> Get(CancellationToken cancel)
    {
        if (copy is not { } known || Age(known) >= Freshness) return new(Current(Freshness, cancel));
        if (Age(known) >= readAhead && reading.CurrentCount > 0) _ = ReadAhead();
        return new(known.Value);
    }

    /// <summary>The next question reads anew; called after a change in this process.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        copy = null;
    }

    public void Dispose() => reading.Dispose();

    async Task<T> Current(TimeSpan atMost, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (copy is { } known && Age(known) < atMost) return known.Value;
            var (at, before) = (time.GetUtcNow(), Volatile.Read(ref forgotten));
            var value = await read(cancel);
            // What was read before a change is good for the one who asked then, and for nobody after.
            if (before == Volatile.Read(ref forgotten)) copy = new(at, value);
            return value;
        }
        finally
        {
            reading.Release();
        }
    }

    async Task ReadAhead()
    {
        try
        {
            await Current(readAhead, CancellationToken.None);
        }
        catch (Exception failure) when (StorageFailures.ProblemOf(failure) is not null || failure is ObjectDisposedException)
        {
            // Whoever asks after the copy has become too old reads it, and hears what is wrong.
        }
    }

    TimeSpan Age(Copy known) => time.GetUtcNow() - known.ReadAt is var age && age >= TimeSpan.Zero ? age : Freshness;

    sealed record Copy(DateTimeOffset ReadAt, T Value);
}
