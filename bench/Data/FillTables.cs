using Dapper;
using Npgsql;

namespace Centrala.Bench.Data;

/// <summary>Copies the conversations into their tables, and makes the indexes afterwards: a tenth of the time.</summary>
static class FillTables
{
    static readonly string[] tables =
        ["contact", "segment", "conversation", "message", "receipt", "wrap_up", "history_entry", "history_word"];

    public static async Task Fill(string connectionString, Report report)
    {
        await using var postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Database = "centrala",
            SearchPath = "centrala",
            CommandTimeout = 0,
            Timezone = "UTC",
        });
        await using var connection = await postgres.OpenConnectionAsync();
        await connection.ExecuteAsync("""
            set maintenance_work_mem = '512MB';
            set synchronous_commit = off;
            create temp table guard as
              select conrelid::regclass::text as of, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition, contype
              from pg_constraint
              where connamespace = 'centrala'::regnamespace and (contype = 'f' or contype in ('p', 'u') and conrelid::regclass::text = any(@tables));
            create temp table extra_index as
              select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
              where indrelid::regclass::text = any(@tables) and not exists (select from pg_constraint where conindid = indexrelid);
            """, new { tables });
        await Each(connection, "select format('alter table %s drop constraint %s', of, name) from guard order by contype = 'f' desc");
        await Each(connection, "select format('drop index %s', name) from extra_index");
        await AddOrganisation(connection);
        await CopyConversations.Copy(postgres, report);
        report.Note("makes the indexes");
        await Each(connection, "select definition from extra_index");
        await Each(connection, "select format('alter table %s add constraint %s %s', of, name, definition) from guard order by contype = 'f'");
        await Each(connection, "select format('vacuum (analyze) %s', name) from unnest(@tables) name");
        await connection.ExecuteAsync(
            "select setval(pg_get_serial_sequence('history_entry', 'number'), @Contacts); checkpoint", new { LoadedCentre.Contacts });
    }

    static async Task Each(NpgsqlConnection connection, string statements)
    {
        foreach (var statement in (await connection.QueryAsync<string>(statements, new { tables })).ToList())
            await connection.ExecuteAsync(statement);
    }

    /// <summary>Partners, queues, agents and dispositions as rows only: nothing is routed to them.</summary>
    static async Task AddOrganisation(NpgsqlConnection connection)
    {
        for (var n = 1; n <= LoadedCentre.Partners; n++)
            await connection.ExecuteAsync("""
                insert into partner (id, name, colour, languages, last_edit) values (@id, @name, '#0b6e6e', '{en}', '')
                """, new { id = LoadedCentre.Partner(n), name = $"Partner {n}" });
        for (var n = 1; n <= LoadedCentre.Queues; n++)
            await connection.ExecuteAsync("""
                insert into queue (id, partner_id, name, channels, steps, base_milli, slope_milli, cap_milli, selection,
                  auto_accept, target_seconds, target_basis_points, silent_reminder_seconds, silent_close_seconds,
                  skips_empty_steps, when_full, when_closed, on_closing, last_edit)
                values (@id, @partner, @name, '{chat}', 'any', 0, 1000, 1000000, 'longest-idle', false, 20, 8000, 120, 180, false,
                  'end', 'take-message', 'none', '');
                insert into disposition (id, queue_id, name, position) values (@id, @id, 'Solved', 1);
                """, new { id = LoadedCentre.Queue(n), partner = LoadedCentre.Partner(1 + n % LoadedCentre.Partners), name = $"Queue {n}" });
        for (var n = 1; n <= LoadedCentre.Agents; n++)
            await connection.ExecuteAsync("""
                insert into person (id, email, name, language, roles, partners, created_at)
                values (@id, @email, @name, 'en', '{agent}', array[@partner], now())
                """, new
            {
                id = LoadedCentre.Agent(n),
                email = $"agent{n}@bench.example",
                name = $"Agent {n}",
                partner = LoadedCentre.Partner(1 + n % LoadedCentre.Partners),
            });
    }
}
