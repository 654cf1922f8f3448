using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

public sealed class A_request_with_an_idempotency_key(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Happens_once_and_gives_the_same_answer_again()
    {
        using var browser = await centre.SignIn("admin");
        var first = await Create(browser, "key", "One");
        var second = await Create(browser, "key", "One");
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(1, await Tokens(browser, "One"));
    }

    [Fact]
    public async Task Happens_once_also_when_it_is_sent_many_times_at_once()
    {
        using var browser = await centre.SignIn("admin");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Create(browser, "race", "Race")));
        Assert.Equal(1, await Tokens(browser, "Race"));
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        Assert.Single((await Task.WhenAll(answers.Where(answer => answer.IsSuccessStatusCode)
            .Select(answer => answer.Content.ReadAsStringAsync(Cancel)))).Distinct());
    }

    [Fact]
    public async Task Is_refused_when_the_key_was_used_for_something_else()
    {
        using var browser = await centre.SignIn("admin");
        await (await Create(browser, "other", "First")).Is(HttpStatusCode.OK);
        await (await Create(browser, "other", "Second")).IsProblem("idempotency-key-reused");
        Assert.Equal(0, await Tokens(browser, "Second"));
    }

    [Fact]
    public async Task Does_not_meet_somebody_elses_key()
    {
        using var one = await centre.SignIn("admin");
        using var other = await centre.SignIn("admin");
        await (await Create(one, "shared", "Mine")).Is(HttpStatusCode.OK);
        await (await Create(other, "shared", "Mine")).Is(HttpStatusCode.OK);
        Assert.Equal(2, await Tokens(one, "Mine"));
    }

    [Fact]
    public async Task Gives_the_key_back_when_it_is_refused()
    {
        using var browser = await centre.SignIn("admin");
        await (await Create(browser, "again", "")).IsProblem("invalid-input");
        await (await Create(browser, "again", "Mended")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_neither_repeated_nor_guessed_at_after_a_crash_in_the_middle()
    {
        var person = await centre.AddPerson(["admin"]);
        using var browser = await centre.SignIn(person);
        await (await Create(browser, "crash", "Crash")).Is(HttpStatusCode.OK);
        await using (var owner = await centre.Database.Owner.OpenConnectionAsync(Cancel))
        {
            await using var forget = owner.CreateCommand();
            forget.CommandText = "update idempotent_request set status = null, body = null, finished_at = null where key = 'crash'";
            Assert.Equal(1, await forget.ExecuteNonQueryAsync(Cancel));
        }
        await (await Create(browser, "crash", "Crash")).IsProblem("request-in-progress");
        centre.Time.Advance(Idempotency.LongestRequest);
        await (await Create(browser, "crash", "Crash")).IsProblem("outcome-unknown");
        Assert.Equal(1, await Tokens(browser, "Crash"));
    }

    [Fact]
    public async Task Is_forgotten_after_a_day()
    {
        using var browser = await centre.SignIn("admin");
        await (await Create(browser, "old", "Old")).Is(HttpStatusCode.OK);
        for (var hours = 0; hours < 24; hours += 6)
        {
            centre.Time.Advance(TimeSpan.FromHours(6));
            await browser.GetAsync("/api/session", Cancel);
        }
        centre.Time.Advance(TimeSpan.FromMinutes(1));
        await (await Create(browser, "old", "Old")).Is(HttpStatusCode.OK);
        Assert.Equal(2, await Tokens(browser, "Old"));
    }

    [Fact]
    public async Task Is_refused_when_the_key_is_too_long()
    {
        using var browser = await centre.SignIn("admin");
        await (await Create(browser, new string('k', Idempotency.KeyMaximumLength + 1), "Long")).IsProblem("idempotency-key-invalid");
        Assert.Equal(0, await Tokens(browser, "Long"));
    }

    [Fact]
    public async Task Leaves_no_secret_readable_in_the_database()
    {
        using var browser = await centre.SignIn("admin");
        var token = (await (await Create(browser, "secret", "Secret")).Json()).Text("token");
        await using var work = await centre.Database.Begin(Actor.System, Cancel);
        Assert.False(await work.Single<bool>(
            "select exists (select from idempotent_request where position(@token::bytea in body) > 0)", new { token }));
    }

    static async Task<HttpResponseMessage> Create(HttpClient browser, string key, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tokens")
        {
            Content = JsonContent.Create(new { name, scopes = new[] { "read-audit" } }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return await browser.SendAsync(request, Cancel);
    }

    static async Task<int> Tokens(HttpClient browser, string name) =>
        (await (await browser.GetAsync("/api/tokens", Cancel)).Json())
            .GetProperty("tokens").EnumerateArray().Count(token => token.Text("name") == name);
}
