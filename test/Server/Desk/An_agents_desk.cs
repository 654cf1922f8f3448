using System.Net;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

public sealed class An_agents_desk(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Is_offered_a_contact_with_the_reason_why()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();

        var desk = await ana.See(seen => Offers(seen).Count == 1);

        var offer = Offers(desk)[0];
        Assert.Equal(contact, offer.GetProperty("contactId").GetGuid());
        Assert.Equal("Slumber", offer.GetProperty("partner").GetProperty("name").GetString());
        Assert.Equal("Advice", offer.GetProperty("queue").GetProperty("name").GetString());
        Assert.Equal("x-test", offer.GetProperty("language").GetString());
        var why = offer.GetProperty("why").EnumerateArray().Select(reason => reason.GetProperty("kind").GetString());
        Assert.Equal(["language", "order"], why);
    }

    [Fact]
    public async Task Carries_a_contact_from_offer_to_wrap_up()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(seen => Offers(seen).Count == 1);

        Assert.Equal(HttpStatusCode.NoContent, (await ana.Do(contact, "acceptance")).StatusCode);
        await ana.See(seen => States(seen) is ["connected"]);
        Assert.Equal(HttpStatusCode.NoContent, (await ana.Do(contact, "end", new { lastMessage = 0 })).StatusCode);
        await ana.See(seen => States(seen) is ["wrap-up"]);
        var said = await ana.Do(contact, "wrap-up", new { disposition = centre.Arranged, note = "Exchanged by hand." });

        Assert.Equal(HttpStatusCode.NoContent, said.StatusCode);
        await ana.See(seen => States(seen).Length == 0);
        Assert.Equal("Exchanged by hand.", await Stored<string>("select note from wrap_up"));
    }

    [Fact]
    public async Task Lets_the_agent_choose_what_he_may_be_offered()
    {
        var (ana, ben) = (await centre.AddAgent(), await centre.AddAgent(centre.Kablo));
        await ana.Become(new { state = "available" });
        await ben.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(seen => Offers(seen).Count == 1);
        await ana.Do(contact, "refusal");

        await (await ben.Do(contact, "picking")).IsProblem("not-eligible");
        Assert.Equal(HttpStatusCode.NoContent, (await ana.Do(contact, "picking")).StatusCode);
        await ana.See(seen => States(seen) is ["connected"]);
    }

    [Fact]
    public async Task Keeps_what_was_said_when_the_wrap_up_had_ended_already()
    {
        var (ana, contact) = await Connected();
        await ana.Do(contact, "end", new { lastMessage = 0 });
        await ana.Do(contact, "wrap-up", new { note = "First." });

        Assert.Equal(HttpStatusCode.NoContent, (await ana.Do(contact, "wrap-up", new { note = "Better." })).StatusCode);
        Assert.Equal("Better.", await Stored<string>("select note from wrap_up"));
    }

    [Fact]
    public async Task Refuses_the_disposition_of_another_queue()
    {
        var (ana, contact) = await Connected();
        await ana.Do(contact, "end", new { lastMessage = 0 });

        var answer = await ana.Do(contact, "wrap-up", new { disposition = Guid.CreateVersion7() });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await Stored<int>("select count(*)::int from wrap_up"));
    }

    [Fact]
    public async Task Gives_nobody_the_contact_of_somebody_else()
    {
        var (_, contact) = await Connected();
        var ben = await centre.AddAgent();

        Assert.Equal(HttpStatusCode.Conflict, (await ben.Do(contact, "end", new { lastMessage = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ben.Do(contact, "acceptance")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Do(contact, "wrap-up", new { note = "Mine now." })).StatusCode);
    }

    [Fact]
    public async Task Stays_with_the_sender_until_a_colleague_takes_the_transfer()
    {
        var (ana, contact) = await Connected();
        var ben = await centre.AddAgent();
        await ben.Become(new { state = "available" });

        await ana.Do(contact, "transfer", new { agentId = ben.Id });
        await ben.See(seen => Offers(seen).Count == 1);
        var sender = await ana.Desk();
        Assert.True(sender.GetProperty("contacts")[0].GetProperty("transferring").GetBoolean());
        await ben.Do(contact, "acceptance");

        await ben.See(seen => States(seen) is ["connected"]);
        await ana.See(seen => States(seen) is ["wrap-up"]);
    }

    [Fact]
    public async Task Shows_what_waits_where_the_agent_is_a_member_and_nothing_else()
    {
        var ana = await centre.AddAgent();
        var waiting = await centre.Arrive();
        await centre.Arrive(centre.Invoices);

        var desk = await ana.See(seen => seen.GetProperty("waiting").GetArrayLength() > 0);

        var shown = desk.GetProperty("waiting").EnumerateArray().Select(one => one.GetProperty("contactId").GetGuid());
        Assert.Equal([waiting], shown);
    }

    [Theory]
    [InlineData("""{"state":"away"}""")]
    [InlineData("""{"state":"away","awayKind":"0193b3c0-0000-7000-8000-00000000a0a0"}""")]
    public async Task Wants_a_reason_that_people_may_choose_for_being_away(string request)
    {
        var ana = await centre.AddAgent();
        using var json = JsonDocument.Parse(request);

        Assert.Equal(HttpStatusCode.BadRequest, (await ana.Become(json.RootElement)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await ana.Become(new { state = "away", awayKind = centre.Lunch })).StatusCode);
    }

    [Fact]
    public async Task Tells_who_is_no_agent_so()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);

        var answer = await lead.GetAsync("/api/desk", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    async Task<(AgentDesk Agent, Guid Contact)> Connected()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(seen => Offers(seen).Count == 1);
        var taken = await ana.Do(contact, "acceptance");
        Assert.True(taken.StatusCode == HttpStatusCode.NoContent, await taken.Content.ReadAsStringAsync());
        await ana.See(seen => States(seen) is ["connected"]);
        return (ana, contact);
    }

    async Task<T?> Stored<T>(string sql)
    {
        await using var work = await centre.Centre.Database.Begin(Actor.System, TestContext.Current.CancellationToken);
        return await work.Single<T>(sql);
    }

    static List<JsonElement> Offers(JsonElement desk) => [.. desk.GetProperty("offers").EnumerateArray()];

    static string[] States(JsonElement desk) =>
        [.. desk.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("state").GetString()!)];
}
