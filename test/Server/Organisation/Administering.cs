using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using static Centrala.Server.Tests.Organisation.A_small_centre;

namespace Centrala.Server.Tests.Organisation;

public sealed class Administering(PostgresServer postgres) : IAsyncLifetime
{
    A_small_centre small = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => small = await Open(postgres);

    public ValueTask DisposeAsync() => small.DisposeAsync();

    [Fact]
    public async Task Shows_whom_each_step_reaches_before_it_is_saved()
    {
        var answer = await Check(QueueOf(("steps", "language>=5 for 20s; any")));
        Assert.Equal(1, answer.GetProperty("members").GetProperty("all").GetInt32());
        Assert.Equal([("pl", 1), ("en", 0)], Languages(answer, 0));
        Assert.Equal([("pl", 1), ("en", 1)], Languages(answer, 1));
        Assert.Equal("nobody-fits-step", answer.GetProperty("warnings")[0].Text("name"));
    }

    [Fact]
    public async Task Counts_nobody_as_signed_in_who_is_offline() =>
        Assert.Equal(0, (await Check(QueueOf())).GetProperty("members").GetProperty("signedIn").GetInt32());

    [Fact]
    public async Task Says_at_the_field_what_is_wrong_before_it_is_saved()
    {
        var answer = await Check(QueueOf(("steps", "polich"), ("name", "")));
        Assert.Equal("There is no skill “polich”.", answer.GetProperty("errors").GetProperty("steps")[0].GetString());
        Assert.NotEmpty(answer.GetProperty("errors").GetProperty("name").EnumerateArray());
    }

    [Fact]
    public async Task Changes_many_levels_at_once_and_back()
    {
        await (await Grid(small.Ana, (Advice, 4, 2), (English, 3, 0))).Is(HttpStatusCode.NoContent);
        Assert.Equal("2 5", await Levels());
        await (await Grid(small.Ana, (Advice, 2, 4), (English, 0, 3))).Is(HttpStatusCode.NoContent);
        Assert.Equal("3 4 5", await Levels());
        await small.Becomes(true, cell =>
            cell.Router.IsMember(cell.Router.Directory.Queue(Queue), cell.Router.Directory.Agent(small.Ana)));
    }

    [Fact]
    public async Task Changes_no_level_at_all_when_one_was_changed_meanwhile()
    {
        await (await Grid(small.Ana, (English, 3, 1), (Advice, 1, 2))).IsProblem("changed-meanwhile");
        Assert.Equal("3 4 5", await Levels());
    }

    [Fact]
    public async Task Refuses_levels_and_teams_that_do_not_exist()
    {
        await (await Grid(small.Ana, (Advice, 4, 6))).IsProblem("invalid-input");
        await (await Grid(small.Ana, (Guid.CreateVersion7(), 0, 3))).IsProblem("invalid-input");
        await (await Grid(Guid.CreateVersion7(), (Advice, 0, 3))).IsProblem("not-found");
    }

    [Fact]
    public async Task Closes_a_queue_at_once_in_an_emergency_and_opens_it_again()
    {
        var path = $"queues/{Queue}/emergency";
        await (await small.Put(path, new { announcements = new { en = "The line is down." } })).Is(HttpStatusCode.NoContent);
        await small.Becomes(false, cell => cell.Router.Queue(cell.Router.Directory.Queue(Queue))!.IsOpen);
        var shown = await small.Admin.GetFromJsonAsync<JsonElement>("/api/emergencies", Cancel);
        Assert.Equal("The line is down.", shown[0].GetProperty("announcements").Text("en"));
        await (await small.Admin.DeleteAsync("/api/" + path, Cancel)).Is(HttpStatusCode.NoContent);
        await small.Becomes(true, cell => cell.Router.Queue(cell.Router.Directory.Queue(Queue))!.IsOpen);
    }

    [Fact]
    public async Task Refuses_an_emergency_without_words() =>
        await small.Refused($"queues/{Queue}/emergency", new { announcements = new { en = " " } }, "announcements.en");

    [Fact]
    public async Task Keeps_two_levels_of_dispositions()
    {
        var late = new { id = Guid.CreateVersion7(), name = "Late", heading = "Delivery" };
        await small.Saved($"queues/{Queue}", QueueOf(("version", 1), ("dispositions", new[] { late })));
        var queues = await small.Admin.GetFromJsonAsync<JsonElement>("/api/queues", Cancel);
        Assert.Equal("Delivery", queues[0].GetProperty("settings").GetProperty("dispositions")[0].Text("heading"));
    }

    [Fact]
    public async Task Keeps_which_disposition_stands_ready_and_takes_one_only()
    {
        var (late, lost) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        object[] Listed(bool isLate, bool isLost) =>
            [new { id = late, name = "Late", usual = isLate }, new { id = lost, name = "Lost", usual = isLost }];
        await small.Saved($"queues/{Queue}", QueueOf(("version", 1), ("dispositions", Listed(true, false))));
        await small.Saved($"queues/{Queue}", QueueOf(("version", 2), ("dispositions", Listed(false, true))));
        await small.Refused($"queues/{Queue}", QueueOf(("version", 3), ("dispositions", Listed(true, true))), "dispositions");

        var known = (await small.Admin.GetFromJsonAsync<JsonElement>("/api/directory", Cancel)).GetProperty("dispositions");
        Assert.Equal(["Lost"], known.EnumerateArray().Where(one => one.GetProperty("usual").GetBoolean()).Select(one => one.Text("name")));
    }

    [Fact]
    public async Task Takes_a_removal_back()
    {
        foreach (var path in new[] { $"queues/{Queue}", $"agents/{small.Ana}" })
            await (await small.Admin.DeleteAsync("/api/" + path, Cancel)).Is(HttpStatusCode.NoContent);
        await small.Becomes(true, cell => cell.Router.Queue(cell.Router.Directory.Queue(Queue)) is null);
        await (await Restore($"agents/{small.Ana}")).Is(HttpStatusCode.NoContent);
        await (await Restore($"queues/{Queue}")).Is(HttpStatusCode.NoContent);
        await small.Becomes(true, cell =>
            cell.Router.IsMember(cell.Router.Directory.Queue(Queue), cell.Router.Directory.Agent(small.Ana)));
        await (await Restore($"queues/{Queue}")).IsProblem("not-found");
        Assert.Equal("3 4 5", await Levels());
    }

    [Fact]
    public async Task Does_not_take_a_removal_back_that_would_double_a_name()
    {
        await (await small.Admin.DeleteAsync($"/api/partners/{Kablo}", Cancel)).Is(HttpStatusCode.NoContent);
        await small.Saved($"partners/{Guid.CreateVersion7()}", new { version = 0, name = "kablo", colour = "#4c6ef5", languages = new[] { "en" } });
        await (await Restore($"partners/{Kablo}")).IsProblem("name-taken");
    }

    Task<HttpResponseMessage> Restore(string path) => small.Admin.PostAsync($"/api/{path}/restoration", null, Cancel);

    async Task<JsonElement> Check(object queue) =>
        await (await small.Admin.PostAsJsonAsync($"/api/queues/{Queue}/check", queue, Cancel)).Json();

    static IEnumerable<(string, int)> Languages(JsonElement answer, int step) =>
        answer.GetProperty("steps")[step].GetProperty("languages").EnumerateArray()
            .Select(language => (language.Text("language"), language.GetProperty("reach").GetProperty("all").GetInt32()));

    Task<HttpResponseMessage> Grid(Guid agentId, params (Guid Skill, int From, int To)[] changes) => small.Put("skill-levels", new
    {
        levels = changes.Select(change => new { agentId, skillId = change.Skill, from = change.From, to = change.To }),
        teams = Array.Empty<object>(),
    });

    async Task<string> Levels()
    {
        var agents = await small.Admin.GetFromJsonAsync<JsonElement>("/api/agents", Cancel);
        return string.Join(' ', agents.GetProperty("agents")[0].GetProperty("settings").GetProperty("skills").EnumerateArray()
            .Select(skill => skill.GetProperty("level").GetInt32()).Order());
    }
}
