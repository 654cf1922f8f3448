namespace Centrala.Server.Foundation;

/// <summary>
/// Work that comes round by the program's clock. The clock of the rounds runs from the moment at which the program is put
/// together, not from when a thread is free to begin: a clock that is turned at once misses no round.
/// </summary>
/// <param name="rounds">Its own. A round that takes longer than a tick swallows those that fell due meanwhile.</param>
abstract class Recurring(PeriodicTimer rounds) : BackgroundService
{
    public override void Dispose()
    {
        rounds.Dispose();
        base.Dispose();
    }

    /// <summary>One round. A failure that it does not catch stops the program.</summary>
    protected abstract Task Recur(CancellationToken stop);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (await rounds.WaitForNextTickAsync(stop)) await Recur(stop);
    }
}
