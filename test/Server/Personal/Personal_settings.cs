using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Personal;

public sealed class Personal_settings(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_the_usual_ones_until_somebody_chooses()
    {
        using var browser = await centre.SignIn("agent");
        var settings = await Read(browser);
        Assert.Equal("comfortable", settings.Text("density"));
        Assert.Equal("centrala", settings.Text("preset"));
        Assert.Equal(JsonValueKind.Null, settings.GetProperty("language").ValueKind);
    }

    [Fact]
    public async Task Follow_their_person_to_another_computer_and_nobody_else()
    {
        var person = await centre.AddPerson(["agent"]);
        using var here = await centre.SignIn(person);
        await (await Save(here, language: "pl", keys: new() { ["note"] = "x", ["end"] = "" })).Is(HttpStatusCode.NoContent);
        await (await Save(here, language: "tr", keys: new() { ["note"] = "ş", ["take"] = "F4" })).Is(HttpStatusCode.NoContent);

        using var there = await centre.SignIn(person);
        var settings = await Read(there);
        Assert.Equal("tr", settings.Text("language"));
        Assert.Equal("ş", settings.GetProperty("keys").Text("note"));
        Assert.Equal("F4", settings.GetProperty("keys").Text("take"));
        Assert.False(settings.GetProperty("keys").TryGetProperty("end", out _));

        using var other = await centre.SignIn("agent");
        Assert.Equal("comfortable", (await Read(other)).Text("density"));
        using var viewer = await centre.SignIn("partner-viewer");
        await (await Save(viewer, language: "fr")).Is(HttpStatusCode.NoContent);
        Assert.Equal("fr", (await Read(viewer)).Text("language"));
    }

    [Theory]
    [InlineData("note", "mod+alt+n")]
    [InlineData("note", "alt+n")]
    [InlineData("note", "N")]
    [InlineData("note", "mod+c")]
    [InlineData("note", "mod+enter")]
    [InlineData("note", "nn")]
    [InlineData("note", " ")]
    [InlineData("note", "F13")]
    [InlineData("Note!", "n")]
    public async Task Take_no_key_that_types_a_letter_or_belongs_to_the_browser(string action, string key)
    {
        using var browser = await centre.SignIn("agent");
        var answer = await Save(browser, keys: new() { [action] = key });
        await answer.IsProblem("invalid-input");
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").TryGetProperty("keys." + action, out _));
        Assert.Empty((await Read(browser)).GetProperty("keys").EnumerateObject());
    }

    [Fact]
    public async Task Name_the_field_that_is_wrong()
    {
        using var browser = await centre.SignIn("agent");
        var answer = await Save(browser, language: "xx", volume: 101);
        await answer.IsProblem("invalid-input");
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors");
        Assert.True(errors.TryGetProperty("language", out _));
        Assert.True(errors.TryGetProperty("volume", out _));
    }

    static Task<JsonElement> Read(Browser browser) =>
        browser.GetFromJsonAsync<JsonElement>("/api/personal-settings", Cancel);

    static Task<HttpResponseMessage> Save(
        Browser browser, string? language = null, int volume = 50, Dictionary<string, string>? keys = null) =>
        browser.PutAsJsonAsync("/api/personal-settings", new
        {
            language,
            density = "compact",
            scheme = "dark",
            offerSound = true,
            messageSound = true,
            volume,
            notifications = false,
            preset = "zendesk",
            keys = keys ?? [],
        }, Cancel);
}
