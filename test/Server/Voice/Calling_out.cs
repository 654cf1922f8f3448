using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Desk;
using Centrala.Server.Voice.Outgoing;
using Centrala.Testing;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class Calling_out(OpenVoice open)
{
    const int Low = 500, High = 1300;

    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Reaches_an_allowed_number_and_refuses_others_and_more_than_the_day_allows_with_an_alarm()
    {
        Sipp.MustBeThere();
        await (await voice.Admin.PutAsJsonAsync($"/api/partners/{voice.Desk.Slumber}/outgoing",
            new { prefixes = new[] { "+4822" }, homeCountry = "+48", agentCalls = 1, allCalls = 1000 }, Cancel)).Is(HttpStatusCode.NoContent);
        var (ana, port, _) = await voice.AddAgentWithPhone();
        var from = (await ana.Browser.GetFromJsonAsync<JsonElement>("/api/calls/from", Cancel)).GetProperty("numbers").EnumerateArray()
            .First(one => one.GetProperty("number").GetString() == Scenarios.Number).GetProperty("id").GetGuid();
        await (await Call(ana, "+53 7 555 0100", from)).IsProblem("number-not-allowed");
        await (await Call(ana, "call me", from)).IsProblem("no-number");

        using var customer = new ToneParty(Low, "127.0.0.7");
        using var agent = new ToneParty(High);
        var rings = Sipp.Play(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var carrier = Sipp.Play(Scenarios.PickUp(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -p {voice.CarrierPort} -m 1");
        using var called = await Call(ana, "022 555-01-88", from);
        await called.Is(HttpStatusCode.OK);
        await Testing.Until.True(() => customer.Hears(High) && agent.Hears(Low));
        var contact = (await ana.See(desk => desk.GetProperty("contacts").GetArrayLength() == 1)).GetProperty("contacts")[0];
        Assert.Equal("+48225550188", contact.GetProperty("customer").GetProperty("name").GetString());
        await ana.Do(contact.GetProperty("contactId").GetGuid(), "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(rings, carrier)) Assert.True(exit == 0, said);

        await (await Call(ana, "022 555-01-88", from)).IsProblem("calls-used-up");
        using var lead = await voice.Desk.Centre.SignIn("lead", voice.Desk.Slumber);
        var alarms = (await lead.GetFromJsonAsync<JsonElement>("/api/calls/alarms", Cancel)).GetProperty("alarms").EnumerateArray()
            .Where(one => one.GetProperty("agentId").GetGuid() == ana.Id).Select(one => one.GetProperty("why").GetString());
        Assert.Equal(["calls-used-up", "number-not-allowed"], alarms);
    }

    [Fact]
    public async Task Back_keeps_the_contact_while_nobody_answers_and_ends_with_the_customer_who_does()
    {
        Sipp.MustBeThere();
        await (await voice.Admin.PutAsJsonAsync($"/api/partners/{voice.Desk.Slumber}/outgoing",
            new { prefixes = new[] { "+4822" }, homeCountry = "+48", agentCalls = 100, allCalls = 1000 }, Cancel)).Is(HttpStatusCode.NoContent);
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var agent = new ToneParty(High);
        var phone = () => Sipp.Play(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var carrier = (string scenario) => Sipp.Play(scenario, $"-i 127.0.0.7 -p {voice.CarrierPort} -m 1");
        var first = phone();
        var calls = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");
        var contact = (await ana.See(desk => StateOf(desk) == "connected")).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await (await ana.Do(contact, "dialling")).IsProblem("on-the-line");
        await (await ana.Do(contact, "callback", new { number = Scenarios.Caller })).Is(HttpStatusCode.NoContent);
        await Went(first, calls);
        await (await ana.Do(contact, "wrap-up")).Is(HttpStatusCode.NoContent);
        await ana.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
        await (await ana.Do(contact, "acceptance", new { number = 0 })).Is(HttpStatusCode.NoContent);
        var back = (await ana.See(desk => StateOf(desk) == "connected")).GetProperty("contacts")[0];
        Assert.Equal(Scenarios.Caller, back.GetProperty("callbackNumber").GetString());

        var (rings, busy) = (phone(), carrier(Scenarios.Busy));
        await (await ana.Do(contact, "dialling")).Is(HttpStatusCode.NoContent);
        await Went(rings, busy);
        Assert.Equal("connected", StateOf(await ana.Desk()));

        var (ringsAgain, answers) = (phone(), carrier(Scenarios.PickUp(customer.Port) + Scenarios.Hears));
        await Until.True(async () => (await ana.Do(contact, "dialling")).StatusCode is HttpStatusCode.NoContent);
        await Until.True(() => customer.Hears(High) && agent.Hears(Low));
        await ana.Do(contact, "end", new { lastMessage = 0 });
        await Went(ringsAgain, answers);
        await ana.See(desk => StateOf(desk) == "wrap-up");
        await Until.True(async () => await voice.Row<string>($"""
            select string_agg((answered_at is not null)::text, ',' order by began_at) from outside_leg
            where contact_id = '{contact}' and ended_at is not null
            """) == "false,true");
    }

    static async Task Went(params Task<(int Exit, string Said)>[] peers)
    {
        foreach (var (exit, said) in await Task.WhenAll(peers)) Assert.True(exit == 0, said);
    }

    static string? StateOf(JsonElement desk) =>
        desk.GetProperty("contacts").EnumerateArray().Select(one => one.GetProperty("state").GetString()).FirstOrDefault();

    [Theory]
    [InlineData("+48 (22) 555-01-00", "+48225550100")]
    [InlineData("0048225550100", "+48225550100")]
    [InlineData("022 555 01 00", "+48225550100")]
    [InlineData("225550100", "+48225550100")]
    [InlineData("+48225550100;ext=1", null)]
    [InlineData("+0225550100", null)]
    [InlineData("999", null)]
    [InlineData("", null)]
    public void Brings_what_is_typed_into_one_form(string typed, string? number) => Assert.Equal(number, DialledNumber.Normal(typed, "+48"));

    static Task<HttpResponseMessage> Call(AgentDesk agent, string number, Guid fromId) =>
        agent.Browser.PostAsJsonAsync("/api/calls", new { number, fromId }, Cancel);
}
