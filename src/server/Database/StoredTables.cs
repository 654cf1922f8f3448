using Dapper;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>The tables of the program's schema as PostgreSQL's catalogue has them.</summary>
static class StoredTables
{
    /// <param name="Columns">Quoted, without generated ones.</param>
    /// <param name="Order">Quoted columns of the primary key; empty when there is none.</param>
    public sealed record Table(string Name, string[] Columns, string[] Order);

    /// <summary>All tables by name. The order of their rows in a backup is that of their keys, so equal data give equal backups.</summary>
    public static async Task<IReadOnlyList<Table>> List(NpgsqlConnection connection) =>
        [.. (await connection.QueryAsync<(string Name, string[] Columns, string[] Key)>("""
            select c.relname::text,
              (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
              coalesce((select array_agg(quote_ident(a.attname) order by k.place)
               from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, place)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
               where i.indrelid = c.oid and i.indisprimary), '{}')
            from pg_class c
            where c.relnamespace = 'centrala'::regnamespace and c.relkind = 'r'
            order by c.relname collate "C"
            """)).Select(row => new Table(row.Name, row.Columns, row.Key))];

    /// <summary>Tables whose rows the owner would not all see: a backup without them would look whole and not be.</summary>
    public static async Task<IReadOnlyList<string>> HiddenFromOwner(NpgsqlConnection connection) =>
        [.. await connection.QueryAsync<string>("""
            select c.relname::text from pg_class c
            where c.relnamespace = 'centrala'::regnamespace and c.relkind = 'r' and c.relforcerowsecurity and not exists (
              select from pg_policies p where p.schemaname = 'centrala' and p.tablename = c.relname
                and 'centrala_owner' = any(p.roles) and p.permissive = 'PERMISSIVE' and p.cmd in ('ALL', 'SELECT')
                and p.qual = 'true')
            """)];

    public static async Task<IReadOnlyDictionary<string, SequenceState>> Sequences(NpgsqlConnection connection)
    {
        Dictionary<string, SequenceState> states = [];
        foreach (var name in await connection.QueryAsync<string>("""
            select relname::text from pg_class
            where relnamespace = 'centrala'::regnamespace and relkind = 'S' order by relname collate "C"
            """))
        {
            var (lastValue, isCalled) = await connection.QuerySingleAsync<(long, bool)>(
                $"select last_value, is_called from centrala.{Quoted(name)}");
            states[name] = new(lastValue, isCalled);
        }
        return states;
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
