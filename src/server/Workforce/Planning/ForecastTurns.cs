namespace Centrala.Server.Workforce.Planning;

/// <summary>Lets one forecast be computed at a time: the program's first work is with customers, and planners can wait.</summary>
sealed class ForecastTurns : IDisposable
{
    readonly SemaphoreSlim turn = new(1);

    /// <returns>To be disposed of when the turn is over.</returns>
    public async Task<IDisposable> Take(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    sealed class Turn(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
