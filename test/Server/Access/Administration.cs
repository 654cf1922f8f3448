using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

public sealed class An_administrator(PostgresServer postgres) : IAsyncLifetime
{
    TestCentre centre = null!;
    Browser administrator = null!;
    People.Person self = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        self = await centre.AddPerson(["admin"]);
        administrator = await centre.SignIn(self);
    }

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await centre.DisposeAsync();
    }

    [Fact]
    public async Task Deactivates_a_person_who_then_can_do_nothing_and_reactivates_him()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = await centre.SignIn(person);
        await (await administrator.PutAsync($"/api/people/{person.Id}/deactivation", null, Cancel)).Is(HttpStatusCode.NoContent);
        await (await browser.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
        await (await SignIn(browser, person)).IsProblem("wrong-credentials");
        Assert.Equal("deactivated", (await Person(person.Id)).Text("status"));

        await (await administrator.DeleteAsync($"/api/people/{person.Id}/deactivation", Cancel)).Is(HttpStatusCode.NoContent);
        await (await browser.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
        await (await SignIn(browser, person)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Cannot_be_the_last_to_go()
    {
        await (await administrator.PutAsync($"/api/people/{self.Id}/deactivation", null, Cancel)).IsProblem("last-administrator");
        await (await Change(self.Id, ["agent"])).IsProblem("last-administrator");
        await centre.AddPerson(["admin"]);
        await (await administrator.PutAsync($"/api/people/{self.Id}/deactivation", null, Cancel)).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Changes_roles_and_partners_and_the_person_obeys_at_once()
    {
        var person = await centre.AddPerson(["agent"]);
        using var browser = await centre.SignIn(person);
        await (await browser.GetAsync("/api/people", Cancel)).IsProblem("not-permitted");
        await (await Change(person.Id, ["admin"])).Is(HttpStatusCode.NoContent);
        await (await browser.GetAsync("/api/people", Cancel)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Does_not_overwrite_what_another_one_changed_meanwhile()
    {
        var person = await centre.AddPerson(["agent"]);
        await (await Change(person.Id, ["lead"], version: 1)).Is(HttpStatusCode.NoContent);
        await (await Change(person.Id, ["planner"], version: 1)).IsProblem("changed-meanwhile");
        Assert.Equal("lead", (await Person(person.Id)).GetProperty("roles")[0].GetString());
    }

    [Theory]
    [InlineData("agent", "partner-viewer")]
    [InlineData("emperor")]
    [InlineData()]
    public async Task Cannot_give_roles_that_do_not_stand_together(params string[] roles)
    {
        var answer = await administrator.PostAsJsonAsync(
            "/api/invitations", new { email = $"{Guid.NewGuid():n}@x.example", name = "X", roles }, Cancel);
        await answer.IsProblem("invalid-input");
    }

    [Fact]
    public async Task Cannot_invite_an_address_twice()
    {
        var person = await centre.AddPerson(["agent"]);
        var answer = await administrator.PostAsJsonAsync("/api/invitations",
            new { email = person.Email.ToUpperInvariant(), name = "Again", roles = new[] { "agent" } }, Cancel);
        await answer.IsProblem("email-taken");
    }

    [Theory]
    [InlineData("PUT", "/api/people/{0}/deactivation")]
    [InlineData("DELETE", "/api/people/{0}/deactivation")]
    [InlineData("DELETE", "/api/people/{0}/totp")]
    [InlineData("DELETE", "/api/tokens/{0}")]
    [InlineData("DELETE", "/api/sessions/{0}")]
    public async Task Is_told_when_there_is_no_such_thing(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), string.Format(null, path, Guid.NewGuid()));
        await (await administrator.SendAsync(request, Cancel)).IsProblem("not-found");
    }

    [Fact]
    public async Task Finds_lines_of_the_audit_log_by_action_person_and_time()
    {
        var person = await centre.AddPerson(["agent"]);
        await (await administrator.PutAsync($"/api/people/{person.Id}/deactivation", null, Cancel)).Is(HttpStatusCode.NoContent);
        async Task<int> Lines(string filter) => (await (await administrator.GetAsync("/api/audit?" + filter, Cancel)).Json())
            .GetProperty("entries").GetArrayLength();
        Assert.Equal(1, await Lines($"action=person-deactivated&subjectId={person.Id}"));
        Assert.Equal(0, await Lines($"action=person-invited&subjectId={person.Id}"));
        Assert.Equal(0, await Lines($"actorId={person.Id}"));
        var later = Uri.EscapeDataString(centre.Time.GetUtcNow().AddMinutes(1).ToString("O"));
        Assert.Equal(0, await Lines($"subjectId={person.Id}&since={later}"));
        Assert.Equal(1, await Lines($"subjectId={person.Id}&until={later}"));
        var actions = await administrator.GetFromJsonAsync<string[]>("/api/audit/actions", Cancel);
        Assert.Equal(actions!.Order(StringComparer.Ordinal).Distinct(), actions);
        Assert.Contains("person-deactivated", actions!);
    }

    [Fact]
    public async Task Finds_what_was_administered_in_the_audit_log_in_pages_that_do_not_shift()
    {
        var people = new List<Guid>();
        for (var i = 0; i < ReadAudit.PageSize + 10; i++)
        {
            await using var work = await centre.Database.Begin(Actor.System, Cancel);
            people.Add(Guid.CreateVersion7());
            await Audit.Write(work, Actor.System, centre.Time.GetUtcNow(), "person-changed", "person", people[i]);
            await work.Commit();
        }
        var first = await (await administrator.GetAsync("/api/audit", Cancel)).Json();
        await (await Change((await centre.AddPerson(["agent"])).Id, ["lead"])).Is(HttpStatusCode.NoContent);
        var second = await (await administrator.GetAsync("/api/audit?cursor=" + first.Text("next"), Cancel)).Json();
        var seen = Subjects(first).Concat(Subjects(second)).ToList();
        Assert.Equal(people.AsEnumerable().Reverse(), seen);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);

        var newest = (await (await administrator.GetAsync("/api/audit", Cancel)).Json()).GetProperty("entries")[0];
        Assert.Equal("person-changed", newest.Text("action"));
        Assert.Equal(("staff", self.Id.ToString()), (newest.Text("actorKind"), newest.Text("actorId")));
        Assert.Equal("lead", newest.GetProperty("details").GetProperty("roles")[0].GetString());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task Is_told_that_a_cursor_is_none(string cursor) =>
        await (await administrator.GetAsync("/api/audit?cursor=" + cursor, Cancel)).IsProblem("invalid-input");

    [Fact]
    public async Task Makes_a_token_by_which_a_program_does_what_its_scopes_say_until_it_is_revoked()
    {
        var created = await (await administrator.PostAsJsonAsync(
            "/api/tokens", new { name = "Export", scopes = new[] { "read-audit" } }, Cancel)).Json();
        using var program = centre.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", created.Text("token"));
        await (await program.GetAsync("/api/audit", Cancel)).Is(HttpStatusCode.OK);
        await (await program.GetAsync("/api/people", Cancel)).IsProblem("not-permitted");
        await (await program.GetAsync("/api/session", Cancel)).IsProblem("not-permitted");

        var listed = await administrator.GetStringAsync("/api/tokens", Cancel);
        Assert.Contains("Export", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Text("token"), listed, StringComparison.Ordinal);

        await (await administrator.DeleteAsync($"/api/tokens/{created.Text("id")}", Cancel)).Is(HttpStatusCode.NoContent);
        await (await program.GetAsync("/api/audit", Cancel)).IsProblem("sign-in-needed");

        var back = $"/api/tokens/{created.Text("id")}/restoration";
        await (await administrator.PostAsync(back, null, Cancel)).Is(HttpStatusCode.NoContent);
        await (await program.GetAsync("/api/audit", Cancel)).Is(HttpStatusCode.OK);
        await (await administrator.PostAsync(back, null, Cancel)).IsProblem("not-found");
    }

    [Fact]
    public async Task Cannot_bring_a_token_back_that_was_revoked_a_while_ago()
    {
        var created = await (await administrator.PostAsJsonAsync(
            "/api/tokens", new { name = "Old", scopes = new[] { "read-audit" } }, Cancel)).Json();
        await (await administrator.DeleteAsync($"/api/tokens/{created.Text("id")}", Cancel)).Is(HttpStatusCode.NoContent);
        centre.Time.Advance(RestoreToken.Undoable);
        await (await administrator.PostAsync($"/api/tokens/{created.Text("id")}/restoration", null, Cancel)).IsProblem("not-found");
    }

    [Theory]
    [InlineData("own-account")]
    [InlineData("manage-people")]
    [InlineData("manage-tokens")]
    [InlineData("everything")]
    public async Task Cannot_give_a_program_what_is_for_people(string scope)
    {
        var answer = await administrator.PostAsJsonAsync("/api/tokens", new { name = "X", scopes = new[] { scope } }, Cancel);
        await answer.IsProblem("invalid-input");
    }

    [Fact]
    public async Task Takes_tokens_along_when_deactivated()
    {
        var maker = await centre.AddPerson(["admin"]);
        using var browser = await centre.SignIn(maker);
        var created = await (await browser.PostAsJsonAsync(
            "/api/tokens", new { name = "Export", scopes = new[] { "read-audit" } }, Cancel)).Json();
        using var program = centre.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", created.Text("token"));
        await (await program.GetAsync("/api/audit", Cancel)).Is(HttpStatusCode.OK);
        await administrator.PutAsync($"/api/people/{maker.Id}/deactivation", null, Cancel);
        await (await program.GetAsync("/api/audit", Cancel)).IsProblem("sign-in-needed");
    }

    [Fact]
    public async Task A_token_expires()
    {
        var created = await (await administrator.PostAsJsonAsync("/api/tokens",
            new { name = "Export", scopes = new[] { "read-audit" }, expiresAt = centre.Time.GetUtcNow().AddHours(1) }, Cancel)).Json();
        using var program = centre.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", created.Text("token"));
        await (await program.GetAsync("/api/audit", Cancel)).Is(HttpStatusCode.OK);
        centre.Time.Advance(TimeSpan.FromHours(1));
        await (await program.GetAsync("/api/audit", Cancel)).IsProblem("sign-in-needed");
    }

    [Fact]
    public async Task Changes_the_own_password_and_thereby_ends_the_other_sessions()
    {
        using var elsewhere = await centre.SignIn(self);
        var change = new { present = People.Password, @new = "another good password" };
        var wrong = change with { present = "wrong" };
        await (await administrator.PutAsJsonAsync("/api/password", wrong, Cancel)).IsProblem("wrong-credentials");
        await (await administrator.PutAsJsonAsync("/api/password", change, Cancel)).Is(HttpStatusCode.NoContent);
        await (await administrator.GetAsync("/api/session", Cancel)).Is(HttpStatusCode.OK);
        await (await elsewhere.GetAsync("/api/session", Cancel)).IsProblem("sign-in-needed");
    }

    async Task<JsonElement> Person(Guid id) =>
        (await (await administrator.GetAsync("/api/people", Cancel)).Json())
            .EnumerateArray().Single(one => one.Text("id") == id.ToString());

    Task<HttpResponseMessage> Change(Guid id, string[] roles, int version = 1) => administrator.PutAsJsonAsync(
        $"/api/people/{id}", new { name = "Changed", roles, partners = Array.Empty<Guid>(), version }, Cancel);

    static IEnumerable<Guid> Subjects(JsonElement page) =>
        page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("subjectId").GetGuid());

    static Task<HttpResponseMessage> SignIn(HttpClient browser, People.Person person) =>
        browser.PostAsJsonAsync("/api/session", new { person.Email, People.Password }, Cancel);
}
