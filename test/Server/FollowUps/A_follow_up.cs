using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Chat;
using Centrala.Testing;

namespace Centrala.Server.Tests.FollowUps;

public sealed class A_follow_up(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    DateTimeOffset Now => chat.Centre.Time.GetUtcNow();

    [Fact]
    public async Task Comes_back_to_its_author_when_it_is_due_and_is_handled_like_any_work()
    {
        await using var ben = await chat.NewAgent();
        await using var ana = await chat.NewAgent();
        var task = await Add(ana.Browser, Now.AddHours(2), leadMinutes: 30);
        chat.Centre.Time.Advance(TimeSpan.FromMinutes(80));
        Assert.Equal("planned", (await Own(ana.Browser, task)).Text("state"));
        chat.Centre.Time.Advance(TimeSpan.FromMinutes(11));

        var offer = await Offered(ana.Browser);
        Assert.Equal("task", offer.Text("channel"));
        var contact = offer.GetProperty("contactId").GetGuid();
        await (await ana.Browser.PostAsJsonAsync($"/api/contacts/{contact}/acceptance", new { }, Cancel)).Is(HttpStatusCode.NoContent);
        var shown = await (await ana.Browser.GetAsync($"/api/contacts/{contact}/follow-up", Cancel)).Json();
        Assert.Equal("Call the warehouse", shown.Text("text"));
        Assert.Equal("connected", shown.Text("state"));
        var desk = await (await ana.Browser.GetAsync("/api/desk", Cancel)).Json();
        Assert.Contains("Call the warehouse", desk.GetProperty("contacts")[0].GetProperty("lastMessage").Text("text"));
        await (await ana.Browser.PostAsJsonAsync($"/api/contacts/{contact}/end", new { lastMessage = 1 }, Cancel)).Is(HttpStatusCode.NoContent);
        await (await ana.Browser.PostAsJsonAsync($"/api/contacts/{contact}/wrap-up", new { }, Cancel)).Is(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await Tasks(ana.Browser)).All(one => one.GetProperty("id").GetGuid() != task));
        Assert.Equal(1, await chat.Row<int>("select count(*)::int from contact where external_id = @task", new { task }));
    }

    [Fact]
    public async Task Reaches_its_author_who_is_no_member_of_the_queue()
    {
        var other = Guid.CreateVersion7();
        await chat.Execute("""
            insert into queue select (jsonb_populate_record(q, jsonb_build_object('id', @other, 'name', 'Others'))).* from queue q where id = @Beds
            """, new { other, chat.Beds });
        await chat.Configure(CellCommand.ConfigureQueue(new() { Id = other, Partner = chat.Slumber }));
        await using var ana = await chat.NewAgent(queue: other);
        var task = await Add(ana.Browser, Now.AddHours(1));
        chat.Centre.Time.Advance(TimeSpan.FromMinutes(61));
        var contact = (await Offered(ana.Browser)).GetProperty("contactId").GetGuid();
        Assert.Equal(task, await chat.Row<Guid>("select id from follow_up where contact_id = @contact", new { contact }));
    }

    [Fact]
    public async Task Goes_to_the_queue_when_its_author_is_not_there()
    {
        Guid task;
        await using (var ana = await chat.NewAgent()) task = await Add(ana.Browser, Now.AddHours(1));
        await using var ben = await chat.NewAgent();
        chat.Centre.Time.Advance(TimeSpan.FromMinutes(61));
        var contact = (await Offered(ben.Browser)).GetProperty("contactId").GetGuid();
        Assert.Equal(task, await chat.Row<Guid>("select id from follow_up where contact_id = @contact", new { contact }));
    }

    [Fact]
    public async Task Can_be_called_off_until_it_is_work()
    {
        await using var ana = await chat.NewAgent();
        var off = await Add(ana.Browser, Now.AddHours(1));
        await (await ana.Browser.DeleteAsync($"/api/follow-ups/{off}", Cancel)).Is(HttpStatusCode.NoContent);
        var due = await Add(ana.Browser, Now.AddMinutes(1));
        chat.Centre.Time.Advance(TimeSpan.FromMinutes(70));
        await Eventually.Holds(async () => await chat.Row<bool>("select routed_at is not null from follow_up where id = @due", new { due }));
        await (await ana.Browser.DeleteAsync($"/api/follow-ups/{due}", Cancel)).IsProblem("follow-up-is-work");
        Assert.Null(await chat.Row<DateTime?>("select routed_at from follow_up where id = @off", new { off }));
    }

    [Fact]
    public async Task Is_nobody_elses_to_see_or_to_call_off()
    {
        using var ana = await chat.Centre.SignIn("agent", chat.Slumber);
        var task = await Add(ana, Now.AddDays(1));
        var contact = await chat.Row<Guid>("select contact_id from follow_up where id = @task", new { task });
        using var other = await chat.Centre.SignIn("agent", chat.Kablo);
        await (await other.GetAsync($"/api/contacts/{contact}/follow-up", Cancel)).IsProblem("not-found");
        await (await other.DeleteAsync($"/api/follow-ups/{task}", Cancel)).IsProblem("not-found");
        using var colleague = await chat.Centre.SignIn("agent", chat.Slumber);
        await (await colleague.DeleteAsync($"/api/follow-ups/{task}", Cancel)).IsProblem("not-found");
        await (await Post(other, Now.AddDays(1))).IsProblem("invalid-input");
    }

    [Fact]
    public async Task Says_what_is_wrong_with_it()
    {
        using var ana = await chat.Centre.SignIn("agent", chat.Slumber);
        await (await Post(ana, Now.AddDays(-1))).IsProblem("invalid-input");
        await (await Post(ana, Now.AddYears(3))).IsProblem("invalid-input");
        await (await Post(ana, Now.AddDays(1), text: "  ")).IsProblem("invalid-input");
        await (await Post(ana, Now.AddDays(1), leadMinutes: -1)).IsProblem("invalid-input");
        await (await Post(ana, Now.AddDays(1), about: Guid.NewGuid())).IsProblem("invalid-input");
    }

    async Task<Guid> Add(Browser browser, DateTimeOffset due, int leadMinutes = 0)
    {
        var answer = await Post(browser, due, leadMinutes);
        await answer.Is(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
    }

    Task<HttpResponseMessage> Post(
        Browser browser, DateTimeOffset dueAt, int leadMinutes = 0, string text = "Call the warehouse", Guid? about = null) =>
        browser.PostAsJsonAsync("/api/follow-ups",
            new { text, dueAt, leadMinutes, mine = true, queueId = chat.Beds, aboutContactId = about }, Cancel);

    static async Task<JsonElement> Own(Browser browser, Guid id) =>
        (await Tasks(browser)).Single(one => one.GetProperty("id").GetGuid() == id);

    static async Task<List<JsonElement>> Tasks(Browser browser) =>
        [.. (await (await browser.GetAsync("/api/follow-ups", Cancel)).Json()).EnumerateArray()];

    static async Task<JsonElement> Offered(Browser browser)
    {
        JsonElement offer = default;
        await Eventually.Holds(async () =>
        {
            var offers = (await (await browser.GetAsync("/api/desk", Cancel)).Json()).GetProperty("offers");
            if (offers.GetArrayLength() == 0) return false;
            offer = offers[0];
            return true;
        });
        return offer;
    }
}
