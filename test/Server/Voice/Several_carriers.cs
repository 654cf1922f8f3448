using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Desk;
using Centrala.Testing;

namespace Centrala.Server.Tests.Voice;

/// <summary>Three machines take calls out, and one call at a time comes in.</summary>
public sealed class ThreeCarriers(PostgresServer postgres) : IAsyncLifetime
{
    internal VoiceCentre Centre { get; private set; } = null!;

    internal int Full { get; } = VoiceCentre.FreePort();

    internal int Works { get; } = VoiceCentre.FreePort();

    /// <summary>Never answers.</summary>
    internal UdpClient Off { get; } = new(new IPEndPoint(IPAddress.Parse("127.0.0.7"), 0));

    public async ValueTask InitializeAsync()
    {
        Centre = await VoiceCentre.Start(postgres, $$"""
            [
              { "name": "first", "sources": ["127.0.0.7/32"], "peers": ["{{Off.Client.LocalEndPoint}}", "127.0.0.7:{{Full}}"] },
              { "name": "second", "sources": [], "peers": ["127.0.0.7:{{Works}}"] },
              { "name": "edge", "sources": ["127.0.0.8/32"] }
            ], "callsMax": 1
            """);
        await Centre.AddNumber(Scenarios.Number);
    }

    public async ValueTask DisposeAsync()
    {
        await Centre.DisposeAsync();
        Off.Dispose();
    }
}

public sealed class Several_carriers(ThreeCarriers carriers) : IClassFixture<ThreeCarriers>
{
    const int Low = 500, High = 1300;

    readonly VoiceCentre voice = carriers.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Are_tried_one_after_the_other_and_those_that_failed_last_the_next_time()
    {
        Sipp.MustBeThere();
        await (await voice.Admin.PutAsJsonAsync($"/api/partners/{voice.Desk.Slumber}/outgoing",
            new { prefixes = new[] { "+4822" }, homeCountry = "+48", agentCalls = 10, allCalls = 1000 }, Cancel)).Is(HttpStatusCode.NoContent);
        var (ana, port, _) = await voice.AddAgentWithPhone();
        var full = Sipp.Play(Scenarios.Busy.Replace("486 Busy Here", "503 Service Unavailable", StringComparison.Ordinal),
            $"-i 127.0.0.7 -p {carriers.Full} -m 1");
        await Call(ana, port);
        var (exit, said) = await full;
        Assert.True(exit == 0, said);
        await Call(ana, port);
        // The second call began with whom works.
        Assert.Single(await CallsOf(carriers.Off));
    }

    [Fact]
    public async Task Are_told_when_to_come_again_while_there_is_no_room()
    {
        Sipp.MustBeThere();
        await voice.SendAgentsHome();
        var waits = Sipp.Play(Scenarios.Call(VoiceCentre.FreePort()) + Scenarios.Pause(300) + Scenarios.CallerBye, $"-i 127.0.0.7 -m 1 {voice.At()}");
        await Testing.Until.True(async () => await voice.Row<int>("select count(*)::int from call where ended_at is null") == 1);
        await Testing.Until.True(async () => !await TakesCalls());
        var (exit, said) = await Sipp.Play(Scenarios.Invite(VoiceCentre.FreePort()) + $"""
            <recv response="503">
              <action>
                <ereg regexp="^ *[0-9]+" search_in="hdr" header="Retry-After:" check_it="true" assign_to="later"/>
              </action>
            </recv>
            {Scenarios.Ack.Replace("[next_url]", "sip:+48225550100@[remote_ip]:[remote_port]", StringComparison.Ordinal)}
            <Reference variables="later"/>
            """, $"-i 127.0.0.7 -m 1 {voice.At()}");
        Assert.True(exit == 0, said);
        var (_, port, _) = await voice.AddAgentWithPhone();
        var phone = Sipp.Play(Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        foreach (var peer in await Task.WhenAll(waits, phone)) Assert.True(peer.Exit == 0, peer.Said);
        await Testing.Until.True(TakesCalls);
    }

    [Fact]
    public async Task May_stand_behind_a_proxy_that_stays_in_the_path()
    {
        Sipp.MustBeThere();
        var edge = $"127.0.0.8:{VoiceCentre.FreePort()}";
        using var kamailio = Peer.Kamailio(edge, voice.At().ToString());
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var agent = new ToneParty(High);
        var phone = Sipp.Play(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var caller = Sipp.Play(Scenarios.Call(customer.Port) + """
            <recv request="BYE" timeout="30000">
              <action>
                <ereg regexp="127.0.0.8" search_in="hdr" header="Via:" check_it="true" assign_to="path"/>
              </action>
            </recv>
            """ + Scenarios.Ok + """<Reference variables="path"/>""", $"-i 127.0.0.7 -m 1 {edge}");
        await Testing.Until.True(() => customer.Hears(High) && agent.Hears(Low));
        var contact = (await ana.Desk()).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await ana.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(phone, caller)) Assert.True(exit == 0, said);
        await Testing.Until.True(async () => await voice.Row<int>("select count(*)::int from call where ended_at is null") == 0);
    }

    /// <summary>Calls out over the carrier that works, and hangs up at the desk.</summary>
    async Task Call(AgentDesk agent, int port)
    {
        var from = (await agent.Browser.GetFromJsonAsync<JsonElement>("/api/calls/from", Cancel)).GetProperty("numbers")[0].GetProperty("id").GetGuid();
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var phone = new ToneParty(High);
        var rings = Sipp.Play(Scenarios.PickUp(phone.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var answers = Sipp.Play(Scenarios.PickUp(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -p {carriers.Works} -m 1");
        using var called = await agent.Browser.PostAsJsonAsync("/api/calls", new { number = "022 555-01-88", fromId = from }, Cancel);
        await called.Is(HttpStatusCode.OK);
        var contact = (await called.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("contactId").GetGuid();
        await Testing.Until.True(() => customer.Hears(High) && phone.Hears(Low));
        await agent.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(rings, answers)) Assert.True(exit == 0, said);
        using var done = await agent.Do(contact, "wrap-up");
        Assert.True(done.IsSuccessStatusCode);
    }

    async Task<bool> TakesCalls() => (await voice.Desk.Centre.Service<Server.Voice.Telephony>().Lines()).TakesCalls;

    /// <summary>The Call-IDs of whatever came; it may have come again and again.</summary>
    static async Task<HashSet<string>> CallsOf(UdpClient peer)
    {
        var calls = new HashSet<string>();
        while (peer.Available > 0)
        {
            var text = Encoding.UTF8.GetString((await peer.ReceiveAsync(Cancel)).Buffer);
            calls.Add(text.Split("\r\n").First(line => line.StartsWith("Call-ID:", StringComparison.Ordinal)));
        }
        return calls;
    }
}
