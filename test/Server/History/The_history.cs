using System.Collections.Frozen;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Chat;
using Centrala.Testing;

namespace Centrala.Server.Tests.History;

/// <summary>Conversations of two partners, looked for over HTTP by those who may and those who may not.</summary>
public sealed class The_history(ToldCentre told) : IClassFixture<ToldCentre>
{
    readonly ChatCentre chat = told.Chat;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("materac")] // The beginning of "materacem" is enough.
    [InlineData("Sprezyna")] // Accents and case do not matter: "sprężyna".
    [InlineData("sprężyna materac")]
    [InlineData("sprzęyna")] // Two letters exchanged.
    [InlineData("spręyna")] // One left out.
    [InlineData("halina los")]
    [InlineData("halina@slumber.example")]
    [InlineData("gwarancja")] // A colleague's note.
    [InlineData("zwrot")] // A tag.
    public async Task Is_found_by_what_was_said_however_it_is_typed(string text)
    {
        using var browser = await chat.Centre.SignIn("agent", chat.Slumber);
        Assert.Equal([told.Mattress], await Found(browser, "text=" + Uri.EscapeDataString(text)));
    }

    [Fact]
    public async Task Holds_nothing_that_was_not_said()
    {
        using var browser = await chat.Centre.SignIn("agent", chat.Slumber);
        Assert.Empty(await Found(browser, "text=materac%20kabel"));
        Assert.Empty(await Found(browser, "text=zzzzzzzz"));
    }

    [Fact]
    public async Task Shows_where_the_words_stand()
    {
        using var browser = await chat.Centre.SignIn("lead", chat.Slumber);
        var entry = (await Ask(browser, "text=sprezyna")).GetProperty("entries")[0];
        var snippet = entry.GetProperty("snippet");
        var mark = snippet.GetProperty("marks")[0];
        Assert.Equal("sprężyna", snippet.Text("text")[mark[0].GetInt32()..mark[1].GetInt32()]);
        Assert.Equal("Halina Łoś", entry.Text("customerName"));
        Assert.Equal(told.Ana, entry.GetProperty("agents")[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Is_narrowed_by_what_the_contact_is()
    {
        using var browser = await chat.Centre.SignIn("lead", chat.Slumber);
        Assert.Equal([told.Mattress], await Found(browser, $"agent={told.Ana}&state=ended&channel=chat&language=pl"));
        Assert.Equal([told.Mattress], await Found(browser, $"queue={chat.Beds}&disposition={told.Bought}"));
        Assert.Empty(await Found(browser, $"agent={Guid.NewGuid()}"));
        Assert.Empty(await Found(browser, "state=open&text=materac"));
        Assert.Empty(await Found(browser, "to=2001-01-01T00:00:00Z"));
        Assert.Contains(told.Mattress, await Found(browser, "from=2001-01-01T00:00:00Z"));
        Assert.Equal([told.Mattress], await Found(browser, $"text={told.Mattress}"));
        await (await browser.GetAsync("/api/history?state=lost", Cancel)).IsProblem("invalid-input");
        await (await browser.GetAsync("/api/history?cursor=x", Cancel)).IsProblem("invalid-input");
    }

    [Fact]
    public async Task Is_narrowed_by_a_tag_and_follows_its_changes()
    {
        using var browser = await chat.Centre.SignIn("agent", chat.Slumber);
        Assert.Equal([told.Mattress], await Found(browser, "tag=Zwrot%20Mebli"));
        Assert.Equal("zwrot-mebli", (await Ask(browser, "tag=zwrot-mebli")).GetProperty("entries")[0].GetProperty("tags")[0].GetString());
        Assert.Empty(await Found(browser, "tag=zwrot"));
        await (await browser.GetAsync("/api/history?tag=%3Cb%3E", Cancel)).IsProblem("invalid-input");
        using var viewer = await chat.Centre.SignIn("partner-viewer", chat.Slumber);
        Assert.Empty(await Found(viewer, "tag=zwrot-mebli"));
        Assert.Empty(await Found(viewer, "text=zwrot"));
        await (await browser.PutAsync($"/api/conversations/{told.Conversation}/tags/pilne", null, Cancel)).Is(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await Found(browser, "tag=pilne")).Contains(told.Mattress));
    }

    [Fact]
    public async Task Knows_what_the_same_customer_came_for_before()
    {
        using var browser = await chat.Centre.SignIn("agent", chat.Slumber);
        chat.Centre.Time.Advance(TimeSpan.FromSeconds(1));
        using var again = chat.NewVisitor();
        await (await again.Start("Znowu ja", form: new { name = "Ola", email = "ola@slumber.example" })).Is(HttpStatusCode.Created);
        await chat.Execute("update conversation set identity = 'customer-17' where id = any(@ids)",
            new { ids = new[] { told.Conversation, again.Conversation } });
        var path = $"/api/history/{await chat.ContactOf(again)}/earlier";
        var earlier = await (await browser.GetAsync(path, Cancel)).Json();
        Assert.Equal([told.Mattress], earlier.EnumerateArray().Select(one => one.GetProperty("contactId").GetGuid()));
        Assert.Empty((await (await browser.GetAsync($"/api/history/{told.Mattress}/earlier", Cancel)).Json()).EnumerateArray());
        using var stranger = await chat.Centre.SignIn("agent", chat.Kablo);
        Assert.Empty((await (await stranger.GetAsync(path, Cancel)).Json()).EnumerateArray());
    }

    [Fact]
    public async Task Comes_in_pages_the_newest_first()
    {
        using var browser = await chat.Centre.SignIn("admin");
        var all = await Found(browser, "");
        Assert.True(all.IndexOf(told.Cable) < all.IndexOf(told.Mattress));
        var number = await chat.Row<long>("select number from history_entry where contact_id = @Cable", new { told.Cable });
        Assert.Equal([told.Mattress], await Found(browser, $"cursor={number}"));
    }

    [Fact]
    public async Task Shows_nothing_of_a_partner_whom_one_does_not_serve()
    {
        foreach (var role in new[] { "agent", "lead", "quality", "partner-viewer" })
        {
            using var browser = await chat.Centre.SignIn(role, chat.Kablo);
            Assert.Equal([told.Cable], await Found(browser, ""));
            Assert.Empty(await Found(browser, "text=materac"));
            Assert.Empty(await Found(browser, $"text={told.Mattress}"));
            Assert.Empty(await Found(browser, $"partner={chat.Slumber}"));
            await (await browser.GetAsync($"/api/history/{told.Mattress}", Cancel)).IsProblem("not-found");
        }
        using var planner = await chat.Centre.SignIn("planner", chat.Slumber);
        await (await planner.GetAsync("/api/history?text=materac", Cancel)).IsProblem("not-permitted");
    }

    [Fact]
    public async Task Shows_a_partners_viewer_neither_notes_nor_who_worked()
    {
        using var viewer = await chat.Centre.SignIn("partner-viewer", chat.Slumber);
        Assert.Empty(await Found(viewer, "text=gwarancja"));
        var entry = (await Ask(viewer, "text=materac")).GetProperty("entries")[0];
        Assert.Equal(0, entry.GetProperty("agents").GetArrayLength());
        var story = await viewer.GetFromJsonAsync<JsonElement>($"/api/history/{told.Mattress}", Cancel);
        Assert.Equal(0, story.GetProperty("wrapUps").GetArrayLength());
        Assert.DoesNotContain("Test agent", story.GetRawText());
    }

    /// <summary>Called as the program's other parts could call it, with whatever they might give.</summary>
    [Theory]
    [InlineData(ActorKind.Staff, "agent")]
    [InlineData(ActorKind.Staff, "admin")]
    [InlineData(ActorKind.Partner, "partner-viewer")]
    [InlineData(ActorKind.Token, "read-conversations")]
    [InlineData(ActorKind.Visitor, "")]
    [InlineData(ActorKind.Customer, "")]
    public async Task Keeps_a_foreign_partners_contacts_from_every_principal(ActorKind kind, string role)
    {
        foreach (Guid[] partners in (Guid[][])[[chat.Kablo], []])
        {
            var actor = new Actor(kind, Guid.CreateVersion7(), new[] { role }.ToFrozenSet(), partners.ToFrozenSet(), false, []);
            foreach (var (groups, facets) in Attempts())
                Assert.DoesNotContain(told.Mattress, await Search(actor, groups, facets));
        }
    }

    [Fact]
    public async Task Keeps_notes_from_partners_whatever_the_program_asks_for()
    {
        var viewer = new Actor(ActorKind.Partner, Guid.CreateVersion7(), ["partner-viewer"], [chat.Slumber], false, []);
        Assert.Contains(told.Mattress, await Search(viewer, ["materacem"], []));
        Assert.Empty(await Search(viewer, ["gwarancja"], []));
        Assert.Empty(await Search(viewer, ["zzz ~gwarancja"], []));
        Assert.Empty(await Search(viewer, ["zzz"], ["~gwarancja"]));
    }

    [Fact]
    public async Task Tells_every_event_of_a_contact_with_its_instant_and_who_it_was()
    {
        using var browser = await chat.Centre.SignIn("lead", chat.Slumber);
        var story = await browser.GetFromJsonAsync<JsonElement>($"/api/history/{told.Mattress}", Cancel);
        var events = story.GetProperty("events").EnumerateArray().ToList();
        string[] kinds = [.. events.Select(one => one.Text("kind"))];
        Assert.Equal(["arrived", "queued", "offered", "connected", "segment-ended", "contact-ended", "wrap-up-ended"],
            kinds.Where(kind => kind != "step-entered"));
        Assert.All(events.Where(one => one.Text("kind") is "offered" or "connected" or "wrap-up-ended"),
            one => Assert.Equal(told.Ana, one.GetProperty("agent").GetProperty("id").GetGuid()));
        Assert.Equal("Bought a bed", story.GetProperty("wrapUps")[0].Text("disposition"));
        Assert.True(events.Zip(events.Skip(1)).All(pair => pair.First.GetProperty("at").GetDateTimeOffset()
            <= pair.Second.GetProperty("at").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Writes_down_who_was_shown_what_others_said()
    {
        var lead = await chat.Centre.AddPerson(["lead"], chat.Slumber);
        using var browser = await chat.Centre.SignIn(lead);
        await Found(browser, "text=materac");
        Assert.Equal(1, await chat.Row<int>("""
            select count(*)::int from audit where actor_id = @Id and action = 'conversations-searched'
              and details->'conversations' ? @conversation
            """, new { lead.Id, conversation = told.Conversation.ToString() }));
    }

    [Fact]
    public async Task Finds_what_was_said_a_moment_ago_in_a_running_conversation()
    {
        using var visitor = await chat.NewChat("Zupełnie nowa sprawa");
        using var browser = await chat.Centre.SignIn("agent", chat.Slumber);
        await (await visitor.Send("Chodzi o wezgłowie")).Is(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await Found(browser, "text=wezglowie")).Count == 1);
    }

    static IEnumerable<(string[] Groups, string[] Facets)> Attempts() =>
    [
        ([], []), (["materacem"], []), (["materacem sprezyna"], ["s:ended"]), ([], ["s:ended s:open"]), (["~gwarancja"], []),
        (["'"], []), (["\\"], ["p:' | 'materacem"]),
    ];

    async Task<List<Guid>> Search(Actor actor, string[] groups, string[] facets)
    {
        await using var work = await chat.Centre.Database.Begin(actor, Cancel);
        return [.. await work.Query<Guid>(
            "select contact_id from search_history(@groups, @facets, null, null, 9999999, 100)", new { groups, facets })];
    }

    static async Task<List<Guid>> Found(Browser browser, string question) =>
        [.. (await Ask(browser, question)).GetProperty("entries").EnumerateArray().Select(one => one.GetProperty("contactId").GetGuid())];

    static async Task<JsonElement> Ask(Browser browser, string question) =>
        await (await browser.GetAsync("/api/history?" + question, Cancel)).Json();
}
