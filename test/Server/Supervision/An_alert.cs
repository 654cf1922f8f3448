using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Desk;
using Centrala.Testing;

namespace Centrala.Server.Tests.Supervision;

public sealed class An_alert(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Reaches_the_leads_of_its_partner_and_stays_in_the_list()
    {
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);
        var stranger = await centre.Centre.SignIn("lead", centre.Kablo);
        await using var line = await LiveClient.Connect(centre.Centre, lead);
        await line.Watch("floor");
        await (await Save(lead, Guid.NewGuid())).Is(HttpStatusCode.NoContent);

        await centre.Arrive();

        var told = await line.Hear("floor.alert");
        Assert.Equal(("waiting", 0, 1), (told.GetProperty("measure").GetString(), told.GetProperty("threshold").GetInt32(),
            told.GetProperty("worst").GetInt32()));
        Assert.Equal("Advice", Assert.Single((await Get(lead, "alerts")).EnumerateArray()).GetProperty("queue").GetString());
        Assert.Empty((await Get(stranger, "alerts")).EnumerateArray());
        Assert.Empty((await Get(stranger, "alert-rules")).EnumerateArray());
    }

    [Fact]
    public async Task Is_set_by_leads_of_the_partner_only()
    {
        var (lead, stranger) = (await centre.Centre.SignIn("lead", centre.Slumber), await centre.Centre.SignIn("lead", centre.Kablo));
        var agent = await centre.Centre.SignIn("agent", centre.Slumber);
        var id = Guid.NewGuid();

        await (await Save(agent, id)).Is(HttpStatusCode.Forbidden);
        await (await Save(stranger, id)).Is(HttpStatusCode.BadRequest);
        await (await Save(lead, id)).Is(HttpStatusCode.NoContent);
        await (await stranger.DeleteAsync($"/api/alert-rules/{id}", Cancel)).Is(HttpStatusCode.NotFound);
        var hijack = new { partnerId = centre.Kablo, queueId = centre.Invoices, measure = "waiting", threshold = 3 };
        await (await stranger.PutAsJsonAsync($"/api/alert-rules/{id}", hijack, Cancel)).Is(HttpStatusCode.NotFound);
        await (await lead.DeleteAsync($"/api/alert-rules/{id}", Cancel)).Is(HttpStatusCode.NoContent);
        Assert.Empty((await Get(lead, "alert-rules")).EnumerateArray());
    }

    Task<HttpResponseMessage> Save(HttpClient lead, Guid id) => lead.PutAsJsonAsync(
        $"/api/alert-rules/{id}", new { partnerId = centre.Slumber, queueId = centre.Advice, measure = "waiting", threshold = 0 }, Cancel);

    static Task<JsonElement> Get(HttpClient lead, string what) => lead.GetFromJsonAsync<JsonElement>($"/api/{what}", Cancel);
}
