using Dapper;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>The one PostgreSQL database, seen through one pool of connections for each role.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>Connections of the app role; requests beyond it wait.</summary>
    public const int AppConnectionsMax = 40;

    /// <summary>Connections of each other role.</summary>
    public const int ServiceConnectionsMax = 12;

    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new ArrayHandler<string>());
        SqlMapper.AddTypeHandler(new ArrayHandler<Guid>());
        SqlMapper.AddTypeHandler(new ArrayHandler<int>());
        SqlMapper.AddTypeHandler(new ArrayHandler<long>());
    }

    /// <param name="connectionString">A user who is a member of the four <see cref="Roles"/>.</param>
    public Database(string connectionString)
    {
        Login = Pool(connectionString, null, 4);
        Owner = Pool(connectionString, Roles.Owner, 4);
        App = Pool(connectionString, Roles.App, AppConnectionsMax);
        Intake = Pool(connectionString, Roles.Intake, ServiceConnectionsMax);
        Writer = Pool(connectionString, Roles.Writer, ServiceConnectionsMax);
    }

    public NpgsqlDataSource Login { get; }

    public NpgsqlDataSource Owner { get; }

    public NpgsqlDataSource App { get; }

    public NpgsqlDataSource Intake { get; }

    public NpgsqlDataSource Writer { get; }

    /// <summary>Begins a transaction that sees and changes only what the actor may.</summary>
    public async Task<Work> Begin(Actor actor, CancellationToken cancel)
    {
        var connection = await App.OpenConnectionAsync(cancel);
        try
        {
            return await Work.Begin(connection, actor, cancel);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in (NpgsqlDataSource[])[App, Intake, Writer, Owner, Login]) await pool.DisposeAsync();
    }

    static NpgsqlDataSource Pool(string connectionString, string? role, int connectionsMax)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = connectionsMax,
            ApplicationName = role ?? "centrala",
            MaxAutoPrepare = 100,
            Timezone = "UTC",
        };
        // Given at start-up, a role survives the pool's reset of a session.
        settings.Options = $"{settings.Options} -c search_path=centrala,public{(role is null ? "" : " -c role=" + role)}".Trim();
        return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = settings.ApplicationName }.Build();
    }

    /// <summary>Instants are <see cref="DateTimeOffset"/> in UTC; the driver hands out <see cref="DateTime"/>.</summary>
    sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => new((DateTime)value, TimeSpan.Zero);

        public override void SetValue(System.Data.IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = value.UtcDateTime;
    }

    /// <summary>The driver declares every array as <see cref="Array"/>, which matches no record's parameter.</summary>
    sealed class ArrayHandler<T> : SqlMapper.TypeHandler<T[]>
    {
        public override T[] Parse(object value) => (T[])value;

        public override void SetValue(System.Data.IDbDataParameter parameter, T[]? value) =>
            parameter.Value = (object?)value ?? DBNull.Value;
    }
}
