using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

public sealed class Signing_in(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await TestCentre.Start(postgres);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task With_the_right_password_opens_a_session_that_says_who_one_is()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = await centre.SignIn(person);
        var session = await (await browser.GetAsync("/api/session", Cancel)).Json();
        Assert.Equal(person.Id.ToString(), session.GetProperty("person").Text("id"));
        Assert.Equal(person.Email, session.GetProperty("person").Text("email"));
        Assert.Equal(person.Id.ToString(), session.Text("agentId"));
        Assert.Equal(
            ["handle-contacts", "own-account", "read-conversations"],
            session.GetProperty("permissions").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Sets_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = centre.NewBrowser();
        var answer = await Attempt(browser, person.Email, People.Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("centrala=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong password of the right length")]
    [InlineData("")]
    public async Task With_a_wrong_password_is_refused_as_for_somebody_unknown(string password)
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = centre.NewBrowser();
        var known = await Attempt(browser, person.Email, password);
        var unknown = await Attempt(browser, "nobody@lighthouse.example", password);
        await known.IsProblem("wrong-credentials");
        await unknown.IsProblem("wrong-credentials");
        Assert.Equal(await Keys(known), await Keys(unknown));
        Assert.False(known.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Does_not_mind_capital_letters_and_blanks_around_the_address()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = centre.NewBrowser();
        await (await Attempt(browser, $" {person.Email.ToUpperInvariant()} ", People.Password)).Is(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rests_after_five_failures_whether_the_address_is_known_or_not(bool known)
    {
        var email = known ? (await centre.AddPerson(["agent"])).Email : "unknown@lighthouse.example";
        using var browser = centre.NewBrowser();
        for (var i = 0; i < 5; i++) await (await Attempt(browser, email, "wrong password")).IsProblem("wrong-credentials");
        var rests = await Attempt(browser, email, People.Password);
        await rests.IsProblem("sign-in-rests");
        Assert.Equal(TimeSpan.FromSeconds(30), rests.Headers.RetryAfter!.Delta);

        centre.Time.Advance(TimeSpan.FromSeconds(30));
        await (await Attempt(browser, email, "wrong password")).IsProblem("wrong-credentials");
        Assert.Equal(TimeSpan.FromSeconds(60), (await Attempt(browser, email, "wrong")).Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Succeeds_after_the_rest_and_forgets_the_failures()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = centre.NewBrowser();
        for (var i = 0; i < 5; i++) await Attempt(browser, person.Email, "wrong password");
        centre.Time.Advance(TimeSpan.FromSeconds(30));
        await (await Attempt(browser, person.Email, People.Password)).Is(HttpStatusCode.NoContent);
        for (var i = 0; i < 4; i++)
            await (await Attempt(browser, person.Email, "wrong password")).IsProblem("wrong-credentials");
        await (await Attempt(browser, person.Email, People.Password)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task At_once_many_times_cannot_outrun_the_rest()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = centre.NewBrowser();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Attempt(browser, person.Email, "wrong password")));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(15, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"email\":7}")]
    [InlineData("{\"email\":\"a@b\",\"password\"")]
    [InlineData("")]
    public async Task With_a_body_that_makes_no_sense_is_refused_with_a_reason(string body)
    {
        using var browser = centre.NewBrowser();
        using var content = new StringContent(body, null, "application/json");
        var answer = await browser.PostAsync("/api/session", content, Cancel);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized });
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>All that the body says, but for the number of the trace.</summary>
    static async Task<IEnumerable<string>> Keys(HttpResponseMessage answer)
    {
        using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(Cancel), default, Cancel);
        return [.. body.RootElement.EnumerateObject().Where(one => one.Name != "traceId").Select(one => one.ToString())];
    }

    static Task<HttpResponseMessage> Attempt(HttpClient browser, string email, string password) =>
        browser.PostAsJsonAsync("/api/session", new { email, password }, Cancel);
}
