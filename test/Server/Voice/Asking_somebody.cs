using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Desk;
using Centrala.Testing;

namespace Centrala.Server.Tests.Voice;

/// <summary>Before a call is handed over, with tones: who hears whom.</summary>
[Collection(TheTelephone.Name)]
public sealed class Asking_somebody(OpenVoice open)
{
    const int Customers = 500, Agents = 1300, Others = 2100;

    /// <summary>Of the energy of three tones that are mixed: plainly there, or not at all.</summary>
    const double There = 0.15, Trace = 0.02;

    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Has_a_colleague_heard_alone_then_by_all_and_leaves_him_the_call()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Customers, "127.0.0.7");
        using var agent = new ToneParty(Agents);
        using var colleague = new ToneParty(Others);
        var rings = Phone(port, agent);
        var calls = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");
        await Until.True(() => customer.Hears(Agents) && agent.Hears(Customers));
        var contact = await ContactOf(ana);
        var (ben, other, _) = await voice.AddAgentWithPhone(beside: true);

        var ringsToo = Phone(other, colleague);
        await (await ana.Do(contact, "consult", new { agentId = ben.Id })).Is(HttpStatusCode.NoContent);
        await Until.True(() => agent.Hears(Others) && colleague.Hears(Agents));
        await Until.True(() => customer.HearsAnything() && !customer.Hears(Agents, Trace) && !customer.Hears(Others, Trace));
        var asked = (await ben.See(desk => StateOf(desk) == "consulting")).GetProperty("contacts")[0];
        Assert.Equal(ana.Id, asked.GetProperty("askedBy").GetProperty("id").GetGuid());
        await ana.See(desk => desk.GetProperty("contacts").EnumerateArray().Any(one => one.GetProperty("asks") is { ValueKind: JsonValueKind.Object } asks
            && asks.GetProperty("state").GetString() == "consulting"));

        await Talk(ana, contact, "customer");
        await Until.True(() => customer.Hears(Agents) && agent.Hears(Customers) && !colleague.Hears(Agents, Trace));
        await Talk(ana, contact, "all");
        await Until.True(() => customer.Hears(Agents, There) && customer.Hears(Others, There) && colleague.Hears(Customers, There)
            && agent.Hears(Customers, There) && agent.Hears(Others, There));
        await (await ana.Do(contact, "consult/completion")).Is(HttpStatusCode.NoContent);
        await Until.True(() => customer.Hears(Others) && colleague.Hears(Customers));
        await ana.See(desk => StateOf(desk) == "wrap-up");
        await ben.See(desk => StateOf(desk) == "connected");

        await (await ben.Do(contact, "end", new { lastMessage = 0 })).Is(HttpStatusCode.NoContent);
        await Went(rings, calls, ringsToo);
        Assert.Equal(2, await voice.Row<int>($"select count(*)::int from segment where contact_id = '{contact}'"));
    }

    [Fact]
    public async Task Outside_keeps_the_caller_when_nobody_answers_and_leaves_him_to_who_does()
    {
        Sipp.MustBeThere();
        await (await voice.Admin.PutAsJsonAsync($"/api/partners/{voice.Desk.Slumber}/outgoing",
            new { prefixes = new[] { "+4822" }, homeCountry = "+48", agentCalls = 100, allCalls = 1000 }, Cancel)).Is(HttpStatusCode.NoContent);
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Customers, "127.0.0.7");
        using var agent = new ToneParty(Agents);
        using var expert = new ToneParty(Others, "127.0.0.7");
        var rings = Phone(port, agent);
        var at = new IPEndPoint(IPAddress.Parse("127.0.0.7"), VoiceCentre.FreePort());
        var calls = Sipp.Play(Scenarios.CallUntilNudged(customer.Port), $"-i {at.Address} -p {at.Port} -cid_str asking -m 1 {voice.At()}");
        await Until.True(() => customer.Hears(Agents) && agent.Hears(Customers));
        var contact = await ContactOf(ana);
        await (await ana.Do(contact, "consult", new { number = "+53 7 555 0100" })).IsProblem("number-not-allowed");

        var busy = Carrier(Scenarios.Busy);
        await (await ana.Do(contact, "outside-transfer", new { number = "22 555 01 88" })).Is(HttpStatusCode.NoContent);
        await Went(busy);
        await Until.True(() => customer.Hears(Agents) && agent.Hears(Customers));

        var answers = Carrier(Scenarios.PickUp(expert.Port) + Scenarios.Hears);
        await (await ana.Do(contact, "consult", new { number = "22 555 01 88" })).Is(HttpStatusCode.NoContent);
        await Until.True(() => agent.Hears(Others) && expert.Hears(Agents) && !customer.Hears(Agents, Trace));
        await Talk(ana, contact, "all");
        await Until.True(() => customer.Hears(Others, There) && expert.Hears(Customers, There) && customer.Hears(Agents, There));
        await (await ana.Do(contact, "consult/completion")).Is(HttpStatusCode.NoContent);
        await Until.True(() => customer.Hears(Others) && expert.Hears(Customers));
        await ana.See(desk => StateOf(desk) == "wrap-up");
        await Went(rings);
        await Sipp.Nudge(at, "asking");
        await Went(calls, answers);
        await Until.True(async () => await voice.Row<int>(
            $"select count(*)::int from outside_leg where contact_id = '{contact}' and ended_at is not null") == 2);
    }

    static async Task Talk(AgentDesk agent, Guid contact, string with) =>
        await (await agent.Browser.PutAsJsonAsync($"/api/contacts/{contact}/consult", new { with }, Cancel)).Is(HttpStatusCode.NoContent);

    Task<(int, string)> Phone(int port, ToneParty party) =>
        Sipp.Play(Scenarios.PickUp(party.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");

    Task<(int, string)> Carrier(string scenario) => Sipp.Play(scenario, $"-i 127.0.0.7 -p {voice.CarrierPort} -m 1");

    static async Task<Guid> ContactOf(AgentDesk agent) =>
        (await agent.See(desk => StateOf(desk) == "connected")).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();

    static string? StateOf(JsonElement desk) =>
        desk.GetProperty("contacts").EnumerateArray().Select(one => one.GetProperty("state").GetString()).FirstOrDefault();

    static async Task Went(params Task<(int Exit, string Said)>[] peers)
    {
        foreach (var (exit, said) in await Task.WhenAll(peers)) Assert.True(exit == 0, said);
    }
}
