using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Chat;
using Centrala.Testing;

namespace Centrala.Server.Tests.Replies;

public sealed class Saved_replies(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_written_by_a_lead_and_found_by_agents_of_the_partner()
    {
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        using var agent = await chat.Centre.SignIn("agent", chat.Slumber);
        var id = Guid.NewGuid();
        await (await Save(lead, id, Reply("exchange", chat.Slumber))).Is(HttpStatusCode.OK);

        var found = Assert.Single(await List(agent), reply => reply.GetProperty("id").GetGuid() == id);
        Assert.Equal("Dzień dobry {{customer.name}}, wymiana jest bezpłatna.", found.GetProperty("text").GetString());
        Assert.Equal("exchange", found.GetProperty("tag").GetString());
        Assert.Equal(1440, found.GetProperty("snoozeMinutes").GetInt32());
        Assert.Equal("saved-reply-changed", await chat.Row<string>("select action from audit where subject_id = @id", new { id }));

        await (await lead.DeleteAsync($"/api/replies/{id}", Cancel)).Is(HttpStatusCode.NoContent);
        Assert.DoesNotContain(await List(agent), reply => reply.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task Of_another_partner_are_neither_seen_nor_changed()
    {
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        using var stranger = await chat.Centre.SignIn("lead", chat.Kablo);
        var id = Guid.NewGuid();
        await (await Save(lead, id, Reply("walls", chat.Slumber))).Is(HttpStatusCode.OK);

        Assert.DoesNotContain(await List(stranger), reply => reply.GetProperty("id").GetGuid() == id);
        Assert.NotEqual(HttpStatusCode.OK, (await Save(stranger, id, Reply("walls", chat.Kablo, version: 1))).StatusCode);
        await (await stranger.DeleteAsync($"/api/replies/{id}", Cancel)).Is(HttpStatusCode.NotFound);
        Assert.NotEqual(HttpStatusCode.OK, (await Save(stranger, Guid.NewGuid(), Reply("theirs", chat.Slumber))).StatusCode);

        using var viewer = await chat.Centre.SignIn("partner-viewer", chat.Slumber);
        Assert.Empty(await List(viewer));
        using var agent = await chat.Centre.SignIn("agent", chat.Slumber);
        Assert.Equal(HttpStatusCode.Forbidden, (await Save(agent, Guid.NewGuid(), Reply("own", chat.Slumber))).StatusCode);
    }

    [Fact]
    public async Task For_every_partner_are_written_by_those_who_serve_all()
    {
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        Assert.NotEqual(HttpStatusCode.OK, (await Save(lead, Guid.NewGuid(), Reply("greeting", partner: null))).StatusCode);

        using var admin = await chat.Centre.SignIn("admin");
        var id = Guid.NewGuid();
        await (await Save(admin, id, Reply("greeting", partner: null))).Is(HttpStatusCode.OK);
        using var agent = await chat.Centre.SignIn("agent", chat.Kablo);
        Assert.Single(await List(agent, chat.Kablo), reply => reply.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task Are_refused_field_by_field()
    {
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        var answer = await Save(lead, Guid.NewGuid(), new
        {
            version = 0,
            partnerId = chat.Slumber,
            language = "polski",
            shortcut = "Wymiana!",
            title = "",
            text = "Dzień dobry {{customer.shoeSize}}",
            snoozeMinutes = 0,
        });
        await answer.Is(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors");
        foreach (var field in new[] { "language", "shortcut", "title", "text", "snoozeMinutes" })
            Assert.True(errors.TryGetProperty(field, out _), field);

        await (await Save(lead, Guid.NewGuid(), new
        {
            version = 0,
            partnerId = chat.Slumber,
            language = "pl",
            shortcut = "nothing",
            title = "Nothing",
        })).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Have_one_shortcut_once_in_a_language_and_are_not_changed_unseen()
    {
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        var id = Guid.NewGuid();
        await (await Save(lead, id, Reply("once", chat.Slumber))).Is(HttpStatusCode.OK);
        await (await Save(lead, id, Reply("once", chat.Slumber))).Is(HttpStatusCode.OK); // The same again changes nothing.
        await (await Save(lead, Guid.NewGuid(), Reply("once", chat.Slumber))).Is(HttpStatusCode.Conflict);
        await (await Save(lead, Guid.NewGuid(), Reply("once", chat.Slumber, language: "en"))).Is(HttpStatusCode.OK);

        await (await Save(lead, id, Reply("once-more", chat.Slumber, version: 1))).Is(HttpStatusCode.OK);
        await (await Save(lead, id, Reply("too-late", chat.Slumber, version: 1))).Is(HttpStatusCode.Conflict);
    }

    static object Reply(string shortcut, Guid? partner, int version = 0, string language = "pl") => new
    {
        version,
        partnerId = partner,
        language,
        shortcut,
        title = "Wymiana",
        text = "Dzień dobry {{customer.name}}, wymiana jest bezpłatna.",
        tag = "exchange",
        note = "Promised an exchange on {{today}}.",
        snoozeMinutes = 1440,
    };

    static Task<HttpResponseMessage> Save(Browser browser, Guid id, object reply) =>
        browser.PutAsJsonAsync($"/api/replies/{id}", reply, Cancel);

    static async Task<IReadOnlyList<JsonElement>> List(Browser browser, Guid? partner = null) =>
        (await browser.GetFromJsonAsync<JsonElement[]>("/api/replies" + (partner is null ? "" : $"?partnerId={partner}"), Cancel))!;
}
