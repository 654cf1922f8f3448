using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_note_that_names_somebody(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_the_colleague_at_once_and_stays_in_the_list_until_it_is_read()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var ben = await chat.Centre.AddPerson(["agent"], [chat.Slumber]);
        using var desk = await chat.Centre.SignIn(ben);
        await using var line = await LiveLine.Open(chat.Centre, desk);
        var people = await ana.Browser.GetFromJsonAsync<JsonElement[]>(
            $"/api/conversations/{visitor.Conversation}/colleagues", Cancel);
        Assert.Contains(people!, person => person.GetProperty("id").GetGuid() == ben.Id);

        var clientId = Guid.NewGuid();
        await (await Note(ana.Browser, visitor, clientId, ben.Id)).Is(HttpStatusCode.OK);
        await (await Note(ana.Browser, visitor, clientId, ben.Id)).Is(HttpStatusCode.OK);
        await line.Hear("mentions");

        var mention = Assert.Single(await Mentions(desk));
        Assert.Equal("@Test agent, have a look", mention.GetProperty("text").GetString());
        Assert.False(mention.GetProperty("read").GetBoolean());
        await (await desk.PostAsJsonAsync("/api/mentions/read", new { conversationId = visitor.Conversation }, Cancel))
            .Is(HttpStatusCode.NoContent);
        Assert.True(Assert.Single(await Mentions(desk)).GetProperty("read").GetBoolean());
        Assert.Empty(await Mentions(ana.Browser));
    }

    [Fact]
    public async Task Is_refused_when_he_cannot_see_the_conversation()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var stranger = await chat.Centre.AddPerson(["agent"], [chat.Kablo]);
        var viewer = await chat.Centre.AddPerson(["partner-viewer"], [chat.Slumber]);
        await (await Note(ana.Browser, visitor, Guid.NewGuid(), stranger.Id)).Is(HttpStatusCode.BadRequest);
        await (await Note(ana.Browser, visitor, Guid.NewGuid(), viewer.Id)).Is(HttpStatusCode.BadRequest);
        Assert.DoesNotContain("note", (await ana.Read(visitor)).GetProperty("messages").EnumerateArray()
            .Select(message => message.GetProperty("kind").GetString()));
        using var foreign = await chat.Centre.SignIn(stranger);
        await (await foreign.GetAsync($"/api/conversations/{visitor.Conversation}/colleagues", Cancel)).Is(HttpStatusCode.NotFound);
    }

    static Task<HttpResponseMessage> Note(Browser browser, WidgetVisitor visitor, Guid clientId, Guid named) =>
        browser.PostAsJsonAsync($"/api/conversations/{visitor.Conversation}/messages",
            new { clientId, kind = "note", text = "@Test agent, have a look", mentions = new[] { named } }, Cancel);

    static async Task<IReadOnlyList<JsonElement>> Mentions(Browser browser) =>
        (await browser.GetFromJsonAsync<JsonElement[]>("/api/mentions", Cancel))!;
}
