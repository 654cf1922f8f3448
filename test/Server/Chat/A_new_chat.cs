using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_new_chat(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_stored_with_its_message_and_waits_in_its_queue()
    {
        using var visitor = await chat.NewChat("Czy materac GOLD pasuje do stelaża 140?");
        var conversation = await visitor.Read();
        var message = Assert.Single(conversation.GetProperty("messages").EnumerateArray());
        Assert.Equal("Czy materac GOLD pasuje do stelaża 140?", message.GetProperty("text").GetString());
        Assert.Equal("waiting", conversation.GetProperty("standing").GetProperty("state").GetString());
        await chat.Becomes(visitor, "waiting");
        Assert.Equal(chat.Beds, await chat.Row<Guid>(
            """
            select k.queue_id from contact k join conversation c on c.contact_id = k.id
            where c.id = @Conversation and k.language_id = @Polish
            """, new { visitor.Conversation, chat.Polish }));
    }

    [Fact]
    public async Task Sent_again_and_at_once_many_times_is_one_chat()
    {
        var clientId = Guid.NewGuid();
        using var visitor = chat.NewVisitor();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.Start("Halo?", clientId: clientId)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(1, await chat.Row<int>("select count(*)::int from conversation where client_id = @clientId", new { clientId }));
        Assert.Single((await visitor.Read()).GetProperty("messages").EnumerateArray());
    }

    [Fact]
    public async Task Sent_again_keeps_no_other_chat_from_beginning_beside_it()
    {
        var clientId = Guid.NewGuid();
        using var visitor = chat.NewVisitor();
        (await visitor.Start("Halo?", clientId: clientId)).EnsureSuccessStatusCode();
        WidgetVisitor[] others = [.. Enumerable.Range(0, 8).Select(_ => chat.NewVisitor())];

        var answers = await Task.WhenAll(
            others.SelectMany(other => new[] { other.Start("Hello"), visitor.Start("Halo?", clientId: clientId) }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        foreach (var other in others)
        {
            await chat.Becomes(other, "waiting");
            Assert.Single((await other.Read()).GetProperty("messages").EnumerateArray());
            other.Dispose();
        }
        Assert.Equal(9, others.Append(visitor).Select(one => one.Conversation).Distinct().Count());
    }

    [Fact]
    public async Task Of_another_browser_with_the_same_client_id_is_refused()
    {
        var clientId = Guid.NewGuid();
        using var first = chat.NewVisitor();
        using var second = chat.NewVisitor();
        (await first.Start("Mine", clientId: clientId)).EnsureSuccessStatusCode();
        await (await second.Start("Stolen", clientId: clientId)).IsProblem("client-id-taken");
        Assert.Equal("", second.Token);
    }

    [Theory]
    [InlineData("https://evil.example", "origin-not-allowed")]
    [InlineData("null", "origin-not-allowed")]
    public async Task From_a_page_that_is_not_listed_is_refused(string origin, string problem)
    {
        using var visitor = chat.NewVisitor(origin: origin);
        await (await visitor.Start("Hello")).IsProblem(problem);
        await (await visitor.Get($"/settings?key={ChatFloor.Key}")).IsProblem(problem);
    }

    [Fact]
    public async Task With_an_unknown_key_is_refused()
    {
        using var visitor = chat.NewVisitor("no-such-widget");
        await (await visitor.Start("Hello")).IsProblem("unknown-widget");
    }

    [Fact]
    public async Task Without_consent_is_refused_where_the_widget_asks_for_it()
    {
        using var visitor = chat.NewVisitor();
        await (await visitor.Start("Hello", consent: false)).IsProblem("consent-needed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("nul\0")]
    public async Task Without_a_message_is_refused(string text)
    {
        using var visitor = chat.NewVisitor();
        await (await visitor.Start(text)).IsProblem("invalid-input");
    }

    [Fact]
    public async Task With_a_message_that_is_too_long_is_refused()
    {
        using var visitor = chat.NewVisitor();
        await (await visitor.Start(new string('x', 4_001))).IsProblem("invalid-input");
        await (await visitor.Start(new string('x', 70_000))).IsProblem("too-large");
    }

    [Fact]
    public async Task Keeps_the_page_without_its_query()
    {
        using var visitor = await chat.NewChat();
        Assert.Equal("https://slumber.example/mattresses", await chat.Row<string>(
            "select page from conversation where id = @Conversation", new { visitor.Conversation }));
    }

    [Fact]
    public async Task Speaks_a_language_of_the_widget()
    {
        using var visitor = chat.NewVisitor();
        (await visitor.Start("Bom dia", language: "pt-BR")).EnsureSuccessStatusCode();
        Assert.Equal("pl", await chat.Row<string>(
            "select language from conversation where id = @Conversation", new { visitor.Conversation }));
    }

    [Fact]
    public async Task Knows_a_customer_whom_the_page_vouches_for()
    {
        using var admin = await chat.Centre.SignIn("admin");
        var made = await admin.PostAsJsonAsync($"/api/widgets/{chat.WidgetId}/identity-secret", new { }, Cancel);
        var secret = (await made.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("secret").GetString()!;
        using var visitor = chat.NewVisitor();
        var token = Identities.Sign(secret, new { sub = "c-1042", name = "J. Ortiz", exp = Later });
        (await visitor.Start("Hola", identity: token, form: new { name = "Somebody else" })).EnsureSuccessStatusCode();
        Assert.Equal("c-1042 J. Ortiz", await chat.Row<string>(
            "select identity || ' ' || customer_name from conversation where id = @Conversation", new { visitor.Conversation }));

        using var forger = chat.NewVisitor();
        string[] forged =
        [
            Identities.Sign("wrong", new { sub = "c-1042", exp = Later }),
            Identities.Sign(secret, new { sub = "c-1042", exp = 1 }),
            Identities.Sign(secret, new { sub = "c-1042" }),
            Identities.Sign(secret, new { exp = Later }),
            Identities.Sign(secret, new { sub = "c-1042", exp = Later }, algorithm: "none"),
            "a.b", "..", "x",
        ];
        foreach (var identity in forged) await (await forger.Start("Hola", identity: identity)).IsProblem("identity-invalid");
    }

    long Later => chat.Centre.Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
}
