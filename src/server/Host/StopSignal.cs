using System.Runtime.InteropServices;

namespace Centrala.Server.Host;

/// <summary>Turns Ctrl-C, a stop by the system and a closed terminal into a token, so that everything ends in order.</summary>
sealed class StopSignal : IDisposable
{
    static readonly PosixSignal[] _signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    readonly CancellationTokenSource _stop = new();
    readonly PosixSignalRegistration[] _registrations;

    public StopSignal() => _registrations = [.. _signals.Select(signal => PosixSignalRegistration.Create(signal, Stop))];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Cancel();
    }
}
