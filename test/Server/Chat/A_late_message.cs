using System.Net;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_late_message(ChatCentre chat) : IClassFixture<ChatCentre>
{
    [Fact]
    public async Task After_the_end_brings_the_contact_back_to_its_agent()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await ana.End(visitor, lastMessage: 1);
        await Ended(visitor);
        await (await visitor.Send("One more thing")).Is(HttpStatusCode.OK);
        await IsWithAgentAgain(visitor);
        await Eventually.Holds(async () => State(await visitor.Read()) == "connected");
    }

    [Fact]
    public async Task Which_the_agent_had_not_seen_when_he_ended_brings_the_contact_back()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        // Stored just before the end, and not on the agent's screen yet: nobody looks again but the one who hears of the end.
        await (await visitor.Send("Wait, I forgot")).Is(HttpStatusCode.OK);
        await ana.End(visitor, lastMessage: 1);
        await IsWithAgentAgain(visitor);
    }

    [Fact]
    public async Task That_the_agent_had_seen_leaves_the_contact_ended()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var number = (await (await visitor.Send("Thank you, bye")).Json()).GetProperty("number").GetInt32();
        await ana.End(visitor, number);
        await Ended(visitor);
        chat.Centre.Time.Advance(TimeSpan.FromSeconds(31));
        await Eventually.Holds(async () => await chat.Row<int>("select count(*)::int from inbox") == 0);
        Assert.Equal("ended", State(await visitor.Read()));
    }

    [Fact]
    public async Task Wakes_a_snoozed_contact()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var until = chat.Centre.Time.GetUtcNow().AddHours(1);
        await chat.Configure(CellCommand.Snooze(await chat.ContactOf(visitor), ana.Id, until, 1));
        await Eventually.Holds(async () => State(await visitor.Read()) == "parked");
        await (await visitor.Send("Are you back?")).Is(HttpStatusCode.OK);
        await chat.Becomes(visitor, "connected");
    }

    [Fact]
    public async Task That_a_crash_left_alone_is_found_by_the_round()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await ana.End(visitor, lastMessage: 1);
        await Ended(visitor);
        // As a crash between storing and looking leaves it.
        await chat.Execute("""
            insert into message (conversation_id, number, partner_id, client_id, kind, author_kind, text, at)
            select id, last_number + 1, partner_id, gen_random_uuid(), 'reply', 'customer', 'Hello?', now() from conversation
            where id = @Conversation;
            update conversation set last_number = last_number + 1, customer_last = last_number + 1 where id = @Conversation
            """, new { visitor.Conversation });
        chat.Centre.Time.Advance(TimeSpan.FromSeconds(31));
        await IsWithAgentAgain(visitor);
    }

    [Fact]
    public async Task After_the_router_has_forgotten_the_contact_makes_a_new_one()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await ana.End(visitor, lastMessage: 1);
        await Ended(visitor);
        await chat.Configure(CellCommand.FinishWrapUp(await chat.ContactOf(visitor), ana.Id));
        await chat.Becomes(visitor, "ended");
        var before = await chat.ContactOf(visitor);
        await chat.Execute("update contact set ended_at = ended_at - interval '2 hours' where id = @before", new { before });
        await (await visitor.Send("Me again")).Is(HttpStatusCode.OK);
        await Eventually.Holds(async () => await chat.ContactOf(visitor) != before);
        await ana.Accept(visitor);
    }

    [Fact]
    public async Task After_too_long_is_refused_and_not_stored()
    {
        using var visitor = await chat.NewChat();
        await chat.Execute("update conversation set ended_at = @ended where id = @Conversation",
            new { ended = chat.Centre.Time.GetUtcNow().AddHours(-25), visitor.Conversation });
        await (await visitor.Send("Anybody?")).IsProblem("conversation-over");
        Assert.Single((await visitor.Read()).GetProperty("messages").EnumerateArray());
    }

    Task IsWithAgentAgain(WidgetVisitor visitor) => Eventually.Holds(async () => 2 == await chat.Row<int>("""
        select count(*)::int from segment s join conversation c on c.contact_id = s.contact_id
        where c.id = @Conversation
        """, new { visitor.Conversation }));

    Task Ended(WidgetVisitor visitor) => Eventually.Holds(async () => State(await visitor.Read()) == "ended"
        && await chat.Row<bool>(
            "select exists (select from message where conversation_id = @Conversation and code like 'ended%')",
            new { visitor.Conversation }));

    static string State(System.Text.Json.JsonElement conversation) =>
        conversation.GetProperty("standing").GetProperty("state").GetString()!;
}
