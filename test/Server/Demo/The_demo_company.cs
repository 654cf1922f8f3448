using System.Text.Json;
using Centrala.Server.Demo;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Centrala.Server.Tests.Demo;

public sealed class The_demo_company(PostgresServer postgres) : IAsyncLifetime
{
    /// <summary>How long the test's clock may run until something has happened.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    TestCentre centre = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await TestCentre.Start(postgres);
        Assert.True(await centre.Service<FillCompany>().Run(centre.Address, Cancel));
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Is_filled_once_however_often_the_demo_starts()
    {
        var before = await Counts();
        Assert.True(await centre.Service<FillCompany>().Run(centre.Address, Cancel));
        Assert.Equal(before, await Counts());
        Assert.Equal((4, 6, 6, CompanyPeople.All.Count + 1, CompanyPeople.All.Count(person => person.Team is not null)), before);
    }

    [Fact]
    public async Task Keeps_what_somebody_has_changed()
    {
        using var admin = await Admin();
        var partner = CompanyPartners.All[0];
        await admin.Put($"/api/partners/{partner.Id}",
            new { version = 1, name = "Slumber & Co", colour = "#000000", languages = new[] { "pl" } }, Cancel);
        Assert.True(await centre.Service<FillCompany>().Run(centre.Address, Cancel));
        var organisation = await admin.Get<JsonElement>("/api/organisation", Cancel);
        Assert.Contains("Slumber & Co", organisation.GetProperty("partners").EnumerateArray().Select(entry => entry.Text("name")));
    }

    [Fact]
    public async Task Has_queues_whose_settings_draw_no_warning_that_nobody_fits()
    {
        using var admin = await Admin();
        foreach (var queue in (await admin.Get<JsonElement>("/api/queues", Cancel)).EnumerateArray())
        {
            var saved = await admin.Put<JsonElement>(
                $"/api/queues/{queue.Text("id")}", queue.GetProperty("settings"), Cancel);
            Assert.DoesNotContain("no-members", saved.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("\"starves\"", saved.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Has_customers_who_talk_with_colleagues_until_both_are_done()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var agent = new SimulatedAgent(
            centre.Address, CompanyPeople.All.Single(person => person.Login == "celina"), centre.Time, NullLogger.Instance);
        var working = agent.Work(stop.Token);
        var dialogue = Dialogue.All.Single(dialogue => dialogue.Name == "attic");
        using var visitor = new SimulatedVisitor(centre.Address, dialogue, "Marta Lis", centre.Time);

        await TurnClockUntil(visitor.Visit(Cancel));
        await TurnClockUntil(WrappedUp());

        var said = await Query<string>("select text from message where kind = 'reply' order by number");
        Assert.Equal(dialogue.CustomerLines, said.Where((_, n) => n % 2 == 0));
        Assert.Equal(dialogue.AgentLines, said.Where((_, n) => n % 2 == 1).Take(dialogue.AgentLines.Count));
        await stop.CancelAsync();
        await working.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    async Task WrappedUp()
    {
        while ((await Query<Guid>("select disposition_id from wrap_up where disposition_id is not null")).Count == 0)
            await Task.Delay(20, Cancel);
    }

    async Task TurnClockUntil(Task done)
    {
        var until = centre.Time.GetUtcNow() + Patience;
        while (!done.IsCompleted && centre.Time.GetUtcNow() < until)
        {
            centre.Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(done, Task.Delay(10, Cancel)); // Lets what the turn set off reach the database and back.
        }
        Assert.True(done.IsCompleted, "It has not happened in time.");
        await done;
    }

    async Task<DemoClient> Admin()
    {
        var admin = new DemoClient(centre.Address);
        await admin.SignIn(CompanyPeople.Administrator.Email, CompanyPeople.Password, Cancel);
        return admin;
    }

    async Task<(int Partners, int Queues, int Widgets, int People, int Agents)> Counts()
    {
        var counts = await Query<int>("""
            select count(*)::int from partner union all select count(*)::int from queue union all select count(*)::int from widget
            union all select count(*)::int from person union all select count(*)::int from agent
            """);
        return (counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    async Task<IReadOnlyList<T>> Query<T>(string sql)
    {
        await using var connection = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        return (await connection.QueryAsync<T>(sql)).AsList();
    }
}
