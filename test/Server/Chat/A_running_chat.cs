using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_running_chat(ChatCentre chat) : IClassFixture<ChatCentre>
{
    [Fact]
    public async Task Goes_to_the_agent_and_back_within_the_live_lines()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat("Dzień dobry");
        using var line = await visitor.Open();
        Assert.Equal("waiting", State(await line.Next("hello")));

        await ana.Accept(visitor);
        await line.Next("standing", down => down.GetProperty("standing").GetProperty("state").GetString() == "connected");
        await ana.Line.Invoke("Watch", $"conversation:{visitor.Conversation}");
        Assert.False((await ana.Line.NextAnswer())!.Value.TryGetProperty("error", out _));

        await (await visitor.Send("Czy ktoś tam jest?")).Is(HttpStatusCode.OK);
        var heard = await NextMessage(ana, "reply");
        Assert.Equal("Czy ktoś tam jest?", heard.GetProperty("text").GetString());
        Assert.False(heard.TryGetProperty("clientId", out _));

        await (await ana.Write(visitor, "Tak, słucham")).Is(HttpStatusCode.OK);
        var said = (await line.Next("message", down => Text(down) == "Tak, słucham")).GetProperty("message");
        Assert.Equal("Test", said.GetProperty("author").GetProperty("name").GetString());
        Assert.False(said.GetProperty("author").TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Numbers_messages_without_a_gap_however_many_come_at_once()
    {
        using var visitor = await chat.NewChat();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => visitor.Send($"Message {i}")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var numbers = (await visitor.Read()).GetProperty("messages").EnumerateArray()
            .Select(message => message.GetProperty("number").GetInt32());
        Assert.Equal(Enumerable.Range(1, 61), numbers);
    }

    [Fact]
    public async Task Stores_a_repeated_message_once()
    {
        using var visitor = await chat.NewChat();
        var clientId = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => visitor.Send("Once", clientId)));
        var numbers = new HashSet<int>();
        foreach (var answer in answers) numbers.Add((await answer.Json()).GetProperty("number").GetInt32());
        Assert.Single(numbers);
        Assert.Equal(2, (await visitor.Read()).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task Never_shows_a_note_to_the_customer()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        using var line = await visitor.Open();
        await ana.Accept(visitor);
        await (await ana.Write(visitor, "He was rude last time", "note")).Is(HttpStatusCode.OK);
        await (await ana.Write(visitor, "Good morning")).Is(HttpStatusCode.OK);
        var first = await line.Next("message", down => down.GetProperty("message").GetProperty("kind").GetString() != "system");
        Assert.Equal("Good morning", Text(first));
        Assert.DoesNotContain("rude", (await visitor.Read()).ToString());
        Assert.DoesNotContain("rude", await (await visitor.Get("/transcript?format=text")).Content.ReadAsStringAsync(Cancel));
        Assert.Contains("rude", (await ana.Read(visitor)).ToString());
    }

    [Fact]
    public async Task Is_written_to_by_its_agent_and_by_nobody_else()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        using var ben = await chat.Centre.SignIn("agent", chat.Slumber);
        using var stranger = await chat.Centre.SignIn("agent", chat.Kablo);
        await (await Write(ben, visitor, "reply")).IsProblem("not-your-conversation");
        await (await Write(ben, visitor, "note")).Is(HttpStatusCode.OK);
        await (await Write(stranger, visitor, "note")).IsProblem("not-found");
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        Assert.Equal("lead", (await (await Write(lead, visitor, "reply")).Json()).GetProperty("author").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Shows_how_far_each_side_has_read()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        using var line = await visitor.Open();
        await ana.Accept(visitor);
        await ana.Browser.PostAsJsonAsync($"/api/conversations/{visitor.Conversation}/read", new { number = 1 }, Cancel);
        await line.Next("receipt", down => down.GetProperty("receipt").GetProperty("readTo").GetInt32() == 1);

        var written = await (await ana.Write(visitor, "Hello")).Json();
        var number = written.GetProperty("number").GetInt32();
        await line.Say(new { type = "received", number });
        await line.Say(new { type = "read", number = number + 1000 });
        await Eventually.Holds(async () => (await ana.Read(visitor)).GetProperty("receipt").GetProperty("readTo").GetInt32() >= number);
        var receipt = (await ana.Read(visitor)).GetProperty("receipt");
        Assert.InRange(receipt.GetProperty("readTo").GetInt32(), number, number + 1);
    }

    [Fact]
    public async Task Shows_each_side_that_the_other_is_writing()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        using var line = await visitor.Open();
        await line.Next("hello");
        await ana.Accept(visitor);
        await ana.Line.Invoke("Watch", $"conversation:{visitor.Conversation}");
        await ana.Line.NextAnswer();
        await line.Say(new { type = "typing", on = true });
        JsonElement next;
        do next = (await ana.Line.NextEvent())!.Value;
        while (next.GetProperty("type").GetString() != "conversation.typing");
        Assert.Equal("Marta Zielińska", next.GetProperty("data").GetProperty("who").GetString());

        await ana.Line.Invoke("Typing", visitor.Conversation);
        Assert.True((await line.Next("typing")).GetProperty("on").GetBoolean());
    }

    [Fact]
    public async Task Catches_up_after_a_break_and_misses_nothing()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await ana.Write(visitor, "One");
        var seen = (await visitor.Read()).GetProperty("messages").EnumerateArray().Last().GetProperty("number").GetInt32();
        await ana.Write(visitor, "Two");
        await ana.Write(visitor, "Three");
        using var line = await visitor.Open(after: seen);
        var missed = (await line.Next("hello")).GetProperty("conversation").GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("kind").GetString() == "reply").Select(Said);
        Assert.Equal(["Two", "Three"], missed);
    }

    [Fact]
    public async Task Numbers_what_goes_down_the_line_from_one_without_a_gap()
    {
        using var visitor = await chat.NewChat();
        using var line = await visitor.Open();
        for (var i = 0; i < 5; i++) await visitor.Send($"Message {i}");
        for (var expected = 1; expected <= 6; expected++)
            Assert.Equal(expected, (await line.Next())!.Value.GetProperty("n").GetInt32());
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static string State(JsonElement hello) =>
        hello.GetProperty("conversation").GetProperty("standing").GetProperty("state").GetString()!;

    static string Text(JsonElement down) => Said(down.GetProperty("message"));

    static string Said(JsonElement message) => message.GetProperty("text").GetString()!;

    static Task<HttpResponseMessage> Write(Browser browser, WidgetVisitor visitor, string kind) =>
        browser.PostAsJsonAsync($"/api/conversations/{visitor.Conversation}/messages",
            new { clientId = Guid.NewGuid(), kind, text = "Hello" }, Cancel);

    static async Task<JsonElement> NextMessage(AgentAtDesk agent, string kind)
    {
        while (await agent.Line.NextEvent() is { } next)
            if (next.GetProperty("type").GetString() == "conversation.message"
                && next.GetProperty("data").GetProperty("message") is var message && message.GetProperty("kind").GetString() == kind)
                return message;
        throw new InvalidOperationException("The line was closed.");
    }
}
