using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

public sealed class Asking_for_help(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Turns_the_agents_tile_and_the_lead_takes_the_flag_down()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        await using var floor = await LiveClient.Connect(centre.Centre, lead);
        await floor.Watch("floor");
        var (ana, contact) = await Connected();

        await Ask(ana, new { contactId = contact, word = " He wants a refund " });

        var seen = await floor.Hear("floor", view => Help(view).ValueKind == JsonValueKind.Object);
        Assert.Equal(contact, Help(seen).GetProperty("contactId").GetGuid());
        Assert.Equal("He wants a refund", Help(seen).GetProperty("word").GetString());
        await ana.See(desk => desk.GetProperty("agent").GetProperty("help").ValueKind == JsonValueKind.Object);

        var answer = await lead.DeleteAsync($"/api/agents/{ana.Id}/help", Cancel);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await floor.Hear("floor", view => Help(view).ValueKind == JsonValueKind.Null);
        await ana.See(desk => desk.GetProperty("agent").GetProperty("help").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Ends_when_the_agent_takes_it_back_or_signs_out()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        await Ask(ana, new { });
        await ana.Browser.DeleteAsync("/api/desk/help", Cancel);
        Assert.Equal(0, await Count());

        await Ask(ana, new { word = "Again" });
        Assert.Equal(1, await Count());
        await ana.Become(new { state = "offline" });
        await Eventually.Holds(async () => await Count() == 0);
    }

    [Fact]
    public async Task Is_about_ones_own_contacts_only_and_in_few_words()
    {
        var (_, contact) = await Connected();
        var ben = await centre.AddAgent();
        var foreign = await ben.Browser.PutAsJsonAsync("/api/desk/help", new { contactId = contact }, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        var tooLong = await ben.Browser.PutAsJsonAsync("/api/desk/help", new { word = new string('x', 201) }, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
    }

    [Fact]
    public async Task Is_seen_and_ended_by_nobody_who_leads_for_others_or_leads_not()
    {
        var (ana, contact) = await Connected();
        await Ask(ana, new { contactId = contact });
        using var stranger = await centre.Centre.SignIn("lead", centre.Kablo);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync($"/api/agents/{ana.Id}/help", Cancel)).StatusCode);
        var ben = await centre.AddAgent();
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.DeleteAsync($"/api/agents/{ana.Id}/help", Cancel)).StatusCode);
        Assert.Equal(1, await Count());
    }

    async Task<(AgentDesk, Guid)> Connected()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
        await ana.Do(contact, "acceptance");
        await ana.See(desk => desk.GetProperty("contacts").GetArrayLength() == 1);
        return (ana, contact);
    }

    static async Task Ask(AgentDesk agent, object request) => Assert.Equal(HttpStatusCode.NoContent,
        (await agent.Browser.PutAsJsonAsync("/api/desk/help", request, Cancel)).StatusCode);

    static JsonElement Help(JsonElement floor) => floor.GetProperty("agents")[0].GetProperty("help");

    async Task<int> Count()
    {
        await using var work = await centre.Centre.Database.Begin(Actor.System, Cancel);
        return await work.Single<int>("select count(*)::int from help_request");
    }
}
