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

    /// <summary>The plan for reading the inbox is made while it is empty, and kept. A bitmap would then look each time at
    /// every row that was ever taken out of it; a walk along the index notes those that are gone and passes them over.</summary>
    const string InboxInOrder = "-c enable_bitmapscan=off";

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
        Intake = Pool(connectionString, Roles.Intake, ServiceConnectionsMax, keepsSession: true);
        Writer = Pool(connectionString, Roles.Writer, ServiceConnectionsMax, keepsSession: true, InboxInOrder);
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

    /// <param name="keepsSession">Nobody of this role sets anything in a session: there is nothing to reset.</param>
    static NpgsqlDataSource Pool(
        string connectionString, string? role, int connectionsMax, bool keepsSession = false, string options = "")
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = connectionsMax,
            ApplicationName = role ?? "centrala",
            MaxAutoPrepare = 100,
            NoResetOnClose = keepsSession,
            Timezone = "UTC",
        };
        // Given at start-up, a role survives the pool's reset of a session.
        settings.Options =
            $"{settings.Options} -c search_path=centrala,public{(role is null ? "" : " -c role=" + role)} {options}".Trim();
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
