using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using static Centrala.Server.Tests.Organisation.A_small_centre;

namespace Centrala.Server.Tests.Organisation;

public sealed class Configuring(PostgresServer postgres) : IAsyncLifetime
{
    A_small_centre small = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => small = await Open(postgres);

    public ValueTask DisposeAsync() => small.DisposeAsync();

    [Fact]
    public async Task Reaches_the_router() => await small.Becomes(true, cell =>
        cell.Router.IsMember(cell.Router.Directory.Queue(Queue), cell.Router.Directory.Agent(small.Ana)));

    [Fact]
    public async Task Follows_a_change_of_membership()
    {
        await small.Saved($"queues/{Queue}", QueueOf(("version", 1), ("members", null)));
        await small.Becomes(false, IsMember);
        await small.Saved($"agents/{small.Ana}", Agent(("version", 1), ("queues", new[] { Queue })));
        await small.Becomes(true, IsMember);
        await small.Saved($"agents/{small.Ana}", Agent(("version", 2), ("queues", new[] { Queue }), ("partners", new[] { Kablo })));
        await small.Becomes(false, IsMember);
    }

    [Fact]
    public async Task Shows_what_was_saved()
    {
        var queue = (await Get("/api/queues")).EnumerateArray().Single().GetProperty("settings");
        Assert.Equal("language>=3 and advice>=3 for 20s; language>=2", queue.Text("steps"));
        Assert.Equal("take-message", queue.Text("whenClosed"));
        Assert.Equal("Bought", queue.GetProperty("dispositions")[0].Text("name"));
        var agent = (await Get("/api/agents")).GetProperty("agents").EnumerateArray().Single();
        Assert.Equal("Test agent", agent.Text("name"));
        Assert.Equal([3, 4, 5], agent.GetProperty("settings").GetProperty("skills").EnumerateArray()
            .Select(skill => skill.GetProperty("level").GetInt32()).Order());
        var organisation = await Get("/api/organisation");
        Assert.Equal(["Kablo", "Slumber"], organisation.GetProperty("partners").EnumerateArray().Select(partner => partner.Text("name")));
    }

    [Fact]
    public async Task Takes_every_rule_to_the_router_and_shows_it()
    {
        (string, object?)[] rules =
        [
            ("overflowsBehind", 7), ("overflowsBelowBasisPoints", 6_000), ("serviceWindowSeconds", 900), ("overflowsUnstaffed", true),
            ("holdAgents", 2), ("holdChannel", "chat"), ("holdWho", "advice>=3"), ("interrupts", true), ("interruptible", false),
            ("pauseSeconds", 120), ("dueLeadSeconds", 600), ("allowsPicking", true),
        ];
        await small.Saved($"queues/{Queue}", QueueOf([("version", 1), .. rules]));
        var view = (await Get("/api/queues"))[0].GetProperty("settings");
        foreach (var (rule, value) in rules) Assert.Equal($"{value}".ToLowerInvariant(), $"{view.GetProperty(rule)}".ToLowerInvariant());
        await small.Becomes((2, 7, true, true), cell => cell.Router.Queue(cell.Router.Directory.Queue(Queue))!.Settings
            is { Hold.Agents: var held } settings ? (held, settings.OverflowsBehind ?? 0, settings.AllowsPicking, settings.Interrupts == true) : default);
    }

    [Fact]
    public async Task Lets_queues_share_places_only_with_queues_of_their_partner()
    {
        var other = Guid.CreateVersion7();
        await small.Refused($"queues/{other}", QueueOf(("name", "Other"), ("sharesPlacesOf", other)), "sharesPlacesOf");
        await small.Refused($"queues/{other}", QueueOf(("name", "Other"), ("sharesPlacesOf", Guid.CreateVersion7())), "sharesPlacesOf");
        await small.Saved($"queues/{other}", QueueOf(("name", "Other"), ("sharesPlacesOf", Queue), ("dispositions", Array.Empty<object>())));
        await (await small.Admin.DeleteAsync($"/api/queues/{Queue}", Cancel)).IsProblem("still-in-use");
    }

    [Fact]
    public async Task Tells_the_router_an_agents_turns()
    {
        await small.Saved($"agents/{small.Ana}", Agent(("version", 1), ("weight", 40), ("takesFromLongest", true)));
        await small.Becomes((40, true), cell => cell.Router.Agent(cell.Router.Directory.Agent(small.Ana))!.Settings
            is var settings ? (settings.Weight, settings.TakesFromLongestQueue) : default);
        await small.Refused($"agents/{small.Ana}", Agent(("version", 2), ("weight", 0)), "weight");
    }

    [Fact]
    public async Task Takes_what_it_shows_as_the_next_edit()
    {
        var view = (await Get("/api/queues"))[0].GetProperty("settings");
        Assert.Equal(2, (await small.Saved($"queues/{Queue}", view)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Does_the_same_edit_once_and_answers_it_twice()
    {
        var edit = new { version = 1, name = "Slumber Beds", colour = "#4C6EF5", languages = new[] { "pl" } };
        Assert.Equal(2, (await small.Saved($"partners/{Slumber}", edit)).GetProperty("version").GetInt32());
        Assert.Equal(2, (await small.Saved($"partners/{Slumber}", edit)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Refuses_an_edit_of_an_older_version()
    {
        await small.Saved($"partners/{Slumber}", Partner(1, "Slumber One"));
        await (await small.Put($"partners/{Slumber}", Partner(1, "Slumber Two"))).IsProblem("changed-meanwhile");
    }

    [Fact]
    public async Task Refuses_a_name_that_another_has() =>
        await (await small.Put($"partners/{Slumber}", Partner(1, "kablo"))).IsProblem("name-taken");

    [Fact]
    public async Task Keeps_the_word_of_a_skill() => await (await small.Put(
        $"skills/{Polish}", new { version = 1, word = "polski", name = "Polish", language = "pl" })).IsProblem("changed-meanwhile");

    [Theory]
    [InlineData("name", "", "name")]
    [InlineData("name", " Slumber", "name")]
    [InlineData("colour", "blue", "colour")]
    [InlineData("languages", "polski", "languages")]
    public async Task Refuses_a_partner_with_a_wrong(string field, string value, string fault) => await small.Refused(
        $"partners/{Slumber}", new Dictionary<string, object>
        {
            ["version"] = 1,
            ["name"] = "Slumber",
            ["colour"] = "#4c6ef5",
            ["languages"] = new[] { "pl" },
            [field] = field == "languages" ? new[] { value } : value,
        }, fault);

    [Fact]
    public async Task Refuses_an_agent_with_what_does_not_exist_or_fit()
    {
        var path = $"agents/{small.Ana}";
        await small.Refused(path, Agent(("version", 1), ("skills", new[] { new { id = Polish, level = 6 } })), "skills");
        await small.Refused(path, Agent(("version", 1), ("skills", new[] { new { id = Guid.CreateVersion7(), level = 1 } })), "skills");
        await small.Refused(path, Agent(("version", 1), ("partners", new[] { Guid.CreateVersion7() })), "partners");
        await small.Refused(path, Agent(("version", 1), ("queues", new[] { Queue, Queue })), "queues");
        await small.Refused(path, Agent(("version", 1), ("teamId", Guid.CreateVersion7())), "teamId");
        await small.Refused(path, Agent(("version", 1), ("trust", 101)), "trust");
        await small.Refused(path, Agent(("version", 1), ("channels", new[] { new { channel = "call", cost = 50, maximum = 2 } })), "channels");
        await (await small.Put($"agents/{Guid.CreateVersion7()}", Agent())).IsProblem("not-found");
        await (await small.Put(path, Agent(("version", 1), ("channels", new[] { new { channel = "fax", cost = 1, maximum = 1 } }))))
            .IsProblem("malformed-request");
    }

    [Fact]
    public async Task Refuses_a_queue_with_what_does_not_exist_or_fit()
    {
        var path = $"queues/{Queue}";
        await small.Refused(path, QueueOf(("version", 1), ("steps", "juggling>=3")), "steps");
        await small.Refused(path, QueueOf(("version", 1), ("members", "advice for 3s")), "members");
        await small.Refused(path, QueueOf(("version", 1), ("capMilli", -1)), "capMilli");
        await small.Refused(path, QueueOf(("version", 1), ("baseMilli", 10), ("capMilli", 9)), "capMilli");
        await small.Refused(path, QueueOf(("version", 1), ("whenFull", "to-queue")), "divertsTo");
        await small.Refused(path, QueueOf(("version", 1), ("divertsTo", Guid.CreateVersion7())), "divertsTo");
        await small.Refused(path, QueueOf(("version", 1), ("channels", Array.Empty<string>())), "channels");
        await small.Refused(path, QueueOf(("version", 1), ("openingCalendarId", Guid.CreateVersion7())), "openingCalendarId");
        await small.Refused(path, QueueOf(("version", 1), ("targetBasisPoints", 10_001)), "targetBasisPoints");
        await small.Refused(path, QueueOf(("version", 1), ("partnerId", Guid.CreateVersion7())), "partnerId");
    }

    [Fact]
    public async Task Warns_of_a_step_that_nobody_fits()
    {
        var saved = await small.Saved(
            $"queues/{Queue}", QueueOf(("version", 1), ("steps", "language>=4 for 20s; advice>=5 for 20s; any")));
        var warnings = saved.GetProperty("warnings").EnumerateArray().ToList();
        Assert.Equal(["nobody-fits-step", "nobody-fits-step"], warnings.Select(warning => warning.Text("name")));
        Assert.Equal("en", warnings[0].Text("language"));
        Assert.Equal(2, warnings[1].GetProperty("step").GetInt32());
    }

    [Fact]
    public async Task Warns_of_queues_that_starve_each_other()
    {
        var urgent = QueueOf(("name", "Urgent"), ("baseMilli", 4_000_000), ("capMilli", 5_000_000), ("dispositions", Array.Empty<object>()));
        var saved = await small.Saved($"queues/{Guid.CreateVersion7()}", urgent);
        Assert.Equal(["starves"], saved.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("name")));
        var higher = QueueOf(("name", "Higher"), ("capMilli", 4_000_000), ("dispositions", Array.Empty<object>()));
        var names = (await small.Saved($"queues/{Guid.CreateVersion7()}", higher)).GetProperty("warnings").EnumerateArray()
            .Select(warning => warning.Text("name"));
        Assert.Equal(["can-starve", "can-starve"], names);
    }

    [Fact]
    public async Task Removes_only_what_nothing_refers_to()
    {
        foreach (var entry in (string[])[$"partners/{Slumber}", $"skills/{Advice}", $"skills/{Polish}", $"teams/{Lantern}"])
            await (await small.Admin.DeleteAsync("/api/" + entry, Cancel)).IsProblem("still-in-use");
        await Removes($"queues/{Queue}");
        await small.Becomes(0, cell => cell.Router.Directory.Queue(Queue));
        await Removes($"agents/{small.Ana}");
        await small.Becomes(0, cell => cell.Router.Directory.Agent(small.Ana));
        await Removes($"partners/{Kablo}");
        await (await small.Admin.DeleteAsync($"/api/partners/{Kablo}", Cancel)).IsProblem("not-found");
        Assert.Empty((await Get("/api/queues")).EnumerateArray());
    }

    [Fact]
    public async Task Is_for_administrators_and_written_down()
    {
        using var lead = await small.Centre.SignIn("lead", Slumber);
        await (await lead.PutAsJsonAsync($"/api/partners/{Slumber}", Partner(1, "Mine"), Cancel)).IsProblem("not-permitted");
        await (await lead.DeleteAsync($"/api/partners/{Slumber}", Cancel)).IsProblem("not-permitted");
        var audit = await Get("/api/audit");
        Assert.Contains("queue-changed", audit.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_each_only_the_partners_they_serve()
    {
        using var agent = await small.Centre.SignIn("agent", Kablo);
        Assert.Equal(["Kablo"], await Names(agent, "/api/organisation", "partners"));
        Assert.Empty((await (await agent.GetAsync("/api/queues", Cancel)).Json()).EnumerateArray());
        Assert.Empty(await Names(agent, "/api/agents", "agents"));
        using var viewer = await small.Centre.SignIn("partner-viewer", Slumber);
        Assert.Equal(["Slumber"], await Names(viewer, "/api/organisation", "partners"));
        Assert.Empty(await Names(viewer, "/api/organisation", "teams"));
        Assert.Empty(await Names(viewer, "/api/agents", "agents"));
        Assert.Single((await (await viewer.GetAsync("/api/queues", Cancel)).Json()).EnumerateArray());
    }

    bool IsMember(CellView cell) =>
        cell.Router.IsMember(cell.Router.Directory.Queue(Queue), cell.Router.Directory.Agent(small.Ana));

    static object Partner(int version, string name) => new { version, name, colour = "#4c6ef5", languages = new[] { "pl" } };

    async Task Removes(string entry) => await (await small.Admin.DeleteAsync("/api/" + entry, Cancel)).Is(HttpStatusCode.NoContent);

    async Task<JsonElement> Get(string path) => await (await small.Admin.GetAsync(path, Cancel)).Json();

    static async Task<IEnumerable<string>> Names(HttpClient client, string path, string list) =>
        (await (await client.GetAsync(path, Cancel)).Json()).GetProperty(list).EnumerateArray().Select(entry => entry.Text("name"));
}
