using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Centrala.Server.Tests.Voice;

/// <summary>What carriers may want of a call beyond the plainest, asked by sipp.</summary>
[Collection(TheTelephone.Name)]
public sealed class A_carrier(OpenVoice open)
{
    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task That_wants_it_hears_the_ringing_reliably()
    {
        Sipp.MustBeThere();
        var (_, port, _) = await voice.AddAgentWithPhone();
        var phone = Sipp.Play(Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        await Went(Play($"""
            {Invite("Require: 100rel")}
            <recv response="100" optional="true"/>
            <recv response="180" rrs="true">
              <action>
                <ereg regexp="100rel" search_in="hdr" header="Require:" check_it="true" assign_to="word"/>
                <ereg regexp="[0-9]+" search_in="hdr" header="RSeq:" check_it="true" assign_to="number"/>
              </action>
            </recv>
            {Within("PRACK", 2, "RAck: [$number] 1 INVITE\n")}
            <recv response="200"/>
            <recv response="200" rrs="true" timeout="30000"/>
            {Scenarios.Ack}
            {Scenarios.CallerBye.Replace("CSeq: 2", "CSeq: 3", StringComparison.Ordinal)}
            <Reference variables="word"/>
            """), phone);
    }

    [Fact]
    public async Task Refreshes_the_session_and_changes_it_without_another_invite()
    {
        Sipp.MustBeThere();
        var (_, port, _) = await voice.AddAgentWithPhone();
        var phone = Sipp.Play(Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        await Went(Play($"""
            {Invite("Supported: timer\nSession-Expires: 90;refresher=uac")}
            <recv response="100" optional="true"/>
            <recv response="180" optional="true"/>
            <recv response="200" rrs="true" timeout="30000">
              <action>
                <ereg regexp="90;refresher=uac" search_in="hdr" header="Session-Expires:" check_it="true" assign_to="a"/>
                <ereg regexp="timer" search_in="hdr" header="Require:" check_it="true" assign_to="b"/>
              </action>
            </recv>
            {Scenarios.Ack}
            {Within("UPDATE", 2, "Supported: timer\nSession-Expires: 90;refresher=uac\nContact: <sip:carrier@[local_ip]:[local_port]>\n")}
            <recv response="200">
              <action>
                <ereg regexp="90;refresher=uac" search_in="hdr" header="Session-Expires:" check_it="true" assign_to="c"/>
              </action>
            </recv>
            {Within("UPDATE", 3, "Contact: <sip:carrier@[local_ip]:[local_port]>\nContent-Type: application/sdp\n", Held)}
            <recv response="200">
              <action>
                <ereg regexp="a=recvonly" search_in="msg" check_it="true" assign_to="d"/>
              </action>
            </recv>
            {Scenarios.CallerBye.Replace("CSeq: 2", "CSeq: 4", StringComparison.Ordinal)}
            <Reference variables="a,b,c,d"/>
            """), phone);
    }

    [Fact]
    public async Task That_wants_to_refresh_too_often_is_told_how_often()
    {
        Sipp.MustBeThere();
        await Went(Play($"""
            {Invite("Supported: timer\nSession-Expires: 30")}
            <recv response="100" optional="true"/>
            <recv response="422">
              <action>
                <ereg regexp="90" search_in="hdr" header="Min-SE:" check_it="true" assign_to="least"/>
              </action>
            </recv>
            {Scenarios.Ack.Replace("[next_url]", "sip:+48225550100@[remote_ip]:[remote_port]", StringComparison.Ordinal)}
            <Reference variables="least"/>
            """));
    }

    [Fact]
    public async Task And_a_phone_see_nothing_of_each_other()
    {
        Sipp.MustBeThere();
        var (_, port, user) = await voice.AddAgentWithPhone();
        using var phone = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
        using var carrier = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.7"), 0));
        await carrier.SendAsync(Encoding.UTF8.GetBytes(SecretiveInvite((IPEndPoint)carrier.Client.LocalEndPoint!)), voice.At(), Cancel);

        var invite = await Next(phone, "INVITE ");
        Assert.DoesNotContain("secret", invite, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0.7", invite, StringComparison.Ordinal);
        var copied = invite.Split("\r\n").Where(line => line.Split(':')[0] is "Via" or "From" or "To" or "Call-ID" or "CSeq");
        await phone.SendAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", ["SIP/2.0 486 Secretly busy", .. copied,
            "Server: SecretPhone/1", "Warning: 399 secret.phone \"secret\"", "Content-Length: 0", "", ""])), voice.At(), Cancel);
        await Next(phone, "ACK ");

        // The caller waits on; what he hears of it is the ringing alone, and that he was right to give up.
        var ringing = await Next(carrier, "SIP/2.0 180");
        var cancel = SecretiveInvite((IPEndPoint)carrier.Client.LocalEndPoint!).Split("Supported:")[0].Replace("INVITE", "CANCEL", StringComparison.Ordinal);
        await carrier.SendAsync(Encoding.UTF8.GetBytes(cancel + "Content-Length: 0\r\n\r\n"), voice.At(), Cancel);
        var over = await Next(carrier, "SIP/2.0 487");
        foreach (var told in new[] { ringing, over })
            foreach (var inside in new[] { "SecretPhone", "secret.phone", $":{port}", user, "Secretly" })
                Assert.DoesNotContain(inside, told, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Everything in it that may name somebody's inside is called secret.</summary>
    static string SecretiveInvite(IPEndPoint at) => string.Join("\r\n",
        $"INVITE sip:{Scenarios.Number}@127.0.0.1 SIP/2.0", $"Via: SIP/2.0/UDP {at};branch=z9hG4bKsecret{at.Port};rport",
        $"From: \"Secret name\" <sip:{Scenarios.Caller}@secret.example>;tag=secret", $"To: <sip:{Scenarios.Number}@127.0.0.1>",
        $"Call-ID: secret-{at.Port}@secret.example", "CSeq: 1 INVITE", "Max-Forwards: 70", "Supported: secret", $"Contact: <sip:secret@{at}>",
        "User-Agent: SecretSwitch/1", "X-Secret: secret", "P-Charging-Vector: icid-value=secret", "Subject: secret",
        "Organization: secret", "Content-Type: application/sdp", $"Content-Length: {SecretiveSound.Length}", "", SecretiveSound);

    static readonly string SecretiveSound = string.Join("\r\n",
        "v=0", "o=secret 1 1 IN IP4 127.0.0.7", "s=secret", "i=secret", "c=IN IP4 127.0.0.7", "t=0 0", "m=audio 39998 RTP/AVP 8",
        "a=rtpmap:8 PCMA/8000", "a=X-secret:secret", "");

    static readonly string Held = string.Join('\n',
        "v=0", "o=carrier 1 2 IN IP4 [local_ip]", "s=-", "c=IN IP4 [local_ip]", "t=0 0", "m=audio 39996 RTP/AVP 8",
        "a=rtpmap:8 PCMA/8000", "a=sendonly", "");

    /// <summary>The next message of a kind; repetitions of others are passed over.</summary>
    static async Task<string> Next(UdpClient peer, string kind)
    {
        while (true)
        {
            var text = Encoding.UTF8.GetString((await peer.ReceiveAsync(Cancel)).Buffer);
            if (text.StartsWith(kind, StringComparison.Ordinal)) return text;
        }
    }

    static string Invite(string headers) => Scenarios.Invite(VoiceCentre.FreePort())
        .Replace("Max-Forwards: 70", $"{headers}\nMax-Forwards: 70", StringComparison.Ordinal);

    static string Within(string method, int number, string headers, string body = "") => $"""
        <send retrans="500"><![CDATA[

        {method} [next_url] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
        From: <sip:{Scenarios.Caller}@carrier.example>;tag=[call_number]
        [last_To:]
        Call-ID: [call_id]
        CSeq: {number} {method}
        Max-Forwards: 70
        {headers}Content-Length: [len]

        {body}
        ]]></send>
        """;

    Task<(int Exit, string Said)> Play(string scenario) => Sipp.Play(scenario, $"-i 127.0.0.7 -m 1 {voice.At()}");

    static async Task Went(params Task<(int Exit, string Said)>[] peers)
    {
        foreach (var (exit, said) in await Task.WhenAll(peers)) Assert.True(exit == 0, said);
    }
}
