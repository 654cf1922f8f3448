using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using static Centrala.Server.Tests.Organisation.A_small_centre;

namespace Centrala.Server.Tests.Organisation;

public sealed class Settings_as_text(PostgresServer postgres) : IAsyncLifetime
{
    A_small_centre small = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        small = await Open(postgres);
        await small.Saved($"vendors/{Guid.CreateVersion7()}", new { version = 0, word = "tidewater", name = "Tidewater" });
        await small.Saved($"away-kinds/{Guid.CreateVersion7()}", new { version = 0, name = "Break", position = 1 });
        var other = Guid.CreateVersion7();
        await small.Saved($"queues/{other}", QueueOf(("name", "Orders"), ("divertsTo", Queue), ("whenFull", "to-queue")));
        await small.Saved($"queues/{Queue}", QueueOf(("version", 1), ("divertsTo", other), ("whenClosed", "to-queue")));
    }

    public ValueTask DisposeAsync() => small.DisposeAsync();

    [Fact]
    public async Task Taken_into_an_empty_centre_leave_no_difference()
    {
        var text = await Export(small.Admin);
        await using var empty = await TestCentre.Start(postgres);
        using var admin = await empty.SignIn("admin");

        var shown = await Import(admin, text, apply: false);
        Assert.Equal(["away", "partner", "partner", "queue", "queue", "skill", "skill", "skill", "team", "vendor"],
            shown["changes"]!.AsArray().Select(change => (string)change!["kind"]!).Order());
        Assert.Empty((await Export(admin))["queues"]!.AsArray());

        Assert.True((bool)(await Import(admin, text, apply: true))["applied"]!);
        Assert.True(JsonNode.DeepEquals(text, await Export(admin)));
        Assert.Empty((await Import(admin, text, apply: false))["changes"]!.AsArray());
    }

    [Fact]
    public async Task Show_each_change_with_what_stood_there_before()
    {
        var text = await Export(small.Admin);
        Entry(text, "partners", "Slumber")["colour"] = "#123456";
        var change = Assert.Single((await Import(small.Admin, text, apply: false))["changes"]!.AsArray())!;
        var field = Assert.Single(change["fields"]!.AsArray())!;
        Assert.Equal(("colour", "\"#4c6ef5\"", "\"#123456\""), ((string)field["field"]!, (string)field["before"]!, (string)field["after"]!));
    }

    [Fact]
    public async Task Change_nothing_when_anything_conflicts()
    {
        var text = await Export(small.Admin);
        Entry(text, "partners", "Slumber")["colour"] = "#123456";
        Entry(text, "queues", "Advice")["steps"] = "polich";
        Entry(text, "partners", "Kablo")["name"] = "slumber";
        var answer = await Import(small.Admin, text, apply: true);
        Assert.False((bool)answer["applied"]!);
        Assert.Equal(["Advice", "slumber"], answer["conflicts"]!.AsArray().Select(conflict => (string)conflict!["name"]!).Order());
        Assert.Contains("steps: There is no skill “polich”.", answer["conflicts"]!.ToJsonString(new()
        {
            Encoder =
            System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
        }), StringComparison.Ordinal);
        Assert.Equal("#4c6ef5", (string)Entry(await Export(small.Admin), "partners", "Slumber")["colour"]!);
    }

    [Fact]
    public async Task Of_an_unknown_format_are_refused()
    {
        var text = await Export(small.Admin);
        text["format"] = 2;
        await (await small.Admin.PostAsJsonAsync("/api/settings/import", new { settings = text, apply = false }, Cancel)).IsProblem("invalid-input");
    }

    [Fact]
    public async Task Carry_widgets_people_and_their_skills_into_an_empty_centre()
    {
        await small.Saved($"widgets/{Guid.CreateVersion7()}", new
        {
            version = 0,
            key = "slumber-shop",
            partnerId = Slumber,
            name = "Shop",
            colour = "#4c6ef5",
            languages = new[] { "pl", "en" },
            queueId = Queue,
            origins = new[] { "https://slumber.example" },
            queues = new { en = Queue },
            greetings = new { pl = "Dzień dobry" },
        });
        await small.Saved($"teams/{Lantern}", new { version = 1, word = "lantern", name = "Lantern", leadId = small.Ana });
        Assert.Null((await Export(small.Admin))["people"]);
        var text = OnlyAna(await Export(small.Admin, people: true));

        await using var empty = await TestCentre.Start(postgres);
        using var admin = await empty.SignIn("admin");
        var answer = await Import(admin, text, apply: true);
        Assert.Empty(answer["conflicts"]!.AsArray());
        Assert.True((bool)answer["applied"]!);
        var taken = OnlyAna(await Export(admin, people: true));
        Assert.True(JsonNode.DeepEquals(text, taken), taken.ToJsonString());
        Assert.Empty((await Import(admin, text, apply: false))["changes"]!.AsArray());
        using var link = await admin.PostAsJsonAsync("/api/password-resets", new { personId = small.Ana }, Cancel);
        await link.Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refuse_people_whose_address_is_somebody_elses()
    {
        var text = await Export(small.Admin, people: true);
        text["people"]![0]!["id"] = Guid.CreateVersion7();
        var answer = await Import(small.Admin, text, apply: true);
        Assert.Equal("person", (string)Assert.Single(answer["conflicts"]!.AsArray())!["kind"]!);
        Assert.False((bool)answer["applied"]!);
    }

    [Fact]
    public async Task Hold_people_for_nobody_who_does_not_manage_them()
    {
        var token = await (await small.Admin.PostAsJsonAsync("/api/tokens",
            new { name = "Settings", scopes = new[] { "manage-organisation" } }, Cancel)).Json();
        using var program = small.Centre.NewBrowser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token.Text("token"));
        await (await program.GetAsync("/api/settings", Cancel)).Is(HttpStatusCode.OK);
        await (await program.GetAsync("/api/settings?people=true", Cancel)).IsProblem("not-permitted");
        var text = await Export(small.Admin, people: true);
        await (await program.PostAsJsonAsync("/api/settings/import", new { settings = text, apply = false }, Cancel))
            .IsProblem("not-permitted");
    }

    JsonNode OnlyAna(JsonNode text)
    {
        var people = text["people"]!.AsArray();
        foreach (var other in people.Where(person => (Guid)person!["id"]! != small.Ana).ToList()) people.Remove(other);
        return text;
    }

    static JsonObject Entry(JsonNode text, string list, string name) => (JsonObject)text[list]!.AsArray()
        .Select(entry => entry!["settings"]!).Single(settings => (string)settings["name"]! == name);

    static async Task<JsonNode> Export(HttpClient admin, bool people = false) =>
        (await admin.GetFromJsonAsync<JsonNode>($"/api/settings?people={(people ? "true" : "false")}", Cancel))!;

    static async Task<JsonNode> Import(HttpClient admin, JsonNode settings, bool apply)
    {
        var answer = await admin.PostAsJsonAsync("/api/settings/import", new { settings, apply }, Cancel);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }
}
