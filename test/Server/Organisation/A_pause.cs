using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Organisation;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using static Centrala.Server.Tests.Organisation.A_small_centre;

namespace Centrala.Server.Tests.Organisation;

public sealed class A_pause(PostgresServer postgres) : IAsyncLifetime
{
    static readonly TimeSpan quarter = TimeSpan.FromMinutes(15);

    A_small_centre small = null!;
    HttpClient lead = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        small = await Open(postgres);
        lead = await small.Centre.SignIn("lead", Slumber);
    }

    public ValueTask DisposeAsync() => small.DisposeAsync();

    [Fact]
    public async Task Closes_a_queue_that_opens_again_by_itself()
    {
        var opensAt = small.Centre.Time.GetUtcNow() + quarter;
        await Switch(open: false, opensAt);
        await small.Becomes(opensAt, cell => cell.Router.Queue(cell.Router.Directory.Queue(Queue))!.OpensAt);
        await Look();
        await IsOpen(false);

        small.Centre.Time.Advance(quarter);
        await Look();
        await IsOpen(true);
    }

    [Fact]
    public async Task Is_over_when_somebody_opens_the_queue()
    {
        await Switch(open: false, small.Centre.Time.GetUtcNow() + quarter);
        await Switch(open: true);
        await IsOpen(true);

        await Switch(open: false);
        small.Centre.Time.Advance(quarter);
        await Look();
        await IsOpen(false);
    }

    [Fact]
    public async Task That_ends_in_an_emergency_leaves_the_queue_closed()
    {
        await Switch(open: false, small.Centre.Time.GetUtcNow() + quarter);
        await (await small.Put($"queues/{Queue}/emergency", new { announcements = new { en = "The line is down." } }))
            .Is(HttpStatusCode.NoContent);
        small.Centre.Time.Advance(quarter);
        await Look();
        await IsOpen(false);
    }

    [Fact]
    public async Task Into_the_past_is_refused() => await (await lead.PutAsJsonAsync(
        $"/api/queues/{Queue}/opening", new { open = false, opensAt = small.Centre.Time.GetUtcNow() - quarter }, Cancel))
        .IsProblem("instant-out-of-range");

    [Fact]
    public async Task Is_in_the_audit_log_with_its_reason()
    {
        await Switch(open: false, small.Centre.Time.GetUtcNow() + quarter, "too-much");
        Assert.Contains("too-much", await small.Admin.GetStringAsync("/api/audit", Cancel));
    }

    async Task Switch(bool open, DateTimeOffset? opensAt = null, string why = "meeting") => await (await lead.PutAsJsonAsync(
        $"/api/queues/{Queue}/opening", new { open, opensAt, why }, Cancel)).Is(HttpStatusCode.NoContent);

    /// <summary>As it does by itself each minute.</summary>
    Task Look() => small.Centre.Service<OpeningHours>().Apply(Cancel);

    Task IsOpen(bool expected) =>
        small.Becomes(expected, cell => cell.Router.Queue(cell.Router.Directory.Queue(Queue))!.IsOpen);
}
