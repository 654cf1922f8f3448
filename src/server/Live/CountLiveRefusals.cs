using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.SignalR;

namespace Centrala.Server.Live;

/// <summary>Counts what a browser asked for on its line and did not get, and lines that ended because of what they sent.</summary>
sealed partial class CountLiveRefusals(ILogger<CountLiveRefusals> log) : IHubFilter
{
    /// <summary>A line that sent what cannot be read, or too much at once.</summary>
    const string Unreadable = "unreadable";

    static readonly Meter meter = new("Centrala.Live");

    static readonly Counter<long> refusals =
        meter.CreateCounter<long>("live.refusals", "calls", "What live lines asked for and did not get, by reason.");

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (HubException refused)
        {
            refusals.Add(1, new KeyValuePair<string, object?>("reason", refused.Message));
            throw;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(log, failure, invocationContext.HubMethodName);
            throw;
        }
    }

    public Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (exception is InvalidDataException)
            refusals.Add(1, new KeyValuePair<string, object?>("reason", Unreadable));
        return next(context, exception);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A live line's call of {Method} failed.")]
    static partial void LogFailed(ILogger logger, Exception failure, string method);
}
