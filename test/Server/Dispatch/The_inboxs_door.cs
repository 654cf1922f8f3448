using System.Collections.Frozen;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Chat;
using Npgsql;

namespace Centrala.Server.Tests.Dispatch;

/// <summary>What a request may put into the inbox, should a route forget to ask.</summary>
public sealed class The_inboxs_door(ChatCentre chat) : IClassFixture<ChatCentre>
{
    [Fact]
    public async Task Lets_who_manages_the_organisation_configure_and_nothing_else()
    {
        var administrator = Staff("admin", [], all: true);
        await Add(administrator, CellCommand.ConfigurePartner(Guid.CreateVersion7()));
        await Refuses(administrator, Arrival());
        await Refuses(administrator, CellCommand.AcceptOffer(Guid.CreateVersion7(), Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Lets_other_staff_end_a_chat_of_their_partners_and_nothing_else()
    {
        var visitor = await chat.NewChat("Hello");
        var contact = await chat.ContactOf(visitor);
        var end = CellCommand.EndContact(contact, Reason.Blocked);
        await Add(Staff("agent", [chat.Slumber]), end);
        await Refuses(Staff("agent", [chat.Kablo]), end);
        await Refuses(Staff("lead", [chat.Slumber]), CellCommand.ConfigurePartner(chat.Slumber));
        await Refuses(Staff("lead", [chat.Slumber]), CellCommand.WakeContact(contact, Reason.CustomerBack));
    }

    [Fact]
    public async Task Is_closed_to_visitors_and_partners_viewers()
    {
        var visitor = await chat.NewChat("Hello");
        var end = CellCommand.EndContact(await chat.ContactOf(visitor), Reason.CustomerEnded);
        await Refuses(new Actor(ActorKind.Visitor, visitor.Conversation, [], [], false, []), end);
        await Refuses(new Actor(ActorKind.Partner, Guid.CreateVersion7(), [], [chat.Slumber], false, []), end);
    }

    CellCommand Arrival() => CellCommand.Arrive(
        new Arrival { Id = Guid.CreateVersion7(), Queue = 0, Channel = Channel.Chat, ArrivedAt = default }, chat.Cables);

    static Actor Staff(string role, Guid[] partners, bool all = false) =>
        new(ActorKind.Staff, Guid.CreateVersion7(), [role], partners.ToFrozenSet(), all, []);

    async Task Add(Actor actor, CellCommand command)
    {
        await using var work = await chat.Centre.Database.Begin(actor, TestContext.Current.CancellationToken);
        await Inbox.Add(work, command);
    }

    async Task Refuses(Actor actor, CellCommand command)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Add(actor, command));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
