using Centrala.Protocols.Sip;
using Centrala.Server.Voice;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class A_desk_phone(OpenVoice open)
{
    readonly VoiceCentre voice = open.Centre;

    [Fact]
    public async Task Registers_with_the_password_that_it_was_given()
    {
        Sipp.MustBeThere();
        var (_, phone) = await voice.AddAgent();
        var (exit, said) = await Sipp.Play(Registering(phone, 200), $"-i 127.0.0.1 -auth_uri centrala -m 1 {voice.At()}");
        Assert.True(exit == 0, said);
        Assert.True(await voice.IsRegistered(phone.UserName));
    }

    [Fact]
    public async Task Is_asked_again_after_a_wrong_password()
    {
        Sipp.MustBeThere();
        var (_, phone) = await voice.AddAgent();
        var (exit, said) = await Sipp.Play(Registering(phone with { Password = "guessed" }, 401), $"-i 127.0.0.1 -auth_uri centrala -m 1 {voice.At()}");
        Assert.True(exit == 0, said);
        Assert.False(await voice.IsRegistered(phone.UserName));
    }

    [Fact]
    public async Task Of_which_the_account_is_gone_is_asked_again()
    {
        Sipp.MustBeThere();
        var (agent, phone) = await voice.AddAgent();
        using var removed = await voice.Admin.DeleteAsync($"/api/agents/{agent.Id}/phone", TestContext.Current.CancellationToken);
        removed.EnsureSuccessStatusCode();
        var (exit, said) = await Sipp.Play(Registering(phone, 401), $"-i 127.0.0.1 -auth_uri centrala -m 1 {voice.At()}");
        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task Of_another_make_registers_over_tls_and_is_heard()
    {
        Sipp.MustBeThere();
        const int Low = 500, High = 1300;
        await voice.SendAgentsHome();
        var (agent, phone) = await voice.AddAgent();
        using var baresip = Peer.Baresip($"127.0.0.1:{VoiceCentre.FreePort()}", voice.At(SipTransport.Tls).ToString(), phone.UserName, phone.Password, High);
        await Testing.Until.True(() => voice.IsRegistered(phone.UserName));
        await agent.See(desk => desk.GetProperty("agent").GetProperty("reachable").GetBoolean());
        (await agent.Become(new { state = "available" })).EnsureSuccessStatusCode();
        using var customer = new ToneParty(Low, "127.0.0.7");
        var call = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Pause(1500) + Scenarios.CallerBye, $"-i 127.0.0.7 -m 1 {voice.At()}");
        await Testing.Until.True(() => customer.Hears(High));
        var (exit, said) = await call;
        Assert.True(exit == 0, said);
        await agent.See(desk => desk.GetProperty("contacts").EnumerateArray().Any(one => one.GetProperty("state").GetString() == "wrap-up"));
        await agent.Become(new { state = "offline" });
    }

    /// <summary>A REGISTER, the challenge, the REGISTER again with its answer, and what comes then.</summary>
    internal static string Registering(MakePhone.Response phone, int status) => $"""
        {Register(phone, 1, "")}
        <recv response="401" auth="true"/>
        {Register(phone, 2, $"\n[authentication username={phone.UserName} password={phone.Password}]")}
        <recv response="{status}"/>
        """;

    static string Register(MakePhone.Response phone, int number, string authorization) => $"""
        <send retrans="500"><![CDATA[

          REGISTER sip:{phone.Realm} SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
          From: <sip:{phone.UserName}@{phone.Realm}>;tag=[call_number]
          To: <sip:{phone.UserName}@{phone.Realm}>
          Call-ID: [call_id]
          CSeq: {number} REGISTER
          Contact: <sip:{phone.UserName}@[local_ip]:[local_port]>
          Max-Forwards: 70
          Expires: 600{authorization}
          Content-Length: 0

        ]]></send>
        """;
}
