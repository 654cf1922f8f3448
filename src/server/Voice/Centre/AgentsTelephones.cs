using Centrala.Core.Routing;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Centre;

/// <summary>
/// Tells the router which agents calls can reach: those whose browser is heard, or whose phone is registered. What could
/// not be told, because nobody wrote just then, is told again.
/// </summary>
sealed class AgentsTelephones(Cell cell, Settings settings) : BackgroundService, IHearsVoice
{
    static readonly TimeSpan retryEvery = TimeSpan.FromSeconds(5);

    readonly Signal signal = new();

    /// <summary>Who has one; null before the telephone has said so.</summary>
    volatile IReadOnlySet<Guid>? having;

    public void Listen(LinkEnd voice) => voice.Hear<TelephonesNow>(said =>
    {
        having = said.Agents.ToHashSet();
        signal.Raise();
    });

    public override Task StartAsync(CancellationToken cancel)
    {
        cell.Recovered += LookAgain;
        cell.Published += LookAtNewAgents;
        return base.StartAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var isOn = VoiceSettings.Of(settings.DataFolder) is not null;
        await using var stopping = stop.Register(signal.Raise);
        while (!stop.IsCancellationRequested)
        {
            await signal.Wait(retryEvery);
            // Without a telephone of the centre's own, calls come from elsewhere, and reach people as they did.
            if (isOn && having is null) continue;
            await Tell(agent => !isOn || having!.Contains(agent), stop);
        }
    }

    public override void Dispose()
    {
        cell.Recovered -= LookAgain;
        cell.Published -= LookAtNewAgents;
        signal.Dispose();
        base.Dispose();
    }

    void LookAgain(CellView view) => signal.Raise();

    void LookAtNewAgents(Publication publication, CellView view)
    {
        foreach (var record in publication.Records)
            foreach (var happened in record.Events)
                if (happened.Kind == EventKind.AgentConfigured) signal.Raise();
    }

    async Task Tell(Func<Guid, bool> has, CancellationToken stop)
    {
        try
        {
            var changed = await cell.Read(view => Changed(view.Router, has), stop);
            await Task.WhenAll(changed.Select(agent =>
                cell.Send(has(agent) ? CellCommand.GainTelephone(agent) : CellCommand.LoseTelephone(agent), stop)));
        }
        catch (Exception failure) when (failure is UnavailableException or OperationCanceledException)
        {
            // Told at the next look, when a writer is back.
        }
    }

    static List<Guid> Changed(Router router, Func<Guid, bool> has)
    {
        var changed = new List<Guid>();
        for (var number = 1; number <= router.LastAgent; number++)
            if (router.Agent(number) is { } agent && agent.LacksTelephone == has(agent.Id)) changed.Add(agent.Id);
        return changed;
    }
}
