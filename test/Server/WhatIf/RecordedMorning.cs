using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Dispatch;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.WhatIf;

/// <summary>
/// A morning of one agent: he handles a call, a customer does not wait for him and calls again, he misses that call and comes
/// back, the program is started again amid a conversation.
/// </summary>
public sealed class RecordedMorning(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;
    SmallFloor floor = null!;

    public Guid Agent => floor.Agent;

    public Guid Queue => floor.Queue;

    public string ConnectionString => centre.Settings.ConnectionString;

    internal Centrala.Server.Database.Database Database => centre.Database;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        floor = new(centre.Service<Cell>(), centre.Database);
        await floor.Open();
        await floor.AgentIsAvailable();
        await Work();
        var open = await Called();
        Pass(4);
        await floor.Do(CellCommand.AcceptOffer(open, floor.Agent));
        await centre.Restart();
        var again = new SmallFloor(centre.Service<Cell>(), centre.Database);
        Pass(60);
        await again.Do(CellCommand.EndSegment(open, floor.Agent));
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    async Task Work()
    {
        var (first, impatient) = (await Called(), await Called());
        Pass(3);
        await floor.Do(CellCommand.AcceptOffer(first, floor.Agent));
        Pass(40);
        await floor.Do(CellCommand.EndContact(impatient, Reason.CustomerEnded));
        Pass(20);
        await floor.Do(CellCommand.EndSegment(first, floor.Agent));
        Pass(10);
        await floor.Do(CellCommand.FinishWrapUp(first, floor.Agent));
        var missed = await Called();
        await Show(impatient, missed);
        Pass(21);
        await floor.Becomes(missed, ContactState.Waiting);
        Pass(15);
        await floor.Do(CellCommand.ChooseState(floor.Agent, AgentState.Available));
        Pass(60);
        await floor.Becomes(missed, ContactState.Offered);
        await floor.Do(CellCommand.AcceptOffer(missed, floor.Agent));
        Pass(90);
        await floor.Do(CellCommand.EndSegment(missed, floor.Agent));
        await floor.Do(CellCommand.FinishWrapUp(missed, floor.Agent));
    }

    async Task<Guid> Called()
    {
        var contact = Guid.CreateVersion7();
        await floor.Do(CellCommand.Arrive(
            new Arrival { Id = contact, Queue = 0, Channel = Channel.Call, ArrivedAt = centre.Time.GetUtcNow() }, floor.Queue));
        return contact;
    }

    /// <summary>The line shows one number for both: the second call is the first caller's.</summary>
    async Task Show(params Guid[] calls)
    {
        await using var connection = await centre.Database.Intake.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into call (contact_id, partner_id, queue_id, number_id, node, caller, started_at)
            select id, @partner, @Queue, @partner, 'here', '+48221234567', @at from unnest(@calls) id
            """, new { calls, partner = Guid.CreateVersion7(), Queue, at = centre.Time.GetUtcNow() });
    }

    void Pass(int seconds) => centre.Time.Advance(TimeSpan.FromSeconds(seconds));
}
