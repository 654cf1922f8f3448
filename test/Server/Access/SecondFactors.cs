using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

public sealed class A_second_factor(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    readonly TestCentre centre = fixture.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_asked_for_once_it_was_confirmed()
    {
        var (person, secret) = await WithSecondFactor();
        using var browser = centre.NewBrowser();
        await (await SignIn(browser, person)).IsProblem("second-factor-needed");
        await (await SignIn(browser, person, "000000")).IsProblem("wrong-code");
        NextStep();
        await (await SignIn(browser, person, Now(secret))).Is(HttpStatusCode.NoContent);
        Assert.True((await (await browser.GetAsync("/api/session", Cancel)).Json()).GetProperty("totp").GetBoolean());
    }

    [Fact]
    public async Task Takes_each_code_once()
    {
        var (person, secret) = await WithSecondFactor();
        NextStep();
        using var browser = centre.NewBrowser();
        await (await SignIn(browser, person, Now(secret))).Is(HttpStatusCode.NoContent);
        await (await SignIn(browser, person, Now(secret))).IsProblem("wrong-code");
    }

    [Fact]
    public async Task Takes_a_code_once_also_when_it_comes_several_times_at_once()
    {
        var (person, secret) = await WithSecondFactor();
        NextStep();
        using var browser = centre.NewBrowser();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignIn(browser, person, Now(secret))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Does_not_count_before_a_code_confirmed_it()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = await centre.SignIn(person);
        await (await browser.PostAsync("/api/totp", null, Cancel)).Is(HttpStatusCode.OK);
        await (await browser.PostAsJsonAsync("/api/totp/confirmation", new { code = "000000" }, Cancel)).IsProblem("wrong-code");
        await (await SignIn(browser, person)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Is_not_replaced_without_being_removed_first()
    {
        var (person, secret) = await WithSecondFactor();
        NextStep();
        using var browser = centre.NewBrowser();
        await SignIn(browser, person, Now(secret));
        await (await browser.PostAsync("/api/totp", null, Cancel)).IsProblem("second-factor-set");
        NextStep();
        using var removal = new HttpRequestMessage(HttpMethod.Delete, "/api/totp");
        removal.Content = JsonContent.Create(new { code = Now(secret) });
        await (await browser.SendAsync(removal, Cancel)).Is(HttpStatusCode.NoContent);
        await (await SignIn(browser, person)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Survives_a_password_reset()
    {
        var (person, _) = await WithSecondFactor();
        using var administrator = await centre.SignIn("admin");
        var reset = await (await administrator.PostAsJsonAsync("/api/password-resets", new { personId = person.Id }, Cancel)).Json();
        using var browser = centre.NewBrowser();
        var token = new Uri(reset.Text("link")).Segments[^1];
        await (await browser.PostAsJsonAsync($"/api/links/{token}", new { People.Password }, Cancel)).Is(HttpStatusCode.NoContent);
        await (await SignIn(browser, person)).IsProblem("second-factor-needed");
    }

    [Fact]
    public async Task Is_taken_by_an_administrator_from_who_lost_the_phone()
    {
        var (person, _) = await WithSecondFactor();
        using var administrator = await centre.SignIn("admin");
        await (await administrator.DeleteAsync($"/api/people/{person.Id}/totp", Cancel)).Is(HttpStatusCode.NoContent);
        using var browser = centre.NewBrowser();
        await (await SignIn(browser, person)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Is_sealed_in_the_database()
    {
        var (person, secret) = await WithSecondFactor();
        await using var work = await centre.Database.Begin(Actor.System, Cancel);
        var stored = await work.Single<byte[]>("select totp_secret from credential where person_id = @Id", new { person.Id });
        Assert.False(stored.AsSpan().IndexOf(secret) >= 0);
    }

    async Task<(People.Person Person, byte[] Secret)> WithSecondFactor()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = await centre.SignIn(person);
        var begun = await (await browser.PostAsync("/api/totp", null, Cancel)).Json();
        var secret = FromBase32(begun.Text("secret"));
        Assert.Contains($"secret={begun.Text("secret")}", begun.Text("uri"), StringComparison.Ordinal);
        await (await browser.PostAsJsonAsync("/api/totp/confirmation", new { code = Now(secret) }, Cancel)).Is(HttpStatusCode.NoContent);
        return (person, secret);
    }

    string Now(byte[] secret) => Totp.Code(secret, Totp.StepAt(centre.Time.GetUtcNow()));

    void NextStep() => centre.Time.Advance(TimeSpan.FromSeconds(Totp.StepSeconds));

    static Task<HttpResponseMessage> SignIn(HttpClient browser, People.Person person, string? code = null) =>
        browser.PostAsJsonAsync("/api/session", new { person.Email, People.Password, code }, Cancel);

    /// <summary>What an authenticator app does with the text that people type.</summary>
    static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter =>
            Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
