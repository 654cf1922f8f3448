using System.Net;
using System.Net.Http.Json;
using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

public sealed class A_request_from_another_site(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Changes_nothing(string header, string value)
    {
        using var browser = await centre.SignIn("agent");
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/session");
        request.Headers.Add(header, value);
        await (await browser.SendAsync(request, Cancel)).IsProblem("cross-site-request");
        await (await browser.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_the_header_that_only_own_pages_can_add_changes_nothing()
    {
        using var browser = await centre.SignIn("agent");
        browser.DefaultRequestHeaders.Remove("X-Centrala");
        await (await browser.DeleteAsync("/api/session", Cancel)).IsProblem("cross-site-request");
        await (await browser.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Cannot_sign_anybody_in()
    {
        var person = await centre.AddPerson(["agent"]);
        using var client = centre.NewClient();
        var answer = await client.PostAsJsonAsync("/api/session", new { person.Email, People.Password }, Cancel);
        await answer.IsProblem("cross-site-request");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cannot_open_a_live_line()
    {
        using var browser = await centre.SignIn("agent");
        var refused = await Assert.ThrowsAsync<LineRefusedException>(() => LiveLine.Open(
            centre, browser, options => options.SetRequestHeader("Origin", "https://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task May_read_no_answer_of_the_interface()
    {
        using var browser = await centre.SignIn("agent");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        request.Headers.Add("Origin", "https://evil.example");
        var answer = await browser.SendAsync(request, Cancel);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Is_told_apart_from_the_sites_own()
    {
        using var browser = await centre.SignIn("agent");
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/session");
        request.Headers.Add("Origin", centre.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        await (await browser.SendAsync(request, Cancel)).Is(HttpStatusCode.NoContent);
    }
}

public sealed class Every_answer(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    readonly TestCentre centre = fixture.Centre;

    [Theory]
    [InlineData("/api/session")]
    [InlineData("/nothing/here.txt")]
    [InlineData("/health/live")]
    public async Task Tells_the_browser_what_it_may_do(string path)
    {
        using var client = centre.NewClient();
        var headers = (await client.GetAsync(path, TestContext.Current.CancellationToken)).Headers;
        Assert.Contains("default-src 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("camera=()", Assert.Single(headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }
}
