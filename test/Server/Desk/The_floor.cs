using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

public sealed class The_floor(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Shows_a_lead_the_own_partners_only()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        await centre.AddAgent();
        await centre.AddAgent(centre.Kablo);
        await centre.Arrive();
        await centre.Arrive(centre.Invoices);

        var floor = await lead.GetFromJsonAsync<JsonElement>("/api/floor", Cancel);

        Assert.Equal("Advice", Assert.Single(floor.GetProperty("queues").EnumerateArray()).GetProperty("name").GetString());
        Assert.Single(floor.GetProperty("agents").EnumerateArray());
        Assert.Single(floor.GetProperty("waiting").EnumerateArray());
        Assert.Equal(1, floor.GetProperty("kpis").GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task Counts_an_answer_in_time_as_it_happens()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        await using var line = await LiveClient.Connect(centre.Centre, lead);
        await line.Watch("floor");
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
        await ana.Do(contact, "acceptance");

        var floor = await line.Hear("floor", seen => Kpi(seen, "answered") == 1);

        Assert.Equal(10_000, Kpi(floor, "serviceLevelBasisPoints"));
        Assert.Equal("connected", floor.GetProperty("agents")[0].GetProperty("contacts")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Remembers_the_days_figures_over_a_restart()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
        await ana.Do(contact, "acceptance");

        await centre.Centre.Restart();
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        await using var line = await LiveClient.Connect(centre.Centre, lead);
        await line.Watch("floor");

        await line.Hear("floor", seen => Kpi(seen, "answered") == 1);
    }

    [Fact]
    public async Task Lets_a_lead_steer_the_own_partners_contacts_and_agents_only()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        var (mine, foreign) = (await centre.Arrive(), await centre.Arrive(centre.Invoices));
        var (ana, deniz) = (await centre.AddAgent(), await centre.AddAgent(centre.Kablo));
        await ana.Become(new { state = "away", awayKind = centre.Lunch });

        Assert.Equal(HttpStatusCode.NoContent, await PutFirst(lead, mine));
        Assert.Equal(HttpStatusCode.NotFound, await PutFirst(lead, foreign));
        Assert.Equal(HttpStatusCode.NoContent, (await lead.DeleteAsync($"/api/agents/{ana.Id}/presence", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.DeleteAsync($"/api/agents/{deniz.Id}/presence", Cancel)).StatusCode);
        await ana.See(desk => desk.GetProperty("agent").GetProperty("state").GetString() == "offline");
    }

    [Fact]
    public async Task Is_closed_to_agents()
    {
        var ana = await centre.AddAgent();

        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync("/api/floor", Cancel)).StatusCode);
    }

    static async Task<HttpStatusCode> PutFirst(HttpClient lead, Guid contact) =>
        (await lead.PutAsJsonAsync($"/api/contacts/{contact}/priority", new { baseMilli = 500_000 })).StatusCode;

    static int Kpi(JsonElement floor, string name) =>
        floor.GetProperty("kpis").GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : -1;
}
