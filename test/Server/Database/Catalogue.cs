using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Database;

/// <summary>Reads PostgreSQL's own catalogue, so that what a later module adds is covered without a line here.</summary>
public sealed class The_catalogue(PostgresServer postgres) : IAsyncLifetime
{
    Centrala.Server.Database.Database database = null!;

    public async ValueTask InitializeAsync() => database = new(await postgres.CreateDatabase());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Forces_row_level_security_with_a_policy_on_every_table() => Assert.Empty(await Names("""
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'centrala' and c.relkind in ('r', 'p')
          and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
        """));

    [Fact]
    public async Task Gives_every_table_and_function_to_the_owner_role() => Assert.Empty(await Names("""
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'centrala' and c.relkind in ('r', 'p', 'v', 'm', 'S') and pg_get_userbyid(c.relowner) <> 'centrala_owner'
        union all
        select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'centrala' and pg_get_userbyid(p.proowner) <> 'centrala_owner'
        """));

    [Fact]
    public async Task Lets_no_view_see_more_than_its_reader() => Assert.Empty(await Names("""
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'centrala' and (c.relkind = 'm' or c.relkind = 'v'
          and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}')
        """));

    [Fact]
    public async Task Pins_the_search_path_of_functions_that_act_as_the_owner() => Assert.Empty(await Names("""
        select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'centrala' and p.prosecdef
          and not exists (select from unnest(coalesce(p.proconfig, '{}')) setting where setting like 'search_path=%')
        """));

    [Fact]
    public async Task Has_no_role_that_could_step_over_a_policy() => Assert.Empty(await Names("""
        select rolname from pg_roles where rolname like 'centrala\_%' and (rolsuper or rolbypassrls or rolcanlogin)
        """));

    [Fact]
    public async Task Lets_the_app_role_truncate_nothing() => Assert.Empty(await Names("""
        select table_name from information_schema.role_table_grants
        where table_schema = 'centrala' and grantee in ('centrala_app', 'centrala_intake', 'PUBLIC')
          and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
        """));

    async Task<IEnumerable<string>> Names(string sql)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.QueryAsync<string>(sql);
    }
}
