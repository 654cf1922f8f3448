using Npgsql;

namespace Centrala.Server.Database;

/// <summary>One PostgreSQL cluster on disk with the engine and the user that run it: created, started, stopped.</summary>
sealed class PostgresCluster
{
    /// <summary>After a crash PostgreSQL replays its log before it answers; a long one takes its time.</summary>
    static readonly TimeSpan startLimit = TimeSpan.FromMinutes(5);

    /// <summary>How long processes of a killed postmaster may keep its shared memory before we give up.</summary>
    static readonly TimeSpan orphanLimit = TimeSpan.FromSeconds(20);

    static readonly TimeSpan retryInterval = TimeSpan.FromMilliseconds(50);

    const string LogFile = "postgres.log";

    const string SettingsFile = "centrala.conf";

    const long LogBytesMax = 4 * 1024 * 1024;

    readonly PostgresEngine engine;
    readonly PostgresAccount account;
    readonly string path;
    readonly string socketFolder;

    PostgresCluster(PostgresEngine engine, PostgresAccount account, string path)
    {
        (this.engine, this.account, this.path) = (engine, account, path);
        socketFolder = PostgresFolder.SocketFolder(path);
    }

    public bool IsRunning => Postmaster.Find(path) is not null;

    /// <summary>Finds the cluster of this data folder, or creates it.</summary>
    /// <exception cref="PrivatePostgresException">It belongs to another version or user, or cannot be made.</exception>
    public static async Task<PostgresCluster> Open(
        PostgresFolder folder, string? engineFolder, CancellationToken cancel)
    {
        var account = await PostgresAccount.Choose(folder.Data, folder.Clusters, cancel);
        var engine = await PostgresEngine.Find(engineFolder, account, cancel);
        var cluster = new PostgresCluster(engine, account, folder.Cluster(engine.Major));
        if (Directory.Exists(cluster.path)) return cluster;

        if (folder.Majors().Order().FirstOrDefault() is var older and > 0)
            throw new PrivatePostgresException($"The data in {folder.Clusters} was written by PostgreSQL {older}; this "
                + $"program brings PostgreSQL {engine.Major}. Make a backup with the older program and restore it here.");
        await account.Own(folder.Clusters, PostgresFolder.OwnerAndPassage, cancel);
        await cluster.Create(cancel);
        return cluster;
    }

    public string ConnectionString(string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Username = user,
        Database = database,
    }.ConnectionString;

    /// <summary>Adopts the PostgreSQL that runs on this cluster, waits for one that starts or stops, or starts one.</summary>
    public async Task EnsureRunning(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(startLimit);
        try
        {
            while (!IsRunning || !await Answers(limit.Token))
            {
                if (IsRunning) await Task.Delay(retryInterval, limit.Token);
                else await Start(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PrivatePostgresException($"PostgreSQL did not answer within {startLimit}. {await LastWords()}");
        }
    }

    /// <summary>Creates the login user and its database when they are missing.</summary>
    public async Task EnsureDatabase(CancellationToken cancel)
    {
        await using var superuser = await Connect(cancel);
        foreach (var (missing, create) in bootstrap)
        {
            await using var check = new NpgsqlCommand(missing, superuser);
            if (!(bool)(await check.ExecuteScalarAsync(cancel))!) continue;
            await using var command = new NpgsqlCommand(create, superuser);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>A fast shutdown: transactions are rolled back, files are written, then it ends.</summary>
    public async Task Stop()
    {
        if (!IsRunning) return;
        var stopped = await Control(["stop", "-w", "-m", "fast", "-t", "60"], CancellationToken.None);
        // Immediate costs a replay of the log at the next start, and no data.
        if (!stopped.Succeeded) await Control(["stop", "-w", "-m", "immediate"], CancellationToken.None);
    }

    static readonly (string Missing, string Create)[] bootstrap =
    [
        ("select not exists (select from pg_roles where rolname = 'centrala')",
            "create role centrala login nosuperuser nobypassrls createrole createdb"),
        ("select not exists (select from pg_database where datname = 'centrala')",
            "create database centrala owner centrala"),
    ];

    async Task Create(CancellationToken cancel)
    {
        // What initdb leaves behind when it is interrupted is never taken for a cluster.
        var unfinished = path + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        await account.Own(unfinished, PostgresFolder.OnlyOwner, cancel);

        // Text is ordered by code point on every version; 15 and 16 take the classes of letters from the system.
        string[] locale = engine.Major >= 17
            ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            : ["--locale=C", "--lc-ctype=C.UTF-8"];
        string[] arguments = ["-D", FromInside(unfinished), "-U", "postgres", "--auth=trust",
            "--encoding=UTF8", "--data-checksums", .. locale];
        var made = await account.Run(engine.Initdb, arguments, unfinished, cancel);
        if (!made.Succeeded) throw new PrivatePostgresException($"initdb failed: {made.Complaint.Trim()}");
        await File.WriteAllTextAsync(Path.Combine(unfinished, SettingsFile), "", cancel);
        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), $"include '{SettingsFile}'\n", cancel);
        await SyncFileSystem(unfinished, cancel);
        Directory.Move(unfinished, path);
        await SyncFileSystem(path, cancel);
    }

    /// <summary>So that a power cut finds the cluster whole, or not yet there.</summary>
    static Task SyncFileSystem(string path, CancellationToken cancel) =>
        SystemCommand.Succeed("sync", OperatingSystem.IsLinux() ? ["-f", path] : [], cancel);

    async Task Start(CancellationToken cancel)
    {
        await WriteSettings(cancel);
        TurnLog();
        var giveUp = DateTimeOffset.UtcNow + orphanLimit;
        while (true)
        {
            Postmaster.ClearStale(path);
            string[] arguments = ["start", "-w", "-t", $"{startLimit.TotalSeconds}", "-l", LogFile];
            var started = await Control(arguments, cancel);
            if (started.Succeeded) return;

            var words = await LastWords();
            var orphans = words.Contains("is still in use", StringComparison.Ordinal);
            if (!orphans || DateTimeOffset.UtcNow > giveUp)
                throw new PrivatePostgresException($"PostgreSQL does not start in {path}. {words}");
            await Task.Delay(retryInterval, cancel);
        }
    }

    async Task WriteSettings(CancellationToken cancel)
    {
        var inCluster = socketFolder == path;
        if (!inCluster) await OwnSocketFolder(cancel);
        await WriteDurably(SettingsFile, PostgresSettings.Text(inCluster ? "." : socketFolder), cancel);
    }

    /// <summary>After a power cut there is the former text or this one, never half of it.</summary>
    async Task WriteDurably(string name, string text, CancellationToken cancel)
    {
        var path = Path.Combine(this.path, name);
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancel) == text) return;
        var unfinished = path + ".unfinished";
        await using (var file = new FileStream(unfinished, FileMode.Create))
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancel);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    async Task OwnSocketFolder(CancellationToken cancel)
    {
        // In /tmp anybody may have put something under this name; only a folder made now is surely ours.
        if (Directory.Exists(socketFolder)) Directory.Delete(socketFolder, recursive: true);
        await account.Own(socketFolder, PostgresFolder.OnlyOwner, cancel);
    }

    Task<SystemCommand.Answer> Control(string[] arguments, CancellationToken cancel) =>
        account.Run(engine.PgCtl, [.. arguments, "-D", FromInside(path)], path, cancel);

    /// <summary>How the engine's programs name the folder that they are started in.</summary>
    /// <remarks>Before 16 they leave it and return by its path, so it must be one that the user may walk.</remarks>
    string FromInside(string folder) =>
        OperatingSystem.IsLinux() && engine.Major >= 16 ? "/proc/self/cwd" : folder;

    async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            await using var connection = await Connect(cancel);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    async Task<NpgsqlConnection> Connect(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(ConnectionString("postgres", "postgres") + ";Pooling=false");
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>The last complaint that PostgreSQL wrote.</summary>
    async Task<string> LastWords()
    {
        var log = Path.Combine(path, LogFile);
        if (!File.Exists(log)) return "";
        var lines = await File.ReadAllLinesAsync(log);
        return lines.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal)) ?? "";
    }

    /// <summary>One former log is kept, so that both together stay within twice the limit.</summary>
    void TurnLog()
    {
        var log = new FileInfo(Path.Combine(path, LogFile));
        if (log.Exists && log.Length > LogBytesMax) log.MoveTo(log.FullName + ".old", overwrite: true);
    }
}
