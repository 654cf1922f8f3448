using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Desk;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class A_lead_in_a_call(OpenVoice open)
{
    const int Low = 500, High = 1300, Leads = 2100;

    /// <summary>Of the energy of three tones that are mixed: plainly there, or not at all.</summary>
    const double There = 0.15, Trace = 0.02;

    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Listens_unheard_coaches_the_agent_alone_and_joins_in_and_each_is_kept()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        var (lead, leadPort, _) = await voice.AddPhone("lead");
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var agent = new ToneParty(High);
        using var boss = new ToneParty(Leads);
        var rings = Sipp.Play(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var calls = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");
        await Testing.Until.True(() => customer.Hears(High) && agent.Hears(Low));
        var contact = (await ana.Desk()).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await (await ana.Browser.PutAsync($"/api/contacts/{contact}/listening", null, Cancel)).Is(HttpStatusCode.Forbidden);

        var hears = Sipp.Play(Scenarios.PickUp(boss.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {leadPort} -m 1");
        await Do(lead, contact, "listening");
        await Testing.Until.True(() => boss.Hears(Low, There) && boss.Hears(High, There));
        Assert.False(customer.Hears(Leads, Trace) || agent.Hears(Leads, Trace));
        await Do(lead, contact, "coaching");
        await Testing.Until.True(() => agent.Hears(Leads, There) && agent.Hears(Low, There));
        Assert.False(customer.Hears(Leads, Trace));
        await Do(lead, contact, "barging");
        await Testing.Until.True(() => customer.Hears(Leads, There) && customer.Hears(High, There));
        using (var left = await lead.Browser.DeleteAsync($"/api/contacts/{contact}/listening", Cancel)) await left.Is(HttpStatusCode.NoContent);
        await Testing.Until.True(() => customer.Hears(High) && agent.Hears(Low));

        await ana.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(rings, calls, hears)) Assert.True(exit == 0, said);
        await Testing.Until.True(async () => await Modes(ana, contact) is ["listen", "coach", "barge"]);
        Assert.Equal(3, await voice.Stored<int>($"select count(*)::int from audit where action = 'hear-call' and subject_id = '{contact}'"));
    }

    [Fact]
    public async Task Takes_it_over_with_a_right_of_its_own_and_it_is_kept()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        var (lead, leadPort, _) = await voice.AddPhone("lead");
        await (await lead.Become(new { state = "away", awayKind = voice.Desk.Lunch })).Is(HttpStatusCode.NoContent);
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var agent = new ToneParty(High);
        using var boss = new ToneParty(Leads);
        var rings = Sipp.Play(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var calls = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");
        await Testing.Until.True(() => customer.Hears(High) && agent.Hears(Low));
        var contact = (await ana.Desk()).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await (await ana.Do(contact, "taking-over")).Is(HttpStatusCode.Forbidden);
        await (await lead.Do(contact, "taking")).IsProblem("running-call");

        var hears = Sipp.Play(Scenarios.PickUp(boss.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {leadPort} -m 1");
        await (await lead.Do(contact, "taking-over")).Is(HttpStatusCode.NoContent);
        await Testing.Until.True(() => customer.Hears(Leads) && boss.Hears(Low));
        await ana.See(desk => desk.GetProperty("contacts").EnumerateArray().Any(one => one.GetProperty("state").GetString() == "wrap-up"));
        Assert.Equal(["take-over"], await Modes(ana, contact));
        Assert.Equal(1, await voice.Stored<int>($"select count(*)::int from audit where action = 'take-over-call' and subject_id = '{contact}'"));
        await lead.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(rings, calls, hears)) Assert.True(exit == 0, said);
    }

    static async Task Do(AgentDesk lead, Guid contact, string what) =>
        await (await lead.Browser.PutAsync($"/api/contacts/{contact}/{what}", null, Cancel)).Is(HttpStatusCode.NoContent);

    /// <summary>What the agent sees of it, once it is over.</summary>
    static async Task<string[]> Modes(AgentDesk agent, Guid contact)
    {
        var kept = await agent.Browser.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}/lead-sessions", Cancel);
        return [.. kept.GetProperty("sessions").EnumerateArray().Where(one => one.GetProperty("endedAt").ValueKind is JsonValueKind.String)
            .Select(one => one.GetProperty("mode").GetString()!)];
    }
}
