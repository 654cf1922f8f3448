using System.Diagnostics;

namespace Centrala.Server.Host;

/// <summary>
/// Counts what is no HTTP, such as a request line that cannot be read: the web server answers it with a bare 400 before any
/// route is known, and tells only those who listen.
/// </summary>
sealed class CountMalformed(DiagnosticListener web) : IHostedService, IObserver<KeyValuePair<string, object?>>
{
    const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    IDisposable? listening;

    public Task StartAsync(CancellationToken cancel)
    {
        listening = web.Subscribe(this, name => name == BadRequest);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel)
    {
        listening?.Dispose();
        return Task.CompletedTask;
    }

    public void OnNext(KeyValuePair<string, object?> said)
    {
        // The filter is a hint only: others may ask the same source for other things.
        if (said.Key == BadRequest) CountRefusals.Count("malformed", "none");
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
