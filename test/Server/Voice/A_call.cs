using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Centrala.Server.Voice;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class A_call(OpenVoice open)
{
    const int Low = 500, High = 1300, Foreign = 2100;

    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Reaches_an_agents_phone_and_both_hear_each_other_and_nobody_else()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var agent = new ToneParty(High);
        var phone = Phone(port, Scenarios.PickUp(agent.Port) + Scenarios.Hears);
        var call = Call(Scenarios.Call(customer.Port) + Scenarios.Hears);
        await Testing.Until.True(() => customer.Hears(High) && agent.Hears(Low));

        var contact = (await ana.See(desk => States(desk) is ["connected"])).GetProperty("contacts")[0];
        Assert.Equal(Scenarios.Caller, contact.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal("call", contact.GetProperty("channel").GetString());

        using var intruder = new ToneParty(Foreign, "127.0.0.9");
        intruder.Intrude(customer.Call!, 200);
        Assert.StartsWith("SIP/2.0 481", await ForgedBye(), StringComparison.Ordinal);
        await Testing.Until.True(() => agent.Hears(Low));
        Assert.False(agent.Hears(Foreign));

        var id = contact.GetProperty("contactId").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await ana.Do(id, "end", new { lastMessage = 0 })).StatusCode);
        await Went(phone, call);
        await ana.See(desk => States(desk) is ["wrap-up"]);
        await Testing.Until.True(async () => await voice.Row<bool>("select ended_at is not null from call order by started_at desc limit 1"));
    }

    [Fact]
    public async Task Ends_for_the_agent_when_the_caller_hangs_up()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        var phone = Phone(port, Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Hears);
        await Went(phone, Call(Scenarios.Call(VoiceCentre.FreePort()) + Scenarios.Pause(300) + Scenarios.CallerBye));
        await ana.See(desk => States(desk) is ["wrap-up"]);
        Assert.Equal("customer-ended", await Last("reason"));
    }

    [Fact]
    public async Task Ends_for_the_caller_when_the_agent_hangs_up_the_phone()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        var phone = Phone(port, Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Pause(1500) + Scenarios.PhoneBye);
        await Went(phone, Call(Scenarios.Call(VoiceCentre.FreePort()) + Scenarios.Hears));
        await ana.See(desk => States(desk) is ["wrap-up"]);
        Assert.Equal("agent-ended", await Last("reason"));
    }

    [Fact]
    public async Task That_a_phone_does_not_take_goes_to_the_next_agent()
    {
        Sipp.MustBeThere();
        var (_, first, _) = await voice.AddAgentWithPhone();
        var (ben, second, _) = await voice.AddAgentWithPhone(beside: true);
        var busy = Phone(first, Scenarios.Busy);
        var phone = Phone(second, Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Hears);
        await Went(busy, phone, Call(Scenarios.Call(VoiceCentre.FreePort()) + Scenarios.Pause(300) + Scenarios.CallerBye));
        await ben.See(desk => States(desk) is ["wrap-up"]);
    }

    [Fact]
    public async Task Is_abandoned_when_the_caller_gives_up_while_it_rings()
    {
        Sipp.MustBeThere();
        await voice.SendAgentsHome();
        var earlier = await Last("id::text");
        await Went(Call($"""
            {Scenarios.Invite(VoiceCentre.FreePort())}
            <recv response="100" optional="true"/>
            <recv response="180"/>
            {Cancelled}
            """));
        await Testing.Until.True(async () => await Last("id::text") != earlier && await Last("state") == "ended");
        Assert.Equal("abandoned", await Last("reason"));
    }

    [Fact]
    public async Task Waits_with_music_where_its_number_is_answered_at_once()
    {
        Sipp.MustBeThere();
        await voice.SendAgentsHome();
        const string Hotline = "0048225550102";
        await voice.AddNumber("+48225550102", SaveNumber.Music);
        using var customer = new ToneParty(Low, "127.0.0.7");
        var earlier = await Last("id::text");
        var call = Call(Scenarios.Call(customer.Port, Hotline) + Scenarios.Pause(3000) + Scenarios.CallerBye);
        await Testing.Until.True(customer.HearsAnything);
        await Went(call);
        await Testing.Until.True(async () => await Last("id::text") != earlier && await Last("state") == "ended");
        Assert.Equal("abandoned", await Last("reason"));
    }

    [Theory]
    [InlineData("127.0.0.7", "+48225550199", 404)]
    [InlineData("127.0.0.1", Scenarios.Number, 403)]
    public async Task Is_refused_for_a_number_of_nobodys_and_from_where_no_carrier_is(string from, string number, int status)
    {
        Sipp.MustBeThere();
        var before = await voice.Row<int>("select count(*)::int from contact");
        await Went(Sipp.Play($"""
            {Scenarios.Invite(VoiceCentre.FreePort(), number)}
            <recv response="100" optional="true"/>
            <recv response="{status}"/>
            {Scenarios.Ack}
            """, $"-i {from} -m 1 {voice.At()}"));
        Assert.Equal(before, await voice.Row<int>("select count(*)::int from contact"));
    }

    Task<(int, string)> Phone(int port, string scenario) => Sipp.Play(scenario, $"-i 127.0.0.1 -p {port} -m 1");

    Task<(int, string)> Call(string scenario) => Sipp.Play(scenario, $"-i 127.0.0.7 -m 1 {voice.At()}");

    static async Task Went(params Task<(int Exit, string Said)>[] peers)
    {
        foreach (var (exit, said) in await Task.WhenAll(peers)) Assert.True(exit == 0, said);
    }

    /// <summary>The answer to a BYE from the carrier's own address that guesses the call's names.</summary>
    async Task<string> ForgedBye()
    {
        using var forger = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.7"), 0));
        await forger.SendAsync(Encoding.UTF8.GetBytes(
            $"BYE sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.7:9;branch=z9hG4bKx;rport\r\nFrom: <sip:{Scenarios.Caller}@carrier.example>;"
            + $"tag=1\r\nTo: <sip:{Scenarios.Number}@127.0.0.1>;tag=guessed\r\nCall-ID: 1-1@127.0.0.7\r\nCSeq: 2 BYE\r\nMax-Forwards: 70\r\n"
            + "Content-Length: 0\r\n\r\n"), voice.At(), Cancel);
        return Encoding.UTF8.GetString((await forger.ReceiveAsync(Cancel)).Buffer);
    }

    /// <summary>What stands of the latest contact.</summary>
    Task<string?> Last(string column) => voice.Row<string>($"select {column} from contact order by arrived_at desc limit 1");

    static string[] States(JsonElement desk) =>
        [.. desk.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("state").GetString()!)];

    const string Cancelled = """
        <send retrans="500"><![CDATA[

          CANCEL sip:+48225550100@[remote_ip]:[remote_port] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch-3];rport
          From: <sip:+48225550177@carrier.example>;tag=[call_number]
          To: <sip:+48225550100@[remote_ip]>
          Call-ID: [call_id]
          CSeq: 1 CANCEL
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
        <recv response="200"/>
        <recv response="487"/>
        <send><![CDATA[

          ACK sip:+48225550100@[remote_ip]:[remote_port] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch-6];rport
          From: <sip:+48225550177@carrier.example>;tag=[call_number]
          [last_To:]
          Call-ID: [call_id]
          CSeq: 1 ACK
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
        """;
}
