using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class Tags_of_a_conversation(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_put_on_and_taken_off_and_offered_to_the_partners_agents()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await (await Put(ana.Browser, visitor, "Late Delivery")).Is(HttpStatusCode.NoContent);
        await (await Put(ana.Browser, visitor, "late-delivery")).Is(HttpStatusCode.NoContent);
        await (await Put(ana.Browser, visitor, "refund")).Is(HttpStatusCode.NoContent);
        Assert.Equal(["late-delivery", "refund"], await Of(ana, visitor));
        var used = await ana.Browser.GetFromJsonAsync<string[]>($"/api/tags?partnerId={chat.Slumber}", Cancel);
        Assert.Contains("late-delivery", used!);

        await (await ana.Browser.DeleteAsync(Path(visitor, "refund"), Cancel)).Is(HttpStatusCode.NoContent);
        Assert.Equal(["late-delivery"], await Of(ana, visitor));
        var desk = await ana.Browser.GetFromJsonAsync<JsonElement>("/api/desk", Cancel);
        Assert.Equal("late-delivery", desk.GetProperty("contacts")[0].GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task Are_few_and_short()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await (await Put(ana.Browser, visitor, new string('x', 41))).Is(HttpStatusCode.BadRequest);
        await (await Put(ana.Browser, visitor, "<b>")).Is(HttpStatusCode.BadRequest);
        for (var i = 0; i < 20; i++) await (await Put(ana.Browser, visitor, $"tag-{i}")).Is(HttpStatusCode.NoContent);
        await (await Put(ana.Browser, visitor, "one-more")).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Are_offered_in_the_partners_order_and_may_be_only_those()
    {
        using var admin = await chat.Centre.SignIn("admin");
        async Task Change(string[] tags, bool onlyTags) => await (await admin.PutAsJsonAsync($"/api/partners/{chat.Kablo}", new
        {
            version = await chat.Row<int>("select version from partner where id = @Kablo", new { chat.Kablo }),
            name = "Kablo",
            colour = "#aa3311",
            languages = new[] { "tr" },
            tags,
            onlyTags,
        }, Cancel)).Is(HttpStatusCode.OK);
        await Change(["Outage", "Bill"], onlyTags: false);
        await using var emre = await chat.NewAgent(chat.Kablo, chat.Cables);
        using var visitor = await chat.NewChat("Merhaba", ChatCentre.OtherKey);
        await (await Put(emre.Browser, visitor, "aerial")).Is(HttpStatusCode.NoContent);
        var path = $"/api/tags?partnerId={chat.Kablo}";
        Assert.Equal(["outage", "bill", "aerial"], (await emre.Browser.GetFromJsonAsync<string[]>(path, Cancel))!);

        await Change(["Bill"], onlyTags: true);
        await (await Put(emre.Browser, visitor, "outage")).IsProblem("tag-not-offered");
        await (await Put(emre.Browser, visitor, "bill")).Is(HttpStatusCode.NoContent);
        Assert.Equal(["bill"], (await emre.Browser.GetFromJsonAsync<string[]>(path, Cancel))!);
    }

    [Fact]
    public async Task Are_nobody_elses_business()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await (await Put(ana.Browser, visitor, "walls")).Is(HttpStatusCode.NoContent);
        using var stranger = await chat.Centre.SignIn("agent", chat.Kablo);
        await (await Put(stranger, visitor, "mine")).Is(HttpStatusCode.NotFound);
        await (await stranger.DeleteAsync(Path(visitor, "walls"), Cancel)).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain("walls", (await stranger.GetFromJsonAsync<string[]>($"/api/tags?partnerId={chat.Slumber}", Cancel))!);
        using var viewer = await chat.Centre.SignIn("partner-viewer", chat.Slumber);
        var seen = await viewer.GetFromJsonAsync<JsonElement>($"/api/conversations/{visitor.Conversation}", Cancel);
        Assert.Equal(0, seen.GetProperty("tags").GetArrayLength());
    }

    static string Path(WidgetVisitor visitor, string name) =>
        $"/api/conversations/{visitor.Conversation}/tags/{Uri.EscapeDataString(name)}";

    static Task<HttpResponseMessage> Put(Browser browser, WidgetVisitor visitor, string name) =>
        browser.PutAsync(Path(visitor, name), null, Cancel);

    static async Task<IEnumerable<string>> Of(AgentAtDesk agent, WidgetVisitor visitor) =>
        (await agent.Read(visitor)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!);
}
