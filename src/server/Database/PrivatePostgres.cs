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
    static readonly TimeSpan watchInterval = TimeSpan.FromMilliseconds(200);

    readonly PostgresCluster cluster;
    readonly FileStream @lock;
    readonly ILogger log;
    readonly CancellationTokenSource stopping = new();
    readonly Task watch;

    PrivatePostgres(PostgresCluster cluster, FileStream taken, ILogger log)
    {
        (this.cluster, @lock, this.log) = (cluster, taken, log);
        watch = Watch();
    }

    /// <summary>For Npgsql: the user <c>centrala</c>, who may create roles and databases but is no superuser.</summary>
    public string ConnectionString => cluster.ConnectionString("centrala", "centrala");

    /// <summary>For Npgsql: the superuser, for tests that make databases and for the doctor.</summary>
    public string SuperuserConnectionString => cluster.ConnectionString("postgres", "postgres");

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
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        await watch;
        NpgsqlConnection.ClearAllPools();
        await cluster.Stop();
        await @lock.DisposeAsync();
    }

    /// <summary>Lets go of PostgreSQL and of the data folder as a killed program does: nothing is stopped.</summary>
    internal void Abandon()
    {
        stopping.Cancel();
        @lock.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    async Task Watch()
    {
        using var timer = new PeriodicTimer(watchInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                if (cluster.IsRunning) continue;
                LogDied(log);
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
            await cluster.EnsureRunning(stopping.Token);
            LogStartedAgain(log);
        }
        catch (PrivatePostgresException stillDown)
        {
            // A full disk, for one: the next tick tries again, until somebody has made room.
            LogStillDown(log, stillDown.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The private PostgreSQL has died; it is started again.")]
    static partial void LogDied(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "The private PostgreSQL runs again.")]
    static partial void LogStartedAgain(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The private PostgreSQL does not start: {Reason}")]
    static partial void LogStillDown(ILogger log, string reason);
}
