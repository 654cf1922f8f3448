using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

public sealed class A_one_time_link(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    const string NewPassword = "a password of one's own";
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invites_a_person_who_sets_a_password_and_signs_in()
    {
        var (email, token) = await Invite();
        using var browser = centre.NewBrowser();
        var shown = await (await browser.GetAsync($"/api/links/{token}", Cancel)).Json();
        Assert.Equal(("invitation", email, "New Person"), (shown.Text("kind"), shown.Text("email"), shown.Text("name")));
        await (await Use(browser, token)).Is(HttpStatusCode.NoContent);
        await (await SignIn(browser, email, NewPassword)).Is(HttpStatusCode.NoContent);
        await (await browser.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Works_once()
    {
        var (_, token) = await Invite();
        using var browser = centre.NewBrowser();
        await (await Use(browser, token)).Is(HttpStatusCode.NoContent);
        await (await Use(browser, token)).IsProblem("link-spent");
        await (await browser.GetAsync($"/api/links/{token}", Cancel)).IsProblem("link-spent");
    }

    [Fact]
    public async Task Works_once_also_when_it_is_used_twice_at_once()
    {
        var (_, token) = await Invite();
        using var browser = centre.NewBrowser();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Use(browser, token)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Expires()
    {
        var (_, token) = await Invite();
        using var browser = centre.NewBrowser();
        centre.Time.Advance(LinkKind.LifetimeOf(LinkKind.Invitation));
        await (await Use(browser, token)).IsProblem("link-spent");
    }

    [Fact]
    public async Task Is_replaced_by_the_next_one()
    {
        var person = await centre.AddPerson(["agent"]);
        using var administrator = await centre.SignIn("admin");
        var (first, second) = (await Reset(administrator, person), await Reset(administrator, person));
        using var browser = centre.NewBrowser();
        await (await Use(browser, first)).IsProblem("link-spent");
        await (await Use(browser, second)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task That_resets_a_password_ends_the_persons_sessions_and_the_former_password()
    {
        var person = await centre.AddPerson(["agent"]);
        using var former = await centre.SignIn(person);
        using var administrator = await centre.SignIn("admin");
        using var browser = centre.NewBrowser();
        await (await Use(browser, await Reset(administrator, person))).Is(HttpStatusCode.NoContent);
        await (await former.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
        await (await SignIn(browser, person.Email, People.Password)).IsProblem("wrong-credentials");
        await (await SignIn(browser, person.Email, NewPassword)).Is(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData(null)]
    public async Task Refuses_a_weak_password_and_keeps_working(string? password)
    {
        var (_, token) = await Invite();
        using var browser = centre.NewBrowser();
        var refused = await browser.PostAsJsonAsync($"/api/links/{token}", new { password }, Cancel);
        await refused.IsProblem("invalid-input");
        using var body = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.NotEmpty(body.RootElement.GetProperty("errors").GetProperty("password").EnumerateArray());
        await (await Use(browser, token)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Is_useless_when_its_person_was_deactivated()
    {
        var person = await centre.AddPerson(["agent"]);
        using var administrator = await centre.SignIn("admin");
        var token = await Reset(administrator, person);
        await administrator.PutAsync($"/api/people/{person.Id}/deactivation", null, Cancel);
        using var browser = centre.NewBrowser();
        await (await Use(browser, token)).IsProblem("link-spent");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task That_nobody_made_opens_nothing(string token)
    {
        using var browser = centre.NewBrowser();
        await (await browser.GetAsync($"/api/links/{token}", Cancel)).IsProblem("link-spent");
        await (await Use(browser, token)).IsProblem("link-spent");
    }

    async Task<(string Email, string Token)> Invite()
    {
        using var administrator = await centre.SignIn("admin");
        var email = $"new.{Guid.NewGuid():n}@lighthouse.example";
        var answer = await (await administrator.PostAsJsonAsync(
            "/api/invitations", new { email, name = "New Person", roles = new[] { "agent" } }, Cancel)).Json();
        return (email, TokenIn(answer));
    }

    async Task<string> Reset(HttpClient administrator, People.Person person) => TokenIn(await (await administrator.PostAsJsonAsync(
        "/api/password-resets", new { personId = person.Id }, Cancel)).Json());

    string TokenIn(JsonElement answer)
    {
        var link = new Uri(answer.Text("link"));
        Assert.Equal(centre.Address.Authority, link.Authority);
        return link.Segments[^1];
    }

    static Task<HttpResponseMessage> Use(HttpClient browser, string token) =>
        browser.PostAsJsonAsync($"/api/links/{token}", new { password = NewPassword }, Cancel);

    static Task<HttpResponseMessage> SignIn(HttpClient browser, string email, string password) =>
        browser.PostAsJsonAsync("/api/session", new { email, password }, Cancel);
}

public sealed class The_first_administrator(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await TestCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Comes_in_by_the_newest_link_and_only_while_there_is_none()
    {
        var older = (await FirstAdministrator.Link(centre.Database, centre.Time, Cancel))!;
        var link = (await FirstAdministrator.Link(centre.Database, centre.Time, Cancel))!;
        using var browser = centre.NewBrowser();
        var request = new { email = "First@Lighthouse.example", name = "First", password = "a password of one's own" };
        await (await browser.PostAsJsonAsync("/api/links/" + older.Split('/')[^1], request, Cancel)).IsProblem("link-spent");
        await (await browser.PostAsJsonAsync("/api/links/" + link.Split('/')[^1], request, Cancel)).Is(HttpStatusCode.NoContent);
        await (await browser.PostAsJsonAsync("/api/session", request, Cancel)).Is(HttpStatusCode.NoContent);
        var session = await (await browser.GetAsync("/api/session", Cancel)).Json();
        Assert.Contains("manage-people", session.GetProperty("permissions").EnumerateArray().Select(name => name.GetString()));
        Assert.True(session.GetProperty("allPartners").GetBoolean());
        Assert.Null(await FirstAdministrator.Link(centre.Database, centre.Time, Cancel));
    }

    [Fact]
    public async Task Must_say_a_name_and_an_address()
    {
        var link = (await FirstAdministrator.Link(centre.Database, centre.Time, Cancel))!;
        using var browser = centre.NewBrowser();
        var refused = await browser.PostAsJsonAsync(
            "/api/links/" + link.Split('/')[^1], new { password = "a password of one's own" }, Cancel);
        await refused.IsProblem("invalid-input");
    }
}
