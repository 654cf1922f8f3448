using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Centrala.Server.Dispatch;

/// <summary>Ready while this program writes, or stands by for one that gave a sign of life not long ago.</summary>
sealed class CellHealth(Cell cell, Database.Database database) : IHealthCheck
{
    /// <summary>A writer that was silent for longer is stuck or gone.</summary>
    static readonly TimeSpan silenceMax = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
        cell.Status switch
        {
            CellStatus.Writes => HealthCheckResult.Healthy(),
            CellStatus.StandsBy when await WriterIsAlive(cancel) => HealthCheckResult.Healthy(),
            _ => HealthCheckResult.Unhealthy(cell.StatusDetail ?? Word<CellStatus>.Of(cell.Status)),
        };

    async Task<bool> WriterIsAlive(CancellationToken cancel)
    {
        await using var command = database.Writer.CreateCommand(
            "select heartbeat > clock_timestamp() - $1 from cell where id = $2");
        command.Parameters.Add(new() { Value = silenceMax });
        command.Parameters.Add(new() { Value = Cell.Default });
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
