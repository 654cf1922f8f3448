using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using static Centrala.Server.Tests.Organisation.A_small_centre;

namespace Centrala.Server.Tests.Organisation;

/// <summary>What reaches the router though nobody edits a queue or an agent.</summary>
public sealed class Following(PostgresServer postgres) : IAsyncLifetime
{
    static readonly Guid hours = Guid.CreateVersion7();
    A_small_centre small = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => small = await Open(postgres);

    public ValueTask DisposeAsync() => small.DisposeAsync();

    [Fact]
    public async Task Opens_and_closes_queues_by_their_calendar_and_leaves_what_a_lead_chose()
    {
        // The test's clock stands at Monday, 2 March 2026, 09:00 UTC: 10:00 in Warsaw.
        await SaveHours("08:00-12:00");
        await small.Saved($"queues/{Queue}", QueueOf(("version", 1), ("openingCalendarId", hours)));
        await small.Becomes(true, IsOpen);

        await TurnTo("11:00"); // 12:00 in Warsaw.
        await small.Becomes(false, IsOpen);

        await small.Centre.Service<Server.Dispatch.Cell>().Send(Server.Dispatch.CellCommand.OpenQueue(Queue), Cancel);
        await small.Centre.Restart();
        await small.Centre.Service<Server.Organisation.OpeningHours>().Apply(Cancel);
        await small.Becomes(true, IsOpen);
    }

    [Fact]
    public async Task Tells_the_router_when_a_person_is_deactivated_and_comes_back()
    {
        await small.Becomes(true, IsKnown);
        await (await small.Admin.PutAsync($"/api/people/{small.Ana}/deactivation", null, Cancel)).Is(HttpStatusCode.NoContent);
        await Follow();
        await small.Becomes(false, IsKnown);
        await (await small.Admin.DeleteAsync($"/api/people/{small.Ana}/deactivation", Cancel)).Is(HttpStatusCode.NoContent);
        await Follow();
        await small.Becomes(true, IsKnown);
    }

    [Fact]
    public async Task Takes_a_person_off_the_queues_of_a_partner_no_longer_served()
    {
        await small.Becomes(true, IsMember);
        var person = (await (await small.Admin.GetAsync("/api/people", Cancel)).Json()).EnumerateArray()
            .Single(person => person.Text("id") == small.Ana.ToString());
        await (await small.Admin.PutAsJsonAsync($"/api/people/{small.Ana}", new
        {
            name = "Ana",
            roles = new[] { "agent" },
            partners = new[] { Kablo },
            version = person.GetProperty("version").GetInt32(),
        }, Cancel)).Is(HttpStatusCode.NoContent);
        await Follow();
        await small.Becomes(false, IsMember);
    }

    Task SaveHours(string period)
    {
        string[] day = [period];
        return small.Saved($"opening-calendars/{hours}", new
        {
            version = 0,
            partnerId = Slumber,
            name = "Shop hours",
            timeZone = "Europe/Warsaw",
            hours = new
            {
                monday = day,
                tuesday = day,
                wednesday = day,
                thursday = day,
                friday = day,
                saturday = day,
                sunday = day,
                exceptions = Array.Empty<object>(),
            },
        });
    }

    async Task TurnTo(string time)
    {
        var now = small.Centre.Time.GetUtcNow();
        small.Centre.Time.Advance(now.Date + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture) - now.UtcDateTime);
        await small.Centre.Service<Server.Organisation.OpeningHours>().Apply(Cancel);
    }

    Task Follow() => small.Centre.Service<Server.Organisation.AgentsFollowPeople>().Follow(Cancel);

    bool IsOpen(Server.Dispatch.CellView cell) => cell.Router.Queue(cell.Router.Directory.Queue(Queue))!.IsOpen;

    bool IsKnown(Server.Dispatch.CellView cell) => cell.Router.Directory.Agent(small.Ana) != 0;

    bool IsMember(Server.Dispatch.CellView cell) =>
        cell.Router.IsMember(cell.Router.Directory.Queue(Queue), cell.Router.Directory.Agent(small.Ana));
}
