using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Centrala.Server.Host;

/// <summary>
/// For whoever watches the process: <c>live</c> says that it answers, <c>ready</c> that it can work. A module adds what
/// it needs by <c>services.AddHealthChecks()</c>.
/// </summary>
static class Health
{
    const string Because = "A load balancer signs in nowhere; the answer names parts and says ok or not.";

    internal sealed record Report(string Status, IReadOnlyDictionary<string, string> Checks);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Report("ok", new Dictionary<string, string>())))
            .OpenToAnybody(Because).ExcludeFromDescription();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write })
            .OpenToAnybody(Because);
    }

    static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Report(Word(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status))),
        context.RequestAborted);

    static string Word(HealthStatus status) => status == HealthStatus.Healthy ? "ok" : "failing";
}

/// <summary>Whether a request could get a connection of the app role now.</summary>
sealed class DatabaseHealth(Database.Database database) : IHealthCheck
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(DatabaseHealth.patience);
        try
        {
            await using var command = database.App.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception down) when (down is Npgsql.NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy(exception: down);
        }
    }
}
