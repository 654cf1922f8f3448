namespace Centrala.Server.Demo;

/// <summary>Lets customers arrive: by the curve of the day, never too seldom, and when a newcomer could use one.</summary>
sealed class SimulatedCustomers(Uri address, Newcomers newcomers, TimeProvider time, ILogger log)
{
    /// <summary>Chats of invented customers at the same time; beyond it nobody new arrives.</summary>
    const int AtOnceMax = 60;

    /// <summary>How often the demo looks for a newcomer.</summary>
    static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(2);

    int present;

    /// <summary>Until told to stop; ends before that only by a fault of the program.</summary>
    public async Task Arrive(CancellationToken cancel) => await await Task.WhenAny(ByTheClock(cancel), ForNewcomers(cancel));

    async Task ByTheClock(CancellationToken cancel)
    {
        while (true)
        {
            var rate = Math.Max(Volumes.PerSecond(time.GetUtcNow()), 1 / Volumes.LongestPause.TotalSeconds);
            await Task.Delay(Pace.UntilNext(rate), time, cancel);
            var widget = Volumes.AnyWidget(time.GetUtcNow());
            Send(Pace.Any([.. Dialogue.All.Where(dialogue => dialogue.Widget == widget)]), cancel);
        }
    }

    async Task ForNewcomers(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(LooksEvery, time);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            try
            {
                foreach (var dialogue in await newcomers.Wanted(cancel)) Send(dialogue, cancel);
            }
            catch (Exception trouble) when (Trouble.Passes(trouble, cancel))
            {
                DemoLog.FloorUnseen(log, trouble.Message);
            }
        }
    }

    void Send(Dialogue dialogue, CancellationToken cancel)
    {
        if (Volatile.Read(ref present) < AtOnceMax) _ = Live(dialogue, cancel);
    }

    async Task Live(Dialogue dialogue, CancellationToken cancel)
    {
        Interlocked.Increment(ref present);
        try
        {
            using var visitor = new SimulatedVisitor(address, dialogue, InventedNames.Any(dialogue), time);
            await visitor.Visit(cancel);
        }
        catch (Exception trouble) when (trouble is OperationCanceledException || Trouble.Passes(trouble, cancel))
        {
            if (!cancel.IsCancellationRequested) DemoLog.VisitorLeft(log, dialogue.Name, trouble.Message);
        }
        finally
        {
            Interlocked.Decrement(ref present);
        }
    }
}
