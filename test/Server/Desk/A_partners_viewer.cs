using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

public sealed class A_partners_viewer(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Sees_the_own_queues_live_and_nobodys_name()
    {
        var joanna = await centre.Centre.SignIn("partner-viewer", centre.Slumber);
        await using var line = await LiveClient.Connect(centre.Centre, joanna);
        await line.Watch("floor");
        var ana = await centre.AddAgent();
        await centre.AddAgent(centre.Kablo);
        await ana.Become(new { state = "away", awayKind = centre.Lunch });
        await centre.Arrive();
        await centre.Arrive(centre.Invoices);

        var floor = await line.Hear("floor", seen => seen.GetProperty("waiting").GetArrayLength() == 1);

        Assert.Equal(0, floor.GetProperty("agents").GetArrayLength());
        Assert.Equal(1, floor.GetProperty("kpis").GetProperty("signedIn").GetInt32());
        var whole = await joanna.GetFromJsonAsync<JsonElement>("/api/floor", Cancel);
        Assert.Equal("Advice", Assert.Single(whole.GetProperty("queues").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(0, whole.GetProperty("agents").GetArrayLength());
    }

    [Fact]
    public async Task Reads_why_a_contact_waits_without_who_is_ruled_out()
    {
        var joanna = await centre.Centre.SignIn("partner-viewer", centre.Slumber);
        await centre.AddAgent();
        var (mine, foreign) = (await centre.Arrive(), await centre.Arrive(centre.Invoices));

        var why = await joanna.GetFromJsonAsync<JsonElement>($"/api/contacts/{mine}/obstacles", Cancel);

        var obstacle = Assert.Single(why.GetProperty("obstacles").EnumerateArray());
        Assert.Equal((1, 0), (obstacle.GetProperty("count").GetInt32(), obstacle.GetProperty("people").GetArrayLength()));
        Assert.Equal(HttpStatusCode.NotFound, (await joanna.GetAsync($"/api/contacts/{foreign}/obstacles", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Changes_nothing()
    {
        var joanna = await centre.Centre.SignIn("partner-viewer", centre.Slumber);
        var contact = await centre.Arrive();

        Assert.Equal(HttpStatusCode.Forbidden, (await joanna.PostAsync($"/api/contacts/{contact}/taking", null, Cancel)).StatusCode);
        var closing = await joanna.PutAsJsonAsync($"/api/queues/{centre.Advice}/opening", new { open = false }, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, closing.StatusCode);
    }
}
