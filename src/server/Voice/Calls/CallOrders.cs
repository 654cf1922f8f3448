using Centrala.Server.Database;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Voice.Calls;

/// <summary>Tells the router what happened on the lines, and goes on telling while it cannot be reached: calls outlive that.</summary>
sealed class CallOrders(Cell cell, CallRecords records, CancellationToken stop)
{
    static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    int underWay;

    /// <summary>What was not yet taken.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Something that is so, whatever the router makes of it: a phone was hung up, an offer not taken.</summary>
    public void Tell(CellCommand command) => _ = UntilTaken(() => Send(command));

    public void End(EndedCall call) => _ = UntilTaken(() => records.End(call, stop));

    /// <summary>A question whose answer decides what the line does next.</summary>
    /// <returns>Null when nobody could be asked: what was decided shows when a writer is back.</returns>
    public async Task<Decision?> Ask(CellCommand command)
    {
        try
        {
            return await Send(command);
        }
        catch (Exception away) when (away is UnavailableException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <exception cref="UnavailableException">It could not be taken, or not kept.</exception>
    async Task<Decision> Send(CellCommand command)
    {
        var decision = await cell.Send(command, stop);
        return decision.Problem is { } problem ? throw new UnavailableException(problem) : decision;
    }

    async Task UntilTaken(Func<Task> tell)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            while (!await WasTaken(tell)) await Task.Delay(pause, stop);
        }
        catch (OperationCanceledException)
        {
            // The program stops; the next one finds the call unfinished.
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    static async Task<bool> WasTaken(Func<Task> tell)
    {
        try
        {
            await tell();
            return true;
        }
        catch (UnavailableException)
        {
            return false;
        }
    }
}
