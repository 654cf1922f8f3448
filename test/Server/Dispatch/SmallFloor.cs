using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Dapper;

namespace Centrala.Server.Tests.Dispatch;

/// <summary>One partner, one queue and one agent, as the router knows them.</summary>
sealed class SmallFloor(Cell cell, Centrala.Server.Database.Database database)
{
    public Guid Partner { get; } = Guid.CreateVersion7();

    public Guid Queue { get; init; } = Guid.CreateVersion7();

    public Guid Agent { get; } = Guid.CreateVersion7();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task Open()
    {
        await Do(CellCommand.ConfigurePartner(Partner));
        await Do(CellCommand.ConfigureQueue(new QueueSettings { Id = Queue, Partner = Partner }));
        await Do(CellCommand.ConfigureAgent(new AgentSettings { Id = Agent, Partners = [Partner], Queues = [Queue] }));
    }

    public async Task AgentIsAvailable()
    {
        await Do(CellCommand.Reconnect(Agent));
        await Do(CellCommand.ChooseState(Agent, AgentState.Available));
    }

    public async Task<Decision> Do(CellCommand command)
    {
        var decision = await cell.Send(command, Cancel);
        Assert.Null(decision.Refusal);
        return decision;
    }

    public CellCommand Arrival(Guid contact, Guid external = default) => CellCommand.Arrive(
        new Arrival { Id = contact, External = external, Queue = 0, Channel = Channel.Chat, ArrivedAt = default }, Queue);

    /// <summary>A chat arrives as intake brings it: a row of the inbox, committed, then a wake.</summary>
    public async Task<Guid> Arrives()
    {
        var contact = Guid.CreateVersion7();
        await PutIn(Arrival(contact));
        return contact;
    }

    public async Task PutIn(CellCommand command)
    {
        await using var intake = await database.Intake.OpenConnectionAsync(Cancel);
        await intake.ExecuteAsync(Inbox.Insert, new { cell = Cell.Default, command = Inbox.Encoded(command) });
        cell.Wake();
    }

    public Task<ContactState?> StateOf(Guid contact) => cell.Read(view =>
        view.Router.Directory.Contact(contact) is var number and > 0
            ? view.Router.Contact(number).State
            : (ContactState?)null, Cancel);

    public Task Becomes(Guid contact, ContactState state) =>
        Testing.Until.True(async () => await StateOf(contact) == state);

    /// <summary>Equal hashes mean equal states.</summary>
    public async Task<string> StateHash() =>
        Convert.ToHexString(await cell.Read(view => Snapshot.Hash(view.Router), Cancel));
}
