using Centrala.Core.Vocabulary;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Host;
using Centrala.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Server.Tests.Dispatch;

/// <summary>What ends a reign, and what then happens to those who wait.</summary>
public sealed class A_writer(PostgresServer postgres) : IAsyncLifetime
{
    /// <summary>The advisory lock's first key, as <c>pg_locks</c> shows it.</summary>
    const string Writers = """
        select pid from pg_locks where locktype = 'advisory' and classid = 1128614988 and granted
           and database = (select oid from pg_database where datname = current_database())
        """;

    TestCentre centre = null!;
    SmallFloor floor = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Cell Cell => centre.Service<Cell>();

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres, TimeProvider.System);
        floor = new SmallFloor(Cell, centre.Database);
        await floor.Open();
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Whose_connection_is_cut_starts_again_and_knows_everything()
    {
        var contact = await floor.Arrives();
        await floor.Becomes(contact, ContactState.Waiting);
        var epoch = await Number("select epoch from cell");

        await using (var login = await centre.Database.Login.OpenConnectionAsync(Cancel))
            await login.ExecuteAsync($"select pg_terminate_backend(({Writers}))");

        await Until.True(async () => await Number("select epoch from cell") > epoch);
        await floor.AgentIsAvailable();
        await floor.Becomes(contact, ContactState.Offered);
    }

    [Fact]
    public async Task That_was_overtaken_stores_and_publishes_nothing_more()
    {
        var published = new List<long>();
        Cell.Published += (publication, _) => published.AddRange(publication.Records.Select(record => record.Sequence));
        var last = await Number("with taken as (update cell set epoch = epoch + 100 returning sequence) select sequence from taken");

        await Until.True(async () => (await Sent(CellCommand.ConfigureTeam(Guid.CreateVersion7()))) is { Done: true });

        Assert.Equal(0, await Number($"select count(*) from journal where sequence > {last} and epoch < 100"));
        Assert.Equal(published.Count, await Number($"select count(*) from journal where sequence > {last}"));
        Assert.Equal(published.Distinct(), published);
    }

    [Fact]
    public async Task Keeps_a_second_program_standing_by_until_it_goes()
    {
        await using var second = await CentralaHost.Build(centre.Settings, Cancel);
        await second.StartAsync(Cancel);
        var standby = second.Services.GetRequiredService<Cell>();
        await Until.True(() => standby.Status == CellStatus.StandsBy);
        var contact = await floor.Arrives();
        await floor.Becomes(contact, ContactState.Waiting);
        Assert.Equal(1, await Number($"select count(*) from ({Writers}) writers"));

        await centre.App.StopAsync(Cancel);

        var heir = new SmallFloor(standby, centre.Database);
        await heir.Becomes(contact, ContactState.Waiting);
        Assert.Equal(CellStatus.Writes, standby.Status);
        await second.StopAsync(Cancel);
    }

    [Fact]
    public async Task Takes_a_row_that_was_committed_long_after_later_ones()
    {
        var late = await Number("select nextval(pg_get_serial_sequence('inbox', 'id'))");
        await Number($"select setval(pg_get_serial_sequence('inbox', 'id'), {late + (2 * InboxRows.OvertakenMax)})");
        await floor.Becomes(await floor.Arrives(), ContactState.Waiting);

        var contact = Guid.CreateVersion7();
        await using (var owner = await centre.Database.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync(
                "insert into inbox (id, cell, command) overriding system value values (@late, @Default, @command)",
                new { late, Centrala.Server.Dispatch.Cell.Default, command = Inbox.Encoded(floor.Arrival(contact)) });

        await floor.Becomes(contact, ContactState.Waiting);
    }

    [Fact]
    public async Task Refuses_clearly_while_the_disk_is_full_and_goes_on_by_itself()
    {
        await Execute("""
            create function full_disk() returns trigger language plpgsql as
              $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
            create trigger full_disk before insert on journal for each row execute function full_disk()
            """);

        var refused = await Assert.ThrowsAsync<UnavailableException>(
            () => Cell.Send(CellCommand.ConfigureTeam(Guid.CreateVersion7()), Cancel));
        Assert.Equal("storage-full", refused.Problem.Name);
        var waiting = await floor.Arrives();

        await Execute("drop trigger full_disk on journal");

        await floor.Becomes(waiting, ContactState.Waiting);
    }

    [Fact]
    public async Task That_does_not_learn_the_outcome_of_a_commit_finds_it_in_the_journal()
    {
        await using var wire = await Wire.To(centre.Settings.ConnectionString);
        await centre.App.StopAsync(Cancel);
        await using var program = await CentralaHost.Build(
            centre.Settings with { ConnectionString = wire.ConnectionString }, Cancel);
        await program.StartAsync(Cancel);
        var cell = program.Services.GetRequiredService<Cell>();
        var team = Guid.CreateVersion7();
        wire.SwallowAnswerTo(team.ToByteArray(bigEndian: true));

        var unknown = await Assert.ThrowsAsync<UnavailableException>(() => cell.Send(CellCommand.ConfigureTeam(team), Cancel));
        Assert.Equal("storage-unavailable", unknown.Problem.Name);
        wire.Mend();

        Assert.NotEqual(0, await cell.Read(view => view.Router.Directory.Team(team), Cancel));
        Assert.Equal(Refusal.NothingChanges, (await cell.Send(CellCommand.ConfigureTeam(team), Cancel)).Refusal);
        await program.StopAsync(Cancel);
    }

    async Task<Decision?> Sent(CellCommand command)
    {
        try
        {
            return await Cell.Send(command, Cancel);
        }
        catch (UnavailableException refused)
        {
            Assert.Equal("no-writer", refused.Problem.Name);
            return null;
        }
    }

    async Task Execute(string sql)
    {
        await using var connection = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync(sql);
    }

    async Task<long> Number(string sql)
    {
        await using var connection = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
