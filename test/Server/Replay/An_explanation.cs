using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Core.Routing;
using Centrala.Server.Desk;
using Centrala.Server.Replay;
using Centrala.Server.Tests.Desk;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Replay;

/// <summary>A contact that waited while Ana was away, and was offered to her when she came back.</summary>
public sealed class An_explanation(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;
    AgentDesk ana = null!;
    Guid contact;
    Guid next;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await DeskCentre.Start(postgres);
        ana = await centre.AddAgent();
        await ana.Become(new { state = "away", awayKind = centre.Lunch });
        (contact, next) = (await centre.Arrive(), await centre.Arrive());
        await ana.Become(new { state = "available" });
        await ana.See(desk => desk.GetProperty("offers").EnumerateArray().Any(offer => offer.GetProperty("contactId").GetGuid() == contact));
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Says_what_kept_whom_from_a_contact_and_from_when_until_when()
    {
        var wait = Assert.Single((await Explained("lead")).GetProperty("waits").EnumerateArray());

        var obstacle = Assert.Single(wait.GetProperty("why").GetProperty("obstacles").EnumerateArray());
        Assert.Equal("away", obstacle.GetProperty("kind").GetString());
        Assert.Equal(ana.Id, Assert.Single(obstacle.GetProperty("people").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.True(wait.GetProperty("from").GetDateTimeOffset() < wait.GetProperty("until").GetDateTimeOffset());
    }

    [Fact]
    public async Task Says_why_it_was_this_agent_and_what_else_the_agent_could_have_taken()
    {
        var choice = Assert.Single((await Explained("lead")).GetProperty("choices").EnumerateArray());

        Assert.Equal(ana.Id, choice.GetProperty("agent").GetProperty("id").GetGuid());
        var reasons = choice.GetProperty("reasons");
        Assert.Equal(ana.Id, reasons.GetProperty("freedAgent").GetProperty("id").GetGuid());
        Assert.False(reasons.GetProperty("byQueue").GetBoolean());
        Assert.Equal(ana.Id, Assert.Single(reasons.GetProperty("contenders").EnumerateArray()).GetProperty("agent").GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Tells_a_partners_people_how_many_and_not_who()
    {
        var told = (await Explained("partner-viewer")).ToString();
        Assert.DoesNotContain(ana.Id.ToString(), told);
        Assert.Contains("\"kind\":\"away\"", told);
    }

    [Fact]
    public async Task Is_for_those_who_serve_the_partner()
    {
        var stranger = await centre.Centre.SignIn("lead", centre.Kablo);
        var answer = await stranger.GetAsync($"/api/contacts/{contact}/explanation", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Goes_on_while_a_contact_waits()
    {
        await ana.Become(new { state = "away", awayKind = centre.Lunch });
        var told = await Explained("lead", next);
        Assert.Equal(JsonValueKind.Null, told.GetProperty("waits").EnumerateArray().Last().GetProperty("until").ValueKind);
    }

    [Fact]
    public async Task Does_not_speak_for_other_rules_than_its_own()
    {
        await using (var superuser = await postgres.OpenSuperuser(centre.Centre.Settings.ConnectionString))
            await superuser.ExecuteAsync("update journal set rules = 0");
        var choice = Assert.Single((await Explained("lead")).GetProperty("choices").EnumerateArray());
        Assert.Equal(0, choice.GetProperty("rules").GetInt32());
        Assert.Equal(JsonValueKind.Null, choice.GetProperty("reasons").ValueKind);
    }

    [Fact]
    public async Task Is_also_told_in_plain_words()
    {
        await using var work = await centre.Centre.Database.Begin(Actor.System, Cancel);
        var found = await ExplainContact.Of(contact, work, centre.Centre.Database, Cancel);
        var book = await NameBook.Read(centre.Centre.Database, DateTimeOffset.UtcNow, Cancel);
        var text = string.Join('\n', ExplanationText.Of(ExplanationView.Of(found!.Value.Story, book, _ => true)));

        Assert.Contains("waits in Advice until", text);
        Assert.Contains($"1 away: {book.Person(ana.Id)}", text);
        Assert.Contains($"offered to {book.Person(ana.Id)} (offer 1)", text);
        Assert.Contains("had the best of 1 claims", text);
    }

    async Task<JsonElement> Explained(string role, Guid? which = null)
    {
        var reader = await centre.Centre.SignIn(role, centre.Slumber);
        return await reader.GetFromJsonAsync<JsonElement>($"/api/contacts/{which ?? contact}/explanation", Cancel);
    }

    [Fact]
    public void Has_words_for_everything_that_can_rule_somebody_out_and_every_order_of_agents()
    {
        foreach (var kind in Enum.GetValues<Obstacle>()) Assert.NotEmpty(ExplanationText.Words(kind, "Polish"));
        foreach (var order in Enum.GetValues<Selection>()) Assert.NotEmpty(ExplanationText.Words(order));
    }
}
