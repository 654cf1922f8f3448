using System.Net;
using System.Net.Http.Json;
using Centrala.Testing;

namespace Centrala.Server.Tests.Voice;

/// <summary>Calls outlive the server, and PostgreSQL; and the centre outlives its telephone.</summary>
public sealed class The_telephone_apart : IAsyncDisposable
{
    const int Low = 500, High = 1300;

    static readonly IPEndPoint carrier = new(IPAddress.Parse("127.0.0.7"), VoiceCentre.FreePort());

    readonly ToneParty customer = new(Low, "127.0.0.7"), agent = new(High);
    readonly int phonePort = VoiceCentre.FreePort();
    CentreApart centre = null!;
    Browser? browser;
    LiveClient? line;
    int calls, contacts;

    [Fact]
    public async Task Keeps_its_calls_while_server_or_database_are_away_and_is_started_again_itself()
    {
        Sipp.MustBeThere();
        centre = await CentreApart.Start(agents: 1);
        await centre.RegisterPhones(phonePort);
        (browser, line) = await centre.Open(0);
        await Keeps_a_call_that_ends_while_the_server_is_away();
        await Keeps_a_call_over_a_restart_of_the_server();
        await Keeps_a_call_while_postgresql_stands_still();
        await Is_started_again_after_a_crash();
        await Is_started_again_when_it_hangs();
        Assert.Equal(contacts, await centre.Row<int>("select count(*)::int from contact"));
        Assert.Equal(0, await centre.Row<int>("select count(*)::int from contact where state not in ('ended', 'wrap-up')"));
        await centre.StopServer();
        Assert.Null(centre.Telephone());
    }

    public async ValueTask DisposeAsync()
    {
        customer.Dispose();
        agent.Dispose();
        if (line is not null) await line.DisposeAsync();
        browser?.Dispose();
        if (centre is not null) await centre.DisposeAsync();
    }

    async Task Keeps_a_call_that_ends_while_the_server_is_away()
    {
        var peers = await Call();
        await centre.KillServer();
        await BothHear();
        await HangUp();
        await Went(peers);
        var over = DateTimeOffset.UtcNow;
        await centre.StartServer();
        await IsFreed();
        Assert.True(await centre.Row<DateTimeOffset>("select ended_at from call order by started_at desc limit 1") <= over);
    }

    async Task Keeps_a_call_over_a_restart_of_the_server()
    {
        var peers = await Call();
        await centre.KillServer();
        await centre.StartServer();
        await BothHear();
        await Reopen();
        var contact = await Latest<Guid>("id");
        using var ended = await browser!.PostAsJsonAsync($"/api/contacts/{contact}/end", new { lastMessage = 0 });
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        await Went(peers);
        await IsFreed();
    }

    async Task Keeps_a_call_while_postgresql_stands_still()
    {
        var peers = await Call();
        await centre.FreezePostgres();
        await BothHear();
        await HangUp();
        await Went(peers);
        await centre.ThawPostgres();
        await IsFreed();
    }

    Task Is_started_again_after_a_crash() => Gives_who_calls_again_his_agent_after(centre.KillTelephone);

    Task Is_started_again_when_it_hangs() => Gives_who_calls_again_his_agent_after(centre.FreezeTelephone);

    async Task Gives_who_calls_again_his_agent_after(Func<Task> failure)
    {
        using var gone = new CancellationTokenSource();
        await Call(gone.Token);
        var contact = await Latest<Guid>("id");
        await failure();
        // What was on the lines has lost its other side.
        await gone.CancelAsync();
        await Testing.Until.True(async () => await Latest<string>("state") == "parked");
        await Testing.Until.True(centre.TakesCalls);
        var peers = await Call();
        contacts--;
        Assert.Equal(contact, await Latest<Guid>("id"));
        await HangUp();
        await Went(peers);
        await IsFreed();
    }

    /// <summary>A call on which both hear each other.</summary>
    async Task<Task<(int Exit, string Said)>[]> Call(CancellationToken gone = default)
    {
        (calls, contacts) = (calls + 1, contacts + 1);
        var phone = Sipp.PlayUntil(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {phonePort} -m 1", gone);
        var caller = Sipp.PlayUntil(Scenarios.CallUntilNudged(customer.Port),
            $"-i {carrier.Address} -p {carrier.Port} -cid_str call-{calls} -m 1 {centre.Sip}", gone);
        await BothHear();
        await Testing.Until.True(async () => await Latest<string>("state") == "connected");
        return [phone, caller];
    }

    Task<T?> Latest<T>(string column) => centre.Row<T>($"select {column} from contact order by arrived_at desc limit 1");

    Task HangUp() => Sipp.Nudge(carrier, $"call-{calls}");

    Task BothHear() => Task.WhenAll(customer.GoesOnHearing(High), agent.GoesOnHearing(Low));

    static async Task Went(Task<(int Exit, string Said)>[] peers)
    {
        foreach (var (exit, said) in await Task.WhenAll(peers)) Assert.True(exit == 0, said);
    }

    /// <summary>The contact is over; the agent finishes his work on it and is available again.</summary>
    async Task IsFreed()
    {
        await Testing.Until.True(async () => await Latest<string>("state") == "wrap-up");
        await Reopen();
        var contact = await Latest<Guid>("id");
        using var finished = await browser!.PostAsJsonAsync($"/api/contacts/{contact}/wrap-up", new { });
        Assert.True(finished.IsSuccessStatusCode, await finished.Content.ReadAsStringAsync());
    }

    /// <summary>The workspace finds the server again, as a browser's does.</summary>
    async Task Reopen()
    {
        await line!.DisposeAsync();
        browser!.Dispose();
        (browser, line) = await centre.Open(0);
    }
}
