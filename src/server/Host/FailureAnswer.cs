using Centrala.Server.Access;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Centrala.Server.Host;

/// <summary>Turns what a handler threw into problem+json, once, at the edge.</summary>
sealed class FailureAnswer(ILogger<FailureAnswer> log) : IExceptionHandler
{
    public static readonly Problem Malformed = new("malformed-request", 400, "The request cannot be read",
        "A parameter, header or body does not have the form that this route expects. Nothing was changed. See the API description.");

    public static readonly Problem TooLarge = new("too-large", 413, "The request is too large",
        "The body is larger than this route accepts. Nothing was changed. Send less at once.");

    public static readonly Problem Broken = new("something-broke", 500, "Something broke on our side",
        "The request ran into a fault. What was not confirmed was not done. Try again; if it stays, tell the operator the time of it.");

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        var (problem, detail) = exception switch
        {
            BadHttpRequestException { StatusCode: 413 } => (TooLarge, null),
            BadHttpRequestException bad => (Malformed, bad.Message),
            // One of several kinds was expected, and the body does not say which.
            NotSupportedException { Source: "System.Text.Json" } bad when bad.Message.Contains("type discriminator", StringComparison.Ordinal) =>
                (Malformed, "An object does not say which kind it is."),
            // Row-level security is a door too: what a route let through, it did not.
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => (PermissionGate.NotPermitted, null),
            _ => (StorageFailures.ProblemOf(exception) ?? Broken, (string?)null),
        };
        if (problem == Broken) FailureLog.Broke(log, exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
        await problem.Write(context, detail);
        return true;
    }
}

static partial class FailureLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed.")]
    public static partial void Broke(ILogger logger, Exception exception, string method, string? route);
}
