using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Organisation;

public sealed class Clocks_of_the_centre(PostgresServer postgres) : IAsyncLifetime
{
    A_small_centre small = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => small = await A_small_centre.Open(postgres);

    public ValueTask DisposeAsync() => small.DisposeAsync();

    [Fact]
    public async Task Are_what_the_router_follows()
    {
        var shown = await small.Admin.GetFromJsonAsync<JsonElement>("/api/clocks", Cancel);
        Assert.Equal((20, 0), (shown.GetProperty("unreachableSeconds").GetInt32(), shown.GetProperty("rampInSeconds").GetInt32()));

        await small.Saved("clocks", Clocks(rampIn: 300));
        await small.Becomes(TimeSpan.FromMinutes(5), cell => cell.Router.Settings.RampIn);
        await small.Becomes(TimeSpan.FromSeconds(40), cell => cell.Router.Settings.RampInPause);
        Assert.Equal(HttpStatusCode.Conflict, (await small.Put("clocks", Clocks(rampIn: 600))).StatusCode);
        await small.Refused("clocks", Clocks(rampIn: -1, version: 2), "rampInSeconds");
        await small.Refused("clocks", Clocks(rampIn: 0, version: 2, returns: 10), "returnsContactsSeconds");
    }

    [Fact]
    public async Task Are_changed_by_those_who_manage_the_whole_centre()
    {
        var lead = await small.Centre.SignIn("lead", A_small_centre.Slumber);
        var answer = await lead.PutAsJsonAsync("/api/clocks", Clocks(rampIn: 300), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Travel_with_the_settings()
    {
        await small.Saved("clocks", Clocks(rampIn: 300));
        var text = (await small.Admin.GetFromJsonAsync<JsonNode>("/api/settings", Cancel))!;
        Assert.Equal(300, text["clocks"]!["rampInSeconds"]!.GetValue<int>());

        text["clocks"]!["rampInSeconds"] = 120;
        var answer = await small.Admin.PostAsJsonAsync("/api/settings/import", new { settings = text, apply = true }, Cancel);
        var change = Assert.Single((await answer.Json()).GetProperty("changes").EnumerateArray());
        Assert.Equal("clocks", change.GetProperty("kind").GetString());
        await small.Becomes(TimeSpan.FromMinutes(2), cell => cell.Router.Settings.RampIn);
    }

    static object Clocks(int rampIn, int version = 1, int returns = 120) => new
    {
        version,
        unreachableSeconds = 20,
        returnsContactsSeconds = returns,
        coolDownSeconds = 60,
        waitsForNamedSeconds = 60,
        rampInSeconds = rampIn,
        rampInPauseSeconds = 40,
    };
}
