using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_guarded_reply(ChatCentre chat) : IClassFixture<ChatCentre>
{
    [Fact]
    public async Task Goes_out_when_nothing_came_after_what_its_writer_read()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await (await Reply(ana.Browser, visitor, "First", readTo: 1)).Is(HttpStatusCode.OK);
        // His own reply he knows.
        await (await Reply(ana.Browser, visitor, "Second", readTo: 1)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_refused_when_the_customer_wrote_since_and_goes_out_with_the_new_number()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var number = (await (await visitor.Send("Wait, I meant the other one")).Json()).GetProperty("number").GetInt32();
        var clientId = Guid.NewGuid();
        await Refused(await Reply(ana.Browser, visitor, "It fits", readTo: number - 1, clientId));
        Assert.DoesNotContain("It fits", await Texts(visitor));

        await (await Reply(ana.Browser, visitor, "It fits", readTo: number, clientId)).Is(HttpStatusCode.OK);
        Assert.Single(await Texts(visitor), "It fits");
        // Repeated with the number that was refused, it is still the one that went out.
        await (await Reply(ana.Browser, visitor, "It fits", readTo: number - 1, clientId)).Is(HttpStatusCode.OK);
        Assert.Single(await Texts(visitor), "It fits");
    }

    [Fact]
    public async Task Goes_out_once_of_many_that_are_written_at_the_same_time()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        var leads = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => chat.Centre.SignIn("lead", chat.Slumber)));
        var readTo = (await ana.Read(visitor)).GetProperty("messages").EnumerateArray().Last().GetProperty("number").GetInt32();

        var answers = await Task.WhenAll(leads.Append(ana.Browser)
            .Select((browser, i) => Reply(browser, visitor, $"Reply {i}", readTo)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await Texts(visitor), text => text.StartsWith("Reply", StringComparison.Ordinal));
        foreach (var lead in leads) lead.Dispose();
    }

    [Fact]
    public async Task Is_overtaken_neither_by_a_note_nor_by_the_programs_own_words()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        await (await Reply(lead, visitor, "She bought it in May", readTo: null, kind: "note")).Is(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await Texts(visitor)).Count > 1); // That an agent joined.
        await (await Reply(ana.Browser, visitor, "It fits", readTo: 1)).Is(HttpStatusCode.OK);
        await (await Reply(lead, visitor, "Late, and still kept", readTo: 1, kind: "note")).Is(HttpStatusCode.OK);
    }

    static async Task Refused(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.EndsWith("/thread-moved", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
    }

    static Task<HttpResponseMessage> Reply(
        Browser browser, WidgetVisitor visitor, string text, int? readTo, Guid? clientId = null, string kind = "reply") =>
        browser.PostAsJsonAsync($"/api/conversations/{visitor.Conversation}/messages",
            new { clientId = clientId ?? Guid.NewGuid(), kind, text, readTo }, CancellationToken.None);

    static async Task<IReadOnlyList<string>> Texts(WidgetVisitor visitor) =>
    [
        .. (await visitor.Read()).GetProperty("messages").EnumerateArray()
            .Select(message => message.GetProperty("text").GetString()!),
    ];
}
