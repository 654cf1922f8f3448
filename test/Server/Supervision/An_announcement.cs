using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Desk;
using Centrala.Testing;

namespace Centrala.Server.Tests.Supervision;

public sealed class An_announcement(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await DeskCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Comes_live_stays_until_it_is_read_and_tells_the_lead_who_has_read_it()
    {
        var (ana, ben) = (await centre.AddAgent(), await centre.AddAgent());
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);

        var sent = await Json(await Send(lead, new { audience = "everybody", text = " The shop is closed today " }));

        Assert.Equal(2, sent.GetProperty("readers").GetInt32());
        Assert.Equal("The shop is closed today", (await ana.Line.Hear("announcement")).GetProperty("text").GetString());
        var unread = Assert.Single((await Unread(ana.Browser)).EnumerateArray());
        await (await Acknowledge(ana.Browser, unread.GetProperty("id").GetGuid())).Is(HttpStatusCode.NoContent);
        Assert.Empty((await Unread(ana.Browser)).EnumerateArray());
        Assert.Single((await Unread(ben.Browser)).EnumerateArray());
        var listed = Assert.Single((await lead.GetFromJsonAsync<JsonElement>("/api/announcements", Cancel)).EnumerateArray());
        Assert.Equal((2, 1), (listed.GetProperty("readers").GetInt32(), listed.GetProperty("read").GetInt32()));
        Assert.Single(listed.GetProperty("unread").EnumerateArray());
    }

    [Fact]
    public async Task To_one_person_is_nobody_elses()
    {
        var (ana, ben) = (await centre.AddAgent(), await centre.AddAgent());
        var lead = await centre.Centre.SignIn("lead", centre.Slumber);

        var sent = await Json(await Send(lead, new { audience = "person", audienceId = ana.Id, text = "Well done" }));

        Assert.Single((await Unread(ana.Browser)).EnumerateArray());
        Assert.Empty((await Unread(ben.Browser)).EnumerateArray());
        await (await Acknowledge(ben.Browser, sent.GetProperty("id").GetGuid())).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Crosses_no_wall_and_is_for_leads_to_send()
    {
        var ana = await centre.AddAgent();
        var stranger = await centre.Centre.SignIn("lead", centre.Kablo);

        await (await Send(stranger, new { audience = "person", audienceId = ana.Id, text = "Hello" })).Is(HttpStatusCode.Conflict);
        await (await Send(stranger, new { audience = "everybody", text = "Hello" })).Is(HttpStatusCode.Conflict);
        await (await Send(stranger, new { audience = "team", text = "Hello" })).Is(HttpStatusCode.BadRequest);
        await (await Send(stranger, new { audience = "everybody", text = " " })).Is(HttpStatusCode.BadRequest);
        await (await Send(ana.Browser, new { audience = "everybody", text = "Hello" })).Is(HttpStatusCode.Forbidden);
        Assert.Empty((await Unread(ana.Browser)).EnumerateArray());
    }

    static Task<HttpResponseMessage> Send(HttpClient lead, object request) => lead.PostAsJsonAsync("/api/announcements", request, Cancel);

    static Task<HttpResponseMessage> Acknowledge(HttpClient reader, Guid id) =>
        reader.PostAsync($"/api/announcements/{id}/reading", null, Cancel);

    static Task<JsonElement> Unread(HttpClient reader) => reader.GetFromJsonAsync<JsonElement>("/api/announcements/unread", Cancel);

    static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        await answer.Is(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }
}
