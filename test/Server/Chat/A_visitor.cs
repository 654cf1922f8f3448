using System.Net;
using System.Text;
using System.Text.Json;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_visitor(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_valid_token_gets_nothing(string token)
    {
        using var visitor = chat.NewVisitor();
        visitor.UseToken(token);
        await (await visitor.Get("/conversation")).IsProblem("visitor-token-invalid");
        await (await visitor.Send("Hello")).IsProblem("visitor-token-invalid");
        await (await visitor.Get("/transcript")).IsProblem("visitor-token-invalid");
        await (await visitor.Post("/end", new { lastMessage = 0 })).IsProblem("visitor-token-invalid");
        await (await visitor.Post("/token", new { })).IsProblem("visitor-token-invalid");
        await (await visitor.SendFile("a.txt", [65])).IsProblem("visitor-token-invalid");
        using var line = await visitor.Open();
        Assert.Null(await line.Next());
    }

    [Fact]
    public async Task With_a_token_in_which_one_bit_was_changed_gets_nothing()
    {
        using var visitor = await chat.NewChat();
        var token = visitor.Token;
        for (var place = 0; place < token.Length; place += 7)
        {
            var changed = token[place] == 'A' ? 'B' : 'A';
            visitor.UseToken(token[..place] + changed + token[(place + 1)..]);
            await (await visitor.Get("/conversation")).IsProblem("visitor-token-invalid");
        }
    }

    [Fact]
    public async Task Renews_the_token_for_some_days_and_not_for_ever()
    {
        using var visitor = await chat.NewChat();
        using var late = await chat.NewChat();
        chat.Centre.Time.Advance(TimeSpan.FromHours(3));
        await (await visitor.Get("/conversation")).IsProblem("visitor-token-invalid");
        visitor.UseToken((await (await visitor.Post("/token", new { })).Json()).Text("token"));
        await (await visitor.Get("/conversation")).Is(HttpStatusCode.OK);
        chat.Centre.Time.Advance(TimeSpan.FromDays(8));
        await (await late.Post("/token", new { })).IsProblem("visitor-token-invalid");
    }

    [Fact]
    public async Task Sees_no_other_conversation_in_the_database()
    {
        using var mine = await chat.NewChat("Mine");
        using var other = await chat.NewChat("Other");
        var actor = new Actor(ActorKind.Visitor, mine.Conversation, [], [], false, []);
        await using var work = await chat.Centre.Database.Begin(actor, Cancel);
        Assert.Equal(["Mine"], await work.Query<string>("select text from message"));
        Assert.Equal([mine.Conversation], await work.Query<Guid>("select id from conversation"));
        Assert.True(await work.Single<int>("select count(*)::int from contact") <= 1);
        foreach (var table in (string[])["widget", "blocked_visitor", "person", "partner", "queue"])
            Assert.Equal(0, await work.Single<int>($"select count(*)::int from {table}"));
    }

    [Fact]
    public async Task Who_ends_the_chat_keeps_a_transcript_that_holds_no_markup_of_others()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat("<script>alert(1)</script>");
        await ana.Accept(visitor);
        await (await visitor.Post("/end", new { lastMessage = 9 })).Is(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await visitor.Read()).GetProperty("standing").Text("state") == "ended");
        await Eventually.Holds(async () => (await visitor.Read()).ToString().Contains("ended-customer", StringComparison.Ordinal));
        var answer = await visitor.Get("/transcript");
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.DoesNotContain("<script>", html);
        Assert.Contains("&lt;script&gt;", html);
        Assert.Contains("Marta Zieli", html);
        Assert.StartsWith("Slumber", await (await visitor.Get("/transcript?format=text")).Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Hands_over_files_that_only_the_conversation_can_read()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        using var other = await chat.NewChat();
        await ana.Accept(visitor);
        var clientId = Guid.NewGuid();
        var picture = new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 1, 2, 3 };
        var file = await (await visitor.SendFile("../../bed.png", picture, clientId)).Json();
        Assert.Equal("bed.png", file.Text("name"));
        var id = file.GetProperty("id").GetGuid();
        Assert.Equal(id, (await (await visitor.SendFile("bed.png", picture, clientId)).Json()).GetProperty("id").GetGuid());
        await (await visitor.Send("", fileIds: id)).Is(HttpStatusCode.OK);
        await (await other.Send("", fileIds: id)).IsProblem("not-found");
        await (await other.Get($"/files/{id}")).IsProblem("not-found");
        using var stranger = await chat.Centre.SignIn("agent", chat.Kablo);
        await (await stranger.GetAsync($"/api/files/{id}", Cancel)).IsProblem("not-found");
        var got = await ana.Browser.GetAsync($"/api/files/{id}", Cancel);
        Assert.Equal(picture, await got.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(got.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("bed.png", (await ana.Read(visitor)).ToString());
    }

    [Theory]
    [InlineData("run.exe", "MZ", "file-kind-refused")]
    [InlineData("page.html", "<html>", "file-kind-refused")]
    [InlineData("really.png", "<html>", "file-kind-refused")]
    [InlineData("drawing.svg", "<svg/>", "file-kind-refused")]
    [InlineData("empty.txt", "", "file-kind-refused")]
    public async Task Cannot_hand_over_what_is_not_accepted(string name, string content, string problem)
    {
        using var visitor = await chat.NewChat();
        await (await visitor.SendFile(name, Encoding.ASCII.GetBytes(content))).IsProblem(problem);
    }

    [Fact]
    public async Task Cannot_hand_over_a_file_that_is_too_large()
    {
        using var visitor = await chat.NewChat();
        var content = new byte[(5 * 1024 * 1024) + 1];
        content.AsSpan().Fill((byte)'x');
        await (await visitor.SendFile("big.txt", content)).IsProblem("file-too-large");
    }

    [Fact]
    public async Task Who_is_blocked_is_cut_off_and_cannot_come_back()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat(key: ChatFloor.Key);
        await ana.Accept(visitor);
        using var line = await visitor.Open();
        await line.Next("hello");
        using var ben = await chat.Centre.SignIn("agent", chat.Slumber);
        var address = $"/api/conversations/{visitor.Conversation}/block";
        await (await ben.PostAsync(address, null, Cancel)).IsProblem("not-your-conversation");
        await (await ana.Browser.PostAsync(address, null, Cancel)).Is(HttpStatusCode.NoContent);
        try
        {
            while (await line.Next() is not null) { }
            await (await visitor.Send("But")).IsProblem("visitor-blocked");
            await (await visitor.Post("/token", new { })).IsProblem("visitor-blocked");
            using var again = chat.NewVisitor();
            await (await again.Start("It is me, from the same address")).IsProblem("visitor-blocked");
            using var elsewhere = chat.NewVisitor(ChatFloor.OtherKey, null);
            await (await elsewhere.Start("Another partner's")).Is(HttpStatusCode.Created);
            await Eventually.Holds(async () => (await visitor.Read()).GetProperty("standing").Text("state") == "ended");
        }
        finally
        {
            await chat.Execute("update blocked_visitor set removed_at = now()");
            chat.Centre.Time.Advance(TimeSpan.FromSeconds(4));
        }
    }

    [Fact]
    public async Task Who_writes_while_the_queue_is_closed_leaves_a_message_that_is_routed_at_opening()
    {
        await using var ana = await chat.NewAgent(chat.Kablo, chat.Cables);
        var opensAt = chat.Centre.Time.GetUtcNow().AddHours(14);
        await chat.Configure(CellCommand.CloseQueue(chat.Cables, opensAt));
        using var visitor = await chat.NewChat("Are you there?", ChatFloor.OtherKey);
        await chat.Becomes(visitor, "parked");
        await Eventually.Holds(async () => (await visitor.Read()).ToString().Contains("\"taken\"", StringComparison.Ordinal));
        Assert.Equal(opensAt, (await visitor.Read()).GetProperty("standing").GetProperty("opensAt").GetDateTimeOffset());
        await (await visitor.Send("I will wait")).Is(HttpStatusCode.OK);
        chat.Centre.Time.Advance(TimeSpan.FromSeconds(31));
        await Eventually.Holds(async () => await chat.Row<int>("select count(*)::int from inbox") == 0);
        Assert.Equal("parked", (await visitor.Read()).GetProperty("standing").Text("state"));
        await chat.Configure(CellCommand.OpenQueue(chat.Cables));
        await ana.Accept(visitor);
    }

    [Fact]
    public async Task Is_told_that_the_queue_is_closed_for_a_while_and_how_long()
    {
        var opensAt = chat.Centre.Time.GetUtcNow().AddMinutes(20);
        Assert.True((await Settings()).GetProperty("open").GetBoolean());
        await chat.Configure(CellCommand.CloseQueue(chat.Cables, opensAt));
        var closed = await Settings();
        Assert.False(closed.GetProperty("open").GetBoolean());
        Assert.True(closed.GetProperty("pause").GetBoolean());
        Assert.Equal(opensAt, closed.GetProperty("opensAt").GetDateTimeOffset());
        using var visitor = chat.NewVisitor(ChatFloor.OtherKey, null);
        await (await visitor.Start("Without a way to answer", form: new { name = "Jan" })).IsProblem("invalid-input");

        await chat.Configure(CellCommand.OpenQueue(chat.Cables));
        var open = await Settings();
        Assert.True(open.GetProperty("open").GetBoolean());
        Assert.False(open.GetProperty("pause").GetBoolean());
    }

    /// <summary>As they are once whatever is kept of them has become old.</summary>
    async Task<JsonElement> Settings()
    {
        chat.Centre.Time.Advance(TimeSpan.FromSeconds(4));
        using var visitor = chat.NewVisitor(ChatFloor.OtherKey, null);
        return await (await visitor.Get($"/settings?key={ChatFloor.OtherKey}")).Json();
    }

    [Fact]
    public async Task Says_nonsense_on_the_line_and_is_cut_off()
    {
        using var visitor = await chat.NewChat();
        using var line = await visitor.Open();
        await line.Next("hello");
        await line.SayRaw("{not json");
        while (await line.Next() is not null) { }
        using var huge = await visitor.Open();
        await huge.Next("hello");
        await huge.SayRaw("{\"type\":\"" + new string('x', 10_000) + "\"}");
        while (await huge.Next() is not null) { }
    }

    [Fact]
    public async Task Hears_the_place_in_the_line()
    {
        using var first = await chat.NewChat("One", ChatFloor.OtherKey);
        await chat.Becomes(first, "waiting");
        using var second = await chat.NewChat("Two", ChatFloor.OtherKey);
        await chat.Becomes(second, "waiting");
        using var line = await second.Open();
        await line.Next("hello");
        await (await first.Post("/end", new { lastMessage = 1 })).Is(HttpStatusCode.NoContent);
        await chat.Becomes(first, "ended");
        chat.Centre.Time.Advance(TimeSpan.FromSeconds(4));
        await line.Next("standing", down => down.GetProperty("standing").TryGetProperty("position", out _));
    }

    [Fact]
    public async Task Is_read_by_colleagues_only_on_record_and_by_strangers_never()
    {
        await using var ana = await chat.NewAgent();
        using var visitor = await chat.NewChat();
        await ana.Accept(visitor);
        await ana.Read(visitor);
        var address = $"/api/conversations/{visitor.Conversation}";
        Assert.Equal(0, await Readings(visitor));
        using var lead = await chat.Centre.SignIn("lead", chat.Slumber);
        await (await lead.GetAsync(address, Cancel)).Is(HttpStatusCode.OK);
        Assert.Equal(1, await Readings(visitor));
        using var viewer = await chat.Centre.SignIn("partner-viewer", chat.Kablo);
        await (await viewer.GetAsync(address, Cancel)).IsProblem("not-found");
        await (await viewer.GetAsync(address + "/messages", Cancel)).IsProblem("not-found");
    }

    Task<int> Readings(WidgetVisitor visitor) => chat.Row<int>(
        "select count(*)::int from audit where action = 'conversation-read' and subject_id = @Conversation", new { visitor.Conversation });
}
