using Dapper;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>
/// What keeps rows in order while the centre works, and would keep a backup out: forced row-level security (COPY does not
/// pass it), triggers, and foreign keys (which would demand an order of tables). Lifted within one transaction, so that
/// nobody ever sees the tables without them.
/// </summary>
sealed class TableGuards
{
    readonly string[] tables;
    readonly (string Table, string Name, string Definition)[] foreignKeys;

    TableGuards(string[] tables, (string, string, string)[] foreignKeys) => (this.tables, this.foreignKeys) = (tables, foreignKeys);

    /// <summary>Empties the tables and lifts their guards.</summary>
    public static async Task<TableGuards> Lift(NpgsqlConnection connection, IEnumerable<string> names)
    {
        string[] tables = [.. names.Select(name => "centrala." + StoredTables.Quoted(name))];
        var foreignKeys = (await connection.QueryAsync<(string, string, string)>("""
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
            where contype = 'f' and connamespace = 'centrala'::regnamespace order by conrelid::regclass::text, conname
            """)).ToArray();
        foreach (var (table, name, _) in foreignKeys)
            await connection.ExecuteAsync($"alter table {table} drop constraint {name}");
        foreach (var table in tables)
            await connection.ExecuteAsync($"alter table {table} disable trigger user, no force row level security");
        if (tables.Length > 0) await connection.ExecuteAsync($"truncate {string.Join(", ", tables)}");
        return new(tables, foreignKeys);
    }

    /// <exception cref="PostgresException">The rows do not fit together; the transaction cannot be committed.</exception>
    public async Task SetAgain(NpgsqlConnection connection)
    {
        foreach (var table in tables)
            await connection.ExecuteAsync($"alter table {table} enable trigger user, force row level security");
        foreach (var (table, name, definition) in foreignKeys)
            await connection.ExecuteAsync($"alter table {table} add constraint {name} {definition}");
    }
}
