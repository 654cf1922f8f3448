namespace Centrala.Server.Dispatch;

/// <summary>Wakes one waiter; raised many times before he looks, it wakes him once.</summary>
sealed class Signal : IDisposable
{
    readonly SemaphoreSlim semaphore = new(0);
    int raised;

    public void Raise()
    {
        if (Interlocked.Exchange(ref raised, 1) == 0) semaphore.Release();
    }

    /// <summary>Returns when raised, or after the time.</summary>
    public async Task Wait(TimeSpan atMost)
    {
        await semaphore.WaitAsync(atMost);
        Volatile.Write(ref raised, 0);
    }

    public void Dispose() => semaphore.Dispose();
}
