using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Desk;
using Centrala.Testing;

namespace Centrala.Server.Tests.Replay;

/// <summary>Ana came, a contact arrived and was accepted; what a lead sees of it afterwards.</summary>
public sealed class The_floor_that_was(PostgresServer postgres) : IAsyncLifetime
{
    DeskCentre centre = null!;
    HttpClient lead = null!;
    DateTimeOffset whileItWaited;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await DeskCentre.Start(postgres);
        lead = await centre.Centre.SignIn("lead", centre.Slumber);
        await centre.Arrive(centre.Invoices);
        var contact = await centre.Arrive();
        whileItWaited = (await Shown("/api/floor")).GetProperty("at").GetDateTimeOffset();
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        await ana.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
        await (await ana.Do(contact, "acceptance")).Is(HttpStatusCode.NoContent);
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Is_shown_as_it_was_and_as_it_is()
    {
        var past = await Past(whileItWaited);
        Assert.Equal((1, 0), (Waiting(past), past.GetProperty("agents").GetArrayLength()));
        Assert.Equal(0, past.GetProperty("kpis").GetProperty("answered").GetInt64());

        var now = await Past(DateTimeOffset.UtcNow);
        Assert.Equal((0, 1), (Waiting(now), now.GetProperty("agents").GetArrayLength()));
        Assert.Equal(1, now.GetProperty("kpis").GetProperty("answered").GetInt64());
    }

    [Fact]
    public async Task Shows_nothing_of_other_partners()
    {
        var past = await Past(whileItWaited);
        Assert.Equal(centre.Advice, Assert.Single(past.GetProperty("queues").EnumerateArray()).GetProperty("id").GetGuid());
        var trend = await Shown("/api/floor/trend");
        Assert.All(trend.GetProperty("queues").EnumerateArray(),
            queue => Assert.Equal(centre.Advice, queue.GetProperty("queueId").GetGuid()));
    }

    [Fact]
    public async Task Is_empty_before_anything_happened() =>
        Assert.Equal(0, (await Past(whileItWaited.AddDays(-400))).GetProperty("queues").GetArrayLength());

    [Fact]
    public async Task Is_not_told_before_it_happens() =>
        await (await lead.GetAsync(Path(DateTimeOffset.UtcNow.AddHours(1)), Cancel)).IsProblem("not-yet");

    [Fact]
    public async Task Has_as_many_waiting_at_each_point_of_its_trend_as_there_were()
    {
        var trend = await Shown("/api/floor/trend");
        var (from, step) = (trend.GetProperty("from").GetDateTimeOffset(), trend.GetProperty("stepSeconds").GetDouble());
        var waiting = trend.GetProperty("queues")[0].GetProperty("waiting");
        Assert.Equal(Server.Replay.FloorTrend.Points, waiting.GetArrayLength());
        foreach (var point in new[] { 1, waiting.GetArrayLength() - 1 })
        {
            var then = (await Past(from.AddSeconds(point * step))).GetProperty("queues");
            var expected = then.GetArrayLength() == 0 ? 0 : then[0].GetProperty("waiting").GetInt32();
            Assert.Equal(expected, waiting[point].GetInt32());
        }
    }

    static int Waiting(JsonElement floor) => floor.GetProperty("kpis").GetProperty("waiting").GetInt32();

    static string Path(DateTimeOffset at) => $"/api/floor/past?at={Uri.EscapeDataString(at.ToString("O"))}";

    Task<JsonElement> Past(DateTimeOffset at) => Shown(Path(at));

    Task<JsonElement> Shown(string path) => lead.GetFromJsonAsync<JsonElement>(path, Cancel);
}
