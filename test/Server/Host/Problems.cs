using System.Net;
using System.Net.Sockets;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Host;

public sealed class A_problem(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Has_a_page_behind_its_type()
    {
        using var client = centre.NewClient();
        Assert.NotEmpty(Problem.All);
        foreach (var problem in Problem.All.Values)
        {
            var page = await client.GetAsync($"/problems/{problem.Name}", Cancel);
            await page.Is(HttpStatusCode.OK);
            var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));
            Assert.Contains(problem.Explanation, text, StringComparison.Ordinal);
            var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("style-src 'sha256-", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task That_does_not_exist_has_no_page()
    {
        using var client = centre.NewClient();
        await (await client.GetAsync("/problems/%3Cscript%3E", Cancel)).IsProblem("not-found");
    }

    [Fact]
    public void Is_named_in_kebab_case_with_a_status_of_an_error() => Assert.All(Problem.All.Values, problem =>
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*$", problem.Name);
        Assert.InRange(problem.Status, 400, 599);
        Assert.NotEmpty(problem.Title);
    });

    [Fact]
    public async Task Is_counted_with_its_route()
    {
        using var browser = centre.NewBrowser();
        await browser.GetAsync("/api/people", Cancel);
        await browser.GetAsync("/api/people", Cancel);
        var metrics = await browser.GetStringAsync("/metrics", Cancel);
        Assert.Matches("""http_refusals\S*\{[^}]*problem="sign-in-needed",[^}]*route="/api/people"[^}]*\} 2""", metrics);
    }

    [Fact]
    public async Task Of_what_is_no_request_at_all_is_counted()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(centre.Address.Host, centre.Address.Port, Cancel);
        await using var line = socket.GetStream();
        await line.WriteAsync("What is your opening time?\r\n\r\n"u8.ToArray(), Cancel);
        using var reader = new StreamReader(line);
        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync(Cancel), StringComparison.Ordinal);
        using var browser = centre.NewBrowser();
        Assert.Matches("""http_refusals\S*\{[^}]*problem="malformed"[^}]*\} [1-9]""", await browser.GetStringAsync("/metrics", Cancel));
    }
}
