using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice;

/// <summary>The telephone in the centre's own process, for where nothing need outlive it. It is spoken with as with any other.</summary>
sealed class InnerExchange : IDisposable
{
    readonly Exchange exchange;
    readonly ExchangeDoor door;
    readonly CancellationTokenSource over = new();

    public InnerExchange(VoiceSettings voice, Settings settings, ILogger log)
    {
        exchange = new(voice, LinkSocket.Folder(settings.DataFolder), settings.Time, log);
        door = new(exchange, settings.DataFolder);
        _ = door.Run(over.Token);
    }

    public void Dispose()
    {
        if (over.IsCancellationRequested) return;
        over.Cancel();
        door.Dispose();
        exchange.Dispose();
    }
}
