using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Dispatch;

public sealed class A_cell(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Cell Cell => centre.Service<Cell>();

    public async ValueTask InitializeAsync() => centre = await TestCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Answers_a_command_with_what_is_stored()
    {
        var decision = await Cell.Send(CellCommand.ConfigureSkill(Guid.CreateVersion7(), isLanguage: true), Cancel);

        Assert.True(decision.Done);
        Assert.Equal(EventKind.SkillConfigured, Assert.Single(decision.Events).Kind);
        Assert.Equal(decision.Sequence, await Stored("select max(sequence) from journal"));
    }

    [Fact]
    public async Task Answers_a_refusal_and_journals_nothing()
    {
        var before = await Stored("select count(*) from journal");
        var decision = await Cell.Send(CellCommand.OpenQueue(Guid.CreateVersion7()), Cancel);

        Assert.Equal(Refusal.UnknownQueue, decision.Refusal);
        Assert.Equal(before, await Stored("select count(*) from journal"));
    }

    [Fact]
    public async Task Knows_after_a_restart_what_it_knew()
    {
        Guid[] skills = [.. Enumerable.Range(0, 600).Select(_ => Guid.CreateVersion7())];
        await Task.WhenAll(skills.Select(skill => Cell.Send(CellCommand.ConfigureSkill(skill, isLanguage: false), Cancel)));
        var before = await Numbers(skills);

        await centre.Restart();

        Assert.Equal(before, await Numbers(skills));
        Assert.Equal(600, before.Distinct().Count());
    }

    [Fact]
    public async Task Publishes_every_record_once_and_in_order()
    {
        var heard = new List<long>();
        Cell.Published += (publication, _) => heard.AddRange(publication.Records.Select(record => record.Sequence));
        var decisions = await Task.WhenAll(Enumerable.Range(0, 300).Select(
            _ => Cell.Send(CellCommand.ConfigureTeam(Guid.CreateVersion7()), Cancel)));

        Assert.Equal(decisions.Select(decision => decision.Sequence).Order(), heard);
    }

    [Fact]
    public async Task Takes_what_waits_in_the_inbox_even_if_nobody_wakes_it()
    {
        var team = Guid.CreateVersion7();
        await using (var intake = await centre.Database.Intake.OpenConnectionAsync(Cancel))
            await intake.ExecuteAsync(
                Inbox.Insert, new { cell = Cell.Default, command = Inbox.Encoded(CellCommand.ConfigureTeam(team)) });

        await Until.True(async () => await Cell.Read(view => view.Router.Directory.Team(team), Cancel) != 0);
        Assert.Equal(0, await Stored("select count(*) from inbox"));
    }

    [Fact]
    public async Task Sets_aside_what_nobody_can_read_and_goes_on()
    {
        var team = Guid.CreateVersion7();
        await using (var intake = await centre.Database.Intake.OpenConnectionAsync(Cancel))
        {
            await intake.ExecuteAsync(Inbox.Insert, new { cell = Cell.Default, command = new byte[] { 9, 9, 9 } });
            await intake.ExecuteAsync(
                Inbox.Insert, new { cell = Cell.Default, command = Inbox.Encoded(CellCommand.ConfigureTeam(team)) });
        }
        Cell.Wake();

        await Until.True(async () => await Cell.Read(view => view.Router.Directory.Team(team), Cancel) != 0);
        Assert.Equal(1, await Stored("select count(*) from set_aside where reason = 'The command cannot be read.'"));
        Assert.Equal(0, await Stored("select count(*) from inbox"));
    }

    Task<int[]> Numbers(Guid[] skills) =>
        Cell.Read(view => skills.Select(view.Router.Directory.Skill).ToArray(), Cancel);

    async Task<long> Stored(string sql)
    {
        await using var connection = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
