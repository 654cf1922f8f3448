using Centrala.Server.Database;

namespace Centrala.Server.Host;

/// <summary>The installation's database for one command: the operator's own, or the private one, started for it.</summary>
sealed class OpenDatabase : IAsyncDisposable
{
    readonly PrivatePostgres? started;

    OpenDatabase(string connectionString, PrivatePostgres? started) =>
        (ConnectionString, this.started) = (connectionString, started);

    public string ConnectionString { get; }

    /// <summary>Also while the centre runs.</summary>
    public static async Task<OpenDatabase> Of(Options options, CancellationToken cancel) =>
        options.Database is null && await PrivatePostgres.ConnectionStringOfRunning(options.DataFolder, cancel) is { } running
            ? new(running, null) : await Alone(options, cancel);

    /// <exception cref="PrivatePostgresException">The centre runs on the private database, or it does not start.</exception>
    public static async Task<OpenDatabase> Alone(
        Options options, CancellationToken cancel, ILogger<PrivatePostgres>? log = null)
    {
        if (options.Database is { } own) return new(own, null);
        var started = await PrivatePostgres.Start(options.DataFolder, cancel, log: log);
        return new(started.ConnectionString, started);
    }

    public ValueTask DisposeAsync() => started?.DisposeAsync() ?? ValueTask.CompletedTask;
}
