using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Replay;
using Dapper;
using Npgsql;

namespace Centrala.Server.Host.Doctor;

/// <summary>Whether the database answers, is fit, has the program's schema and agrees on the time.</summary>
static class DatabaseFindings
{
    static readonly TimeSpan clocksApart = TimeSpan.FromSeconds(2);

    /// <summary>Of all pools together, with a few for the operator's own tools.</summary>
    const int ConnectionsWanted = 90;

    public static async Task<IEnumerable<Finding>> All(Options options, CancellationToken cancel)
    {
        if (options.Database is null && !Directory.Exists(Path.Combine(options.DataFolder, "postgres")))
            return [Finding.Weak("database", "There is none yet; the first start makes a private one.")];
        try
        {
            await using var open = await OpenDatabase.Of(options, cancel);
            await using var database = new Database.Database(open.ConnectionString);
            await using var login = await database.Login.OpenConnectionAsync(cancel);
            return
            [
                await Version(login),
                .. (await DatabaseFitness.Faults(database, cancel)).Select(fault => Finding.Bad("database", fault)),
                await Connections(login),
                await Clock(login),
                await Schema(login),
                .. await Journal(database, login, cancel),
                .. await Drift(database, login, cancel),
            ];
        }
        catch (Exception down) when (down is NpgsqlException or PrivatePostgresException)
        {
            return [Finding.Bad("database", down.Message)];
        }
    }

    static async Task<Finding> Version(NpgsqlConnection login) => Finding.Good("database", await login.QuerySingleAsync<string>("""
        select 'PostgreSQL ' || current_setting('server_version') || ', '
          || pg_size_pretty(pg_database_size(current_database()))
        """));

    static async Task<Finding> Connections(NpgsqlConnection login)
    {
        var most = await login.QuerySingleAsync<int>("select current_setting('max_connections')::int");
        return most >= ConnectionsWanted ? Finding.Good("connections", $"{most} at once")
            : Finding.Weak("connections", $"max_connections is {most}: raise it to {ConnectionsWanted} or more.");
    }

    static async Task<Finding> Clock(NpgsqlConnection login)
    {
        var before = DateTimeOffset.UtcNow;
        var there = await login.QuerySingleAsync<DateTimeOffset>("select clock_timestamp()");
        var apart = (there - before).Duration();
        return apart < clocksApart ? Finding.Good("clock", "This machine and the database agree")
            : Finding.Bad("clock", $"This machine and the database are {apart.TotalSeconds:N0} s apart. Set both by NTP.");
    }

    static async Task<IEnumerable<Finding>> Journal(Database.Database database, NpgsqlConnection login, CancellationToken cancel)
    {
        if (!await login.QuerySingleAsync<bool>("select to_regclass('centrala.journal') is not null")) return [];
        try
        {
            return (await VerifyJournal.Read(database, cancel)).Select(cell => cell.DecidesOtherwise is { } record
                ? Finding.Weak("journal", $"Cell {cell.Cell}: {cell.Records:N0} records as written, but from record {record} on "
                    + "this program would decide otherwise")
                : Finding.Good("journal", $"Cell {cell.Cell}: {cell.Records:N0} records, as written and as decided"));
        }
        catch (DamagedJournalException damaged)
        {
            return [Finding.Bad("journal", damaged.Message)];
        }
    }

    static async Task<IEnumerable<Finding>> Drift(Database.Database database, NpgsqlConnection login, CancellationToken cancel)
    {
        if (!await login.QuerySingleAsync<bool>("select to_regclass('centrala.drift_check') is not null")) return [];
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        if (await DriftCheck.Latest(connection) is not { } report) return [];
        return
        [
            report.IsGood ? Finding.Good("drift", $"On {report.At:u} records {report.First:N0} to {report.Last:N0} were decided again alike")
                : Finding.Weak("drift", report.Damage ?? $"On {report.At:u} record {report.DecidesOtherwise:N0} was decided otherwise "
                    + "than it had been. What is stored holds; report this as a bug."),
        ];
    }

    static async Task<Finding> Schema(NpgsqlConnection login)
    {
        if (!await login.QuerySingleAsync<bool>("select to_regclass('centrala.migration') is not null"))
            return Finding.Weak("schema", "There is none yet; the first start makes it.");
        await login.ExecuteAsync($"set role {Roles.Owner}");
        var applied = (await login.QueryAsync<(string Module, string Name, byte[] Hash)>(
            "select module, name, hash from centrala.migration"))
            .Select(row => new MigrationFile(row.Module, row.Name, Convert.ToHexStringLower(row.Hash))).ToHashSet();
        await login.ExecuteAsync("reset role");

        var known = Migrations.Known(Modules.All).ToArray();
        var foreign = applied.Except(known).ToArray();
        if (foreign.Length > 0) return Finding.Bad("schema",
            $"{foreign[0].Module}/{foreign[0].Name} was applied by another program than this one. Start the newer one.");
        var missing = known.Count(file => !applied.Contains(file));
        return missing == 0 ? Finding.Good("schema", $"{applied.Count} files, all applied")
            : Finding.Weak("schema", $"{missing} files are not applied yet; the next start does it.");
    }
}
