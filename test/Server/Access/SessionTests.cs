using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

public sealed class A_session(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_when_its_person_signs_out()
    {
        using var browser = await centre.SignIn("agent");
        using var copy = Copy(browser);
        await (await browser.DeleteAsync("/api/session", Cancel)).Is(HttpStatusCode.NoContent);
        await (await browser.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
        await (await copy.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
    }

    [Fact]
    public async Task Is_listed_and_ended_from_another_one()
    {
        var person = await centre.AddPerson(["agent"]);
        using var laptop = await centre.SignIn(person);
        using var desk = await centre.SignIn(person);
        var listed = (await (await desk.GetAsync("/api/sessions", Cancel)).Json()).EnumerateArray().ToList();
        Assert.Equal(2, listed.Count);
        var other = Assert.Single(listed, one => !one.GetProperty("current").GetBoolean());
        await (await desk.DeleteAsync($"/api/sessions/{other.Text("id")}", Cancel)).Is(HttpStatusCode.NoContent);
        await (await laptop.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
        await (await desk.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Cannot_be_ended_by_anybody_else()
    {
        using var victim = await centre.SignIn("agent");
        using var other = await centre.SignIn("admin");
        var id = (await (await victim.GetAsync("/api/sessions", Cancel)).Json())[0].Text("id");
        await (await other.DeleteAsync($"/api/sessions/{id}", Cancel)).IsProblem("not-found");
        await (await victim.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ends_after_half_a_day_without_use_and_not_before()
    {
        using var used = await centre.SignIn("agent");
        using var idle = await centre.SignIn("agent");
        centre.Time.Advance(Sessions.IdleLimit - TimeSpan.FromMinutes(6));
        await (await used.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
        centre.Time.Advance(TimeSpan.FromMinutes(7));
        await (await used.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
        await (await idle.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
    }

    [Fact]
    public async Task Ends_after_a_week_however_much_it_is_used()
    {
        using var browser = await centre.SignIn("agent");
        var step = Sessions.IdleLimit / 2;
        for (var spent = step; spent < Sessions.Lifetime; spent += step)
        {
            centre.Time.Advance(step);
            await (await browser.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
        }
        centre.Time.Advance(step);
        await (await browser.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("made up")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("'; drop table session; --")]
    public async Task Is_not_opened_by_an_invented_secret(string secret)
    {
        using var client = centre.NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        request.Headers.TryAddWithoutValidation("Cookie", $"centrala={Uri.EscapeDataString(secret)}");
        await (await client.SendAsync(request, Cancel)).IsProblem("sign-in-needed");
    }

    [Fact]
    public async Task Is_stored_as_a_hash_only()
    {
        using var browser = await centre.SignIn("agent");
        var secret = browser.Cookies.GetCookies(centre.Address)["centrala"]!.Value;
        await using var work = await centre.Database.Begin(Actor.System, Cancel);
        Assert.True(await work.Single<bool>(
            "select exists (select from session where token_hash = sha256(@secret::bytea))", new { secret }));
        Assert.False(await work.Single<bool>(
            "select exists (select from session where session::text like '%' || @secret || '%')", new { secret }));
    }

    [Fact]
    public async Task Loses_its_live_line_within_five_seconds_of_its_end()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = await centre.SignIn(person);
        using var administrator = await centre.SignIn("admin");
        await using var line = await LiveLine.Open(centre, browser);
        await (await administrator.PutAsync($"/api/people/{person.Id}/deactivation", null, Cancel)).Is(HttpStatusCode.NoContent);

        centre.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("session.ended", (await line.NextEvent())!.Value.Text("type"));
        Assert.Null(await line.NextEvent());
    }

    [Fact]
    public async Task Loses_its_live_line_when_its_persons_roles_change()
    {
        var person = await centre.AddPerson(["lead"]);
        using var browser = await centre.SignIn(person);
        using var administrator = await centre.SignIn("admin");
        await using var line = await LiveLine.Open(centre, browser);
        var change = new { name = "Lea", roles = new[] { "agent" }, partners = Array.Empty<Guid>(), version = 1 };
        await (await administrator.PutAsJsonAsync($"/api/people/{person.Id}", change, Cancel)).Is(HttpStatusCode.NoContent);

        centre.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("session.ended", (await line.NextEvent())!.Value.Text("type"));
    }

    [Fact]
    public async Task Ended_by_another_node_is_refused_within_five_seconds()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = await centre.SignIn(person);
        await (await browser.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
        await using (var work = await centre.Database.Begin(Actor.System, Cancel))
        {
            await work.Execute("update session set ended_at = now() where person_id = @Id", new { person.Id });
            await work.Commit();
        }
        centre.Time.Advance(TimeSpan.FromSeconds(5));
        await (await browser.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
    }

    [Fact]
    public async Task Is_needed_for_the_live_line()
    {
        using var stranger = centre.NewBrowser();
        var refused = await Assert.ThrowsAsync<LineRefusedException>(() => LiveLine.Open(centre, stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
    }

    Browser Copy(Browser browser)
    {
        var copy = centre.NewBrowser();
        copy.Cookies.Add(browser.Cookies.GetCookies(centre.Address));
        return copy;
    }
}
