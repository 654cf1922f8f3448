using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Access;
using Centrala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Server.Tests.Access;

public sealed class An_address_that_asks_too_often(PostgresServer postgres) : IAsyncLifetime
{
    const int SignIns = 3;
    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await TestCentre.Start(
        postgres,
        // One token an hour: nothing comes back while the test runs.
        configure: builder => builder.Services.AddSingleton(new RateLimits(20, 1, SignIns, 1) { Every = TimeSpan.FromHours(1) }),
        adjust: settings => settings with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] });

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Is_told_to_wait_and_others_are_not()
    {
        for (var i = 0; i < SignIns; i++) await (await SignIn("192.0.2.1")).IsProblem("wrong-credentials");
        var refused = await SignIn("192.0.2.1");
        await refused.IsProblem("too-many-requests");
        Assert.NotNull(refused.Headers.RetryAfter);
        await (await SignIn("192.0.2.2")).IsProblem("wrong-credentials");
    }

    [Fact]
    public async Task Is_not_another_one_within_the_same_network_of_ipv6()
    {
        for (var i = 0; i < SignIns; i++) await (await SignIn($"2001:db8:1:1::{i}")).IsProblem("wrong-credentials");
        await (await SignIn("2001:db8:1:1:ffff::1")).IsProblem("too-many-requests");
        await (await SignIn("2001:db8:1:2::1")).IsProblem("wrong-credentials");
    }

    [Fact]
    public async Task Cannot_pretend_to_be_another_before_the_trusted_proxy()
    {
        for (var i = 0; i < SignIns; i++) await (await SignIn($"198.51.100.{i}, 192.0.2.9")).IsProblem("wrong-credentials");
        await (await SignIn("198.51.100.99, 192.0.2.9")).IsProblem("too-many-requests");
    }

    [Fact]
    public async Task Is_limited_on_every_route_of_the_interface()
    {
        using var client = centre.NewClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.77");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++) answers.Add((await client.GetAsync("/api/session", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.All(answers[..^1], status => Assert.Equal(HttpStatusCode.Unauthorized, status));
    }

    [Fact]
    public async Task Signs_in_on_plain_http_from_this_machine_only()
    {
        using var browser = centre.NewBrowser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.50");
        var person = await centre.AddPerson(["agent"]);
        await (await browser.PostAsJsonAsync("/api/session", new { person.Email, People.Password }, Cancel))
            .IsProblem("secure-connection-needed");
    }

    [Fact]
    public async Task Gets_a_cookie_for_https_only_behind_a_proxy_that_speaks_it()
    {
        using var browser = centre.NewBrowser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.51");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var person = await centre.AddPerson(["agent"]);
        var answer = await browser.PostAsJsonAsync("/api/session", new { person.Email, People.Password }, Cancel);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-centrala=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    async Task<HttpResponseMessage> SignIn(string from)
    {
        using var browser = centre.NewBrowser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return await browser.PostAsJsonAsync("/api/session", new { email = $"{Guid.NewGuid():n}@x.example", password = "wrong" }, Cancel);
    }
}
