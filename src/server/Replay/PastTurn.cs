namespace Centrala.Server.Replay;

/// <summary>A turn to live through the past: it takes memory and a processor, so only a few do so at once.</summary>
readonly struct PastTurn : IDisposable
{
    const int AtOnce = 2;

    static readonly SemaphoreSlim turns = new(AtOnce);

    public static async Task<PastTurn> Wait(CancellationToken cancel)
    {
        await turns.WaitAsync(cancel);
        return default;
    }

    public void Dispose() => turns.Release();
}
