using System.Net.WebSockets;

namespace Centrala.Server.Demo;

/// <summary>What may befall an invented person as it may a real one's browser, and is over when it is tried again.</summary>
static class Trouble
{
    /// <param name="cancel">Of the whole demo: its end is no trouble.</param>
    public static bool Passes(Exception trouble, CancellationToken cancel) =>
        trouble is DemoException or HttpRequestException or WebSocketException or TimeoutException
        || (trouble is OperationCanceledException && !cancel.IsCancellationRequested);
}
