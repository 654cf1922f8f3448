using Dapper;

namespace Centrala.Server.Database;

/// <summary>What a database must be before a centre entrusts its record to it.</summary>
static class DatabaseFitness
{
    /// <summary>15.0 as PostgreSQL counts.</summary>
    public const int OldestVersion = 150_000;

    /// <summary>With one of these off, an acknowledged message can be lost in a power cut.</summary>
    static readonly string[] durability = ["fsync", "full_page_writes", "synchronous_commit"];

    /// <returns>What is wrong, one sentence each; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> Faults(Database database, CancellationToken cancel)
    {
        await using var connection = await database.Login.OpenConnectionAsync(cancel);
        var settings = (await connection.QueryAsync<(string Name, string Value)>(
            "select name, setting from pg_settings where name = any(@names)",
            new { names = (string[])[.. durability, "server_version_num", "server_encoding"] }))
            .ToDictionary(row => row.Name, row => row.Value);

        List<string> faults = [];
        if (int.Parse(settings["server_version_num"], System.Globalization.CultureInfo.InvariantCulture) < OldestVersion)
            faults.Add("PostgreSQL is older than 15.");
        if (settings["server_encoding"] != "UTF8") faults.Add("The database's encoding is not UTF-8.");
        foreach (var name in durability)
            if (settings[name] == "off") faults.Add($"{name} is off: what was acknowledged could be lost.");
        return faults;
    }

    /// <exception cref="UnfitDatabaseException">The database is not fit.</exception>
    public static async Task Require(Database database, CancellationToken cancel)
    {
        var faults = await Faults(database, cancel);
        if (faults.Count > 0) throw new UnfitDatabaseException(string.Join(' ', faults));
    }
}

/// <summary>The program refuses to start on this database; the message says why.</summary>
sealed class UnfitDatabaseException(string message) : Exception(message);
