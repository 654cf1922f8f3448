using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Dispatch;

/// <summary>From intake to the end, through the inbox, the writer and its tables.</summary>
public sealed class A_contact(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;
    SmallFloor floor = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        floor = new SmallFloor(centre.Service<Cell>(), centre.Database);
        await floor.Open();
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Is_a_row_that_follows_it_through_its_life()
    {
        await floor.AgentIsAvailable();
        var contact = await floor.Arrives();
        await floor.Becomes(contact, ContactState.Offered);
        Assert.Equal(("offered", floor.Agent, null), await Row(contact));

        await floor.Do(CellCommand.AcceptOffer(contact, floor.Agent));
        Assert.Equal(("connected", null, floor.Agent), await Row(contact));

        await floor.Do(CellCommand.EndSegment(contact, floor.Agent, lastMessage: 7));
        Assert.Equal("wrap-up", (await Row(contact)).State);

        await floor.Do(CellCommand.FinishWrapUp(contact, floor.Agent));
        Assert.Equal("ended", (await Row(contact)).State);
        Assert.True(await Is("""
            select answered_at is not null and ended_at is not null and last_message = 7 and reason = 'agent-ended'
              from contact where id = @contact
            """, contact));
        Assert.True(await Is("""
            select agent_id = @agent and ended_at is not null and wrapped_up_at is not null and number = 1
              from segment where contact_id = @contact
            """, contact));
    }

    [Fact]
    public async Task Arrives_once_however_often_it_is_sent()
    {
        var contact = await floor.Arrives();
        await floor.Becomes(contact, ContactState.Waiting);
        await floor.PutIn(floor.Arrival(contact));
        await floor.PutIn(floor.Arrival(contact));
        var last = await floor.Arrives();
        await floor.Becomes(last, ContactState.Waiting);

        Assert.True(await Is("select count(*) = 2 from contact", contact));
        Assert.True(await Is("select count(*) = 0 from inbox", contact));
        Assert.True(await Is("select count(*) = 0 from set_aside", contact));
    }

    [Fact]
    public async Task For_a_queue_that_nobody_knows_ends_with_that_reason_and_is_not_lost()
    {
        var contact = Guid.CreateVersion7();
        await floor.PutIn(floor.Arrival(contact) with { Queue = Guid.CreateVersion7() });
        await floor.Becomes(contact, ContactState.Ended);

        Assert.True(await Is("select reason = 'unknown-queue' and partner_id is null from contact where id = @contact", contact));
    }

    [Fact]
    public async Task Whose_id_committed_late_is_not_skipped()
    {
        var (early, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var slow = await centre.Database.Intake.OpenConnectionAsync(Cancel);
        await using var open = await slow.BeginTransactionAsync(Cancel);
        await slow.ExecuteAsync(
            Inbox.Insert, new { cell = Cell.Default, command = Inbox.Encoded(floor.Arrival(early)) }, open);
        await floor.PutIn(floor.Arrival(late));
        await floor.Becomes(late, ContactState.Waiting);
        Assert.Null(await floor.StateOf(early));

        await open.CommitAsync(Cancel);

        await floor.Becomes(early, ContactState.Waiting);
    }

    [Fact]
    public async Task That_the_database_refuses_is_set_aside_and_the_rest_goes_on()
    {
        await using (var owner = await centre.Database.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync("""
                insert into contact (id, cell, number, channel, state, state_since, arrived_at, wait_since, last_message, sequence)
                values (gen_random_uuid(), 1, 1, 'chat', 'ended', now(), now(), now(), 0, 0)
                """);
        var refused = await floor.Arrives();
        await Until.True(() => Is("select count(*) = 1 from set_aside where reason like 'The database refused it:%'", refused));
        await using (var owner = await centre.Database.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync("delete from contact where sequence = 0");

        var next = await floor.Arrives();
        await floor.Becomes(next, ContactState.Waiting);
        Assert.Null(await floor.StateOf(refused));
    }

    [Fact]
    public async Task Shows_its_agent_in_the_table_of_states()
    {
        await floor.AgentIsAvailable();
        var contact = await floor.Arrives();
        await floor.Becomes(contact, ContactState.Offered);

        Assert.True(await Is(
            "select state = 'available' and reachable and points_used = 25 from agent_status where agent_id = @agent", contact));
    }

    async Task<(string State, Guid? OfferedTo, Guid? ConnectedTo)> Row(Guid contact)
    {
        await using var connection = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        return await connection.QuerySingleAsync<(string, Guid?, Guid?)>(
            "select state, offered_to, connected_to from contact where id = @contact", new { contact });
    }

    async Task<bool> Is(string sql, Guid contact)
    {
        await using var connection = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        return await connection.ExecuteScalarAsync<bool>(sql, new { contact, agent = floor.Agent });
    }
}
