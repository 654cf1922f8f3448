using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>
/// The PostgreSQL that the program starts for itself when no other is named: a daemon on a Unix socket, its cluster
/// under the data folder. It outlives a crash of the program and is adopted again by the next start; while the program
/// runs, it is started again when it dies.
/// </summary>
sealed partial class PrivatePostgres : IAsyncDisposable
{
    /// <summary>How often the program looks whether its PostgreSQL still lives.</summary>
    static readonly TimeSpan _watchInterval = TimeSpan.FromMilliseconds(200);

    readonly PostgresCluster _cluster;
    readonly FileStream _lock;
    readonly ILogger _log;
    readonly CancellationTokenSource _stopping = new();
    readonly Task _watch;

    PrivatePostgres(PostgresCluster cluster, FileStream taken, ILogger log)
    {
        (_cluster, _lock, _log) = (cluster, taken, log);
        _watch = Watch();
    }

    /// <summary>For Npgsql: the user <c>centrala</c>, who may create roles and databases but is no superuser.</summary>
    public string ConnectionString => _cluster.ConnectionString("centrala", "centrala");

    /// <summary>For Npgsql: the superuser, for tests that make databases and for the doctor.</summary>
    public string SuperuserConnectionString => _cluster.ConnectionString("postgres", "postgres");

    /// <summary>Starts or adopts the PostgreSQL of this data folder, which is created when missing.</summary>
    /// <param name="engineFolder">Holds <c>bin/postgres</c>; null for the one that comes with the program.</param>
    /// <exception cref="PrivatePostgresException">It cannot run; the message says why and what to do.</exception>
    public static async Task<PrivatePostgres> Start(
        string dataFolder, CancellationToken cancel, string? engineFolder = null, ILogger? log = null)
    {
        var folder = new PostgresFolder(dataFolder);
        var taken = folder.TakeLock();
        try
        {
            var cluster = await PostgresCluster.Open(folder, engineFolder, cancel);
            await cluster.EnsureRunning(cancel);
            await cluster.EnsureDatabase(cancel);
            return new(cluster, taken, log ?? NullLogger.Instance);
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of the PostgreSQL that another process runs on this data folder, if one does.</summary>
    public static async Task<string?> ConnectionStringOfRunning(string dataFolder, CancellationToken cancel)
    {
        if (!Directory.Exists(dataFolder)) return null;
        var folder = new PostgresFolder(dataFolder);
        if (folder.TryLock() is { } free)
        {
            await free.DisposeAsync();
            return null;
        }
        return (await PostgresCluster.Open(folder, null, cancel)).ConnectionString("centrala", "centrala");
    }

    /// <summary>Ends every connection, then PostgreSQL, and waits until its files are at rest.</summary>
    public async Task StopAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync();
        await _watch;
        NpgsqlConnection.ClearAllPools();
        await _cluster.Stop();
        await _lock.DisposeAsync();
    }

    /// <summary>Lets go of PostgreSQL and of the data folder as a killed program does: nothing is stopped.</summary>
    internal void Abandon()
    {
        _stopping.Cancel();
        _lock.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    async Task Watch()
    {
        using var timer = new PeriodicTimer(_watchInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                if (_cluster.IsRunning) continue;
                LogDied(_log);
                await StartAgain();
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops and takes PostgreSQL down itself.
        }
    }

    async Task StartAgain()
    {
        try
        {
            await _cluster.EnsureRunning(_stopping.Token);
            LogStartedAgain(_log);
        }
        catch (PrivatePostgresException stillDown)
        {
            // A full disk, for one: the next tick tries again, until somebody has made room.
            LogStillDown(_log, stillDown.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The private PostgreSQL has died; it is started again.")]
    static partial void LogDied(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "The private PostgreSQL runs again.")]
    static partial void LogStartedAgain(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The private PostgreSQL does not start: {Reason}")]
    static partial void LogStillDown(ILogger log, string reason);
}
