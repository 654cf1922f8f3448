using System.Runtime.InteropServices;

namespace Centrala.Server.Host;

/// <summary>Turns Ctrl-C, a stop by the system and a closed terminal into a token, so that everything ends in order.</summary>
sealed class StopSignal : IDisposable
{
    static readonly PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    readonly CancellationTokenSource stop = new();
    readonly PosixSignalRegistration[] registrations;

    public StopSignal() => registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Stop))];

    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        stop.Dispose();
    }

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.Cancel();
    }
}
