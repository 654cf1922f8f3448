using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

public sealed class A_lead(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Reads_why_a_contact_still_waits_and_whom_what_rules_out()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "away", awayKind = centre.Lunch });
        var contact = await centre.Arrive();

        var why = await lead.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}/obstacles", Cancel);

        Assert.Equal(1, why.GetProperty("position").GetInt32());
        var needs = why.GetProperty("steps")[0].GetProperty("requires");
        Assert.Equal(("language", 3), (needs.GetProperty("kind").GetString(), needs.GetProperty("level").GetInt32()));
        var obstacle = Assert.Single(why.GetProperty("obstacles").EnumerateArray());
        Assert.Equal("away", obstacle.GetProperty("kind").GetString());
        var person = Assert.Single(obstacle.GetProperty("people").EnumerateArray());
        Assert.Equal((ana.Id, centre.Lunch), (person.GetProperty("id").GetGuid(), person.GetProperty("awayKind").GetGuid()));
    }

    [Fact]
    public async Task Learns_nothing_about_a_contact_of_another_partner()
    {
        var lead = await centre.AddAgent(role: "lead");
        var foreign = await centre.Arrive(centre.Invoices);

        Assert.Equal(HttpStatusCode.NotFound, (await lead.Browser.GetAsync($"/api/contacts/{foreign}/obstacles", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Browser.GetAsync($"/api/contacts/{foreign}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Do(foreign, "taking")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Do(foreign, "giving", new { agentId = lead.Id })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Switch(lead.Browser, centre.Invoices, open: false)).StatusCode);
    }

    [Fact]
    public async Task Takes_a_contact_out_of_an_agents_hands_who_is_told()
    {
        var (ana, contact) = await Connected();
        var lead = await centre.AddAgent(role: "lead");
        await lead.Become(new { state = "away", awayKind = centre.Lunch });

        var running = await lead.Browser.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}", Cancel);
        Assert.Equal(ana.Id, running.GetProperty("agent").GetProperty("id").GetGuid());
        await (await lead.Do(contact, "taking")).Is(HttpStatusCode.NoContent);

        Assert.Equal(contact, (await ana.Line.Hear("contact.taken")).GetProperty("contactId").GetGuid());
        await lead.See(desk => Contacts(desk).Contains((contact, "connected")));
        await Testing.Until.True(async () => Contacts(await ana.Desk()).Contains((contact, "wrap-up")));
    }

    [Fact]
    public async Task Gives_a_contact_to_one_person()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        var (ana, ben) = (await centre.AddAgent(), await centre.AddAgent());
        await ben.Become(new { state = "away", awayKind = centre.Lunch });
        var contact = await centre.Arrive();

        await (await lead.PostAsJsonAsync($"/api/contacts/{contact}/giving", new { agentId = ben.Id }, Cancel)).Is(HttpStatusCode.NoContent);
        await ana.Become(new { state = "available" });
        var why = await lead.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}/obstacles", Cancel);
        Assert.NotEqual(JsonValueKind.Null, why.GetProperty("named").ValueKind);

        await ben.Become(new { state = "available" });
        await ben.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Closes_a_queue_and_opens_it_again()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);

        await (await Switch(lead, centre.Advice, open: false)).Is(HttpStatusCode.NoContent);
        Assert.False(await IsOpen(lead));
        await (await Switch(lead, centre.Advice, open: true)).Is(HttpStatusCode.NoContent);
        Assert.True(await IsOpen(lead));
    }

    [Fact]
    public async Task Leaves_a_line_in_the_audit_log_for_each_act()
    {
        var lead = await centre.AddAgent(role: "lead");
        await lead.Become(new { state = "away", awayKind = centre.Lunch });
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "away", awayKind = centre.Lunch });
        var contact = await centre.Arrive();
        await (await lead.Do(contact, "steps")).Is(HttpStatusCode.NoContent);
        await (await lead.Do(contact, "taking")).Is(HttpStatusCode.NoContent);
        await (await Switch(lead.Browser, centre.Advice, open: false)).Is(HttpStatusCode.NoContent);
        await (await lead.Browser.DeleteAsync($"/api/agents/{ana.Id}/presence?why=shift-over", Cancel)).Is(HttpStatusCode.NoContent);

        var administrator = await centre.Centre.SignIn("admin");
        var audit = await administrator.GetStringAsync("/api/audit", Cancel);
        Assert.All(["reapply-steps", "take-contact", "close-queue", "sign-out-agent", "shift-over"], word => Assert.Contains(word, audit));
    }

    [Fact]
    public async Task Hears_of_the_floor_only_what_changed()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        var (ana, ben) = (await centre.AddAgent(), await centre.AddAgent());
        await using var line = await LiveClient.Connect(centre.Centre, lead);
        await line.Watch("floor");
        var whole = await line.Hear("floor", floor => floor.GetProperty("since").ValueKind == JsonValueKind.Null);
        Assert.Equal(2, whole.GetProperty("agents").GetArrayLength());

        await ben.Become(new { state = "available" });

        var changes = await line.Hear("floor", floor => floor.GetProperty("agents").GetArrayLength() > 0);
        Assert.Equal(ben.Id, Assert.Single(changes.GetProperty("agents").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.NotEqual(JsonValueKind.Null, changes.GetProperty("since").ValueKind);
    }

    async Task<(AgentDesk Agent, Guid Contact)> Connected()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
        await (await ana.Do(contact, "acceptance")).Is(HttpStatusCode.NoContent);
        return (ana, contact);
    }

    static Task<HttpResponseMessage> Switch(HttpClient lead, Guid queue, bool open) =>
        lead.PutAsJsonAsync($"/api/queues/{queue}/opening", new { open }, Cancel);

    static async Task<bool> IsOpen(HttpClient lead) =>
        (await lead.GetFromJsonAsync<JsonElement>("/api/floor", Cancel)).GetProperty("queues")[0].GetProperty("open").GetBoolean();

    static IEnumerable<(Guid, string?)> Contacts(JsonElement desk) => desk.GetProperty("contacts").EnumerateArray()
        .Select(contact => (contact.GetProperty("contactId").GetGuid(), contact.GetProperty("state").GetString()));
}
