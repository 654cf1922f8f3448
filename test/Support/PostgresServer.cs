using Centrala.Server.Database;
using Centrala.Server.Host;
using Npgsql;
using Xunit;

namespace Centrala.Testing;

/// <summary>
/// One PostgreSQL for a whole run of tests, with a migrated template from which each test class gets its own database.
/// <c>CENTRALA_TEST_POSTGRES</c> names another engine's folder (such as <c>/usr/lib/postgresql/15</c>) than the private one.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>Every new database is a copy of this one.</summary>
    public const string Template = "centrala_template";

    readonly string folder = Path.Combine(Path.GetTempPath(), "centrala-test-" + Guid.NewGuid().ToString("N")[..8]);
    readonly SemaphoreSlim copying = new(1, 1);
    PrivatePostgres server = null!;
    int databases;

    public async ValueTask InitializeAsync()
    {
        var engine = Environment.GetEnvironmentVariable("CENTRALA_TEST_POSTGRES");
        server = await PrivatePostgres.Start(folder, CancellationToken.None, engine);
        await Execute($"create database {Template} owner centrala");
        await using var database = new Server.Database.Database(Connection(Template));
        await Migrations.Apply(database, Modules.All, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A fresh database with the program's schema and nothing in it.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await copying.WaitAsync();
        try
        {
            await Execute($"create database {name} template {Template} owner centrala");
        }
        finally
        {
            copying.Release();
        }
        return Connection(name);
    }

    /// <summary>A database without even a schema.</summary>
    public async Task<string> CreateEmptyDatabase()
    {
        var name = $"empty_{Interlocked.Increment(ref databases)}";
        await Execute($"create database {name} owner centrala");
        return Connection(name);
    }

    /// <summary>Past every wall, as somebody with the server's files could.</summary>
    public async Task<NpgsqlConnection> OpenSuperuser(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString)
        {
            Database = new NpgsqlConnectionStringBuilder(connectionString).Database,
            SearchPath = "centrala",
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        // Not even the journal's own triggers stand in the way.
        await using var command = new NpgsqlCommand("set session_replication_role = replica", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public async Task Drop(string connectionString) =>
        await Execute($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ConnectionString;

    async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
