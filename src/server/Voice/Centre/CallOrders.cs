using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Centre;

/// <summary>Hands the router what happened on the lines, again and again while it cannot be reached: calls outlive that.</summary>
sealed class CallOrders(Cell cell, IHostApplicationLifetime program) : IHearsVoice
{
    public void Listen(LinkEnd voice)
    {
        voice.Take<TellRouter>(told => Patiently.Do(() => Send(told.Command), program.ApplicationStopped));
        voice.Answer<AskRouter, RouterSays>(async asked => new((await Send(asked.Command)).Refusal?.Name));
    }

    /// <exception cref="UnavailableException">It could not be taken, or not kept.</exception>
    async Task<Decision> Send(CellCommand command)
    {
        var decision = await cell.Send(command, program.ApplicationStopped);
        return decision.Problem is { } problem ? throw new UnavailableException(problem) : decision;
    }
}

/// <summary>Does what will go through once the database or the cell's writer is back.</summary>
static class Patiently
{
    static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    public static async Task Do(Func<Task> act, CancellationToken stop)
    {
        while (!await Went(act)) await Task.Delay(pause, stop);
    }

    static async Task<bool> Went(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception away) when (StorageFailures.ProblemOf(away) is not null)
        {
            return false;
        }
    }
}
