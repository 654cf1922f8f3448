using System.Collections.Frozen;
using Centrala.Testing;
using Dapper;
using Npgsql;

namespace Centrala.Server.Tests.Database;

/// <summary>A table closed by the program's own procedure, seen by different principals.</summary>
public sealed class A_principal(PostgresServer postgres) : IAsyncLifetime
{
    static readonly Guid slumber = Guid.CreateVersion7();
    static readonly Guid kablo = Guid.CreateVersion7();
    Centrala.Server.Database.Database database = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = new(await postgres.CreateDatabase());
        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync("""
            create table thing (partner_id uuid not null, name text);
            call close_table('thing');
            create policy app on thing to centrala_app using (sees_partner(partner_id));
            grant select, insert on thing to centrala_app;
            insert into thing values (@slumber, 'a'), (@slumber, 'b'), (@kablo, 'c');
            """, new { slumber, kablo });
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Sees_the_partners_it_serves_and_no_other()
    {
        Assert.Equal(["a", "b"], await Seen(Agent(slumber)));
        Assert.Equal(["c"], await Seen(Agent(kablo)));
        Assert.Equal(["a", "b", "c"], await Seen(Agent(slumber, kablo)));
        Assert.Empty(await Seen(Agent()));
    }

    [Fact]
    public async Task That_serves_every_partner_sees_all() => Assert.Equal(["a", "b", "c"], await Seen(Actor.System));

    [Fact]
    public async Task That_is_not_set_sees_nothing()
    {
        await using var connection = await database.App.OpenConnectionAsync(Cancel);
        Assert.Empty(await connection.QueryAsync<string>("select name from thing"));
    }

    [Fact]
    public async Task Leaves_nothing_behind_on_a_pooled_connection_even_after_an_error()
    {
        await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await using var work = await database.Begin(Actor.System, Cancel);
            await work.Execute("select 1 / 0");
        });
        await That_is_not_set_sees_nothing();
    }

    [Fact]
    public async Task Cannot_write_rows_of_a_partner_it_does_not_serve()
    {
        await using var work = await database.Begin(Agent(kablo), Cancel);
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            work.Execute("insert into thing values (@slumber, 'd')", new { slumber }));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Keeps_nothing_that_was_not_committed()
    {
        await using (var work = await database.Begin(Agent(kablo), Cancel))
            await work.Execute("insert into thing values (@kablo, 'lost')", new { kablo });
        Assert.Equal(["c"], await Seen(Agent(kablo)));
    }

    static Actor Agent(params Guid[] partners) => new(ActorKind.Staff, Guid.CreateVersion7(),
        FrozenSet<string>.Empty, partners.ToFrozenSet(), false, FrozenSet<Permission>.Empty);

    async Task<IEnumerable<string>> Seen(Actor actor)
    {
        await using var work = await database.Begin(actor, Cancel);
        return await work.Query<string>("select name from thing order by name");
    }
}
