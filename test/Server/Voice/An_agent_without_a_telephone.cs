using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class An_agent_without_a_telephone(OpenVoice open)
{
    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Is_offered_no_call_until_his_phone_is_registered_and_everybody_sees_why()
    {
        Sipp.MustBeThere();
        await voice.SendAgentsHome();
        var (ana, phone) = await voice.AddAgent();
        await (await ana.Become(new { state = "available" })).Is(HttpStatusCode.NoContent);
        await ana.See(desk => !HasTelephone(desk));
        using var customer = new ToneParty(0, "127.0.0.7");
        var call = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.CallerBye, $"-i 127.0.0.7 -m 1 {voice.At()}");
        var waiting = (await ana.See(desk => desk.GetProperty("waiting").GetArrayLength() == 1)).GetProperty("waiting")[0];
        Assert.Empty((await ana.Desk()).GetProperty("offers").EnumerateArray());

        var contact = waiting.GetProperty("contactId").GetGuid();
        using var lead = await voice.Desk.Centre.SignIn("lead", voice.Desk.Slumber);
        var why = await lead.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}/obstacles", Cancel);
        Assert.Contains("no-telephone", why.GetRawText(), StringComparison.Ordinal);
        var tile = (await lead.GetFromJsonAsync<JsonElement>("/api/floor", Cancel)).GetProperty("agents").EnumerateArray()
            .First(one => one.GetProperty("id").GetGuid() == ana.Id);
        Assert.False(tile.GetProperty("hasTelephone").GetBoolean());
        await (await ana.Do(contact, "picking")).IsProblem("no-device");

        var port = VoiceCentre.FreePort();
        var rings = Registered(phone, port);
        await ana.See(HasTelephone);
        foreach (var (exit, said) in await Task.WhenAll(call, rings)) Assert.True(exit == 0, said);
        await ana.See(desk => desk.GetProperty("contacts").EnumerateArray().Any(one => one.GetProperty("state").GetString() == "wrap-up"));
        await ana.Become(new { state = "offline" });
    }

    /// <summary>The phone registers, and then takes the call that comes.</summary>
    async Task<(int, string)> Registered(Centrala.Server.Voice.MakePhone.Response phone, int port)
    {
        var (exit, said) = await Sipp.Play(A_desk_phone.Registering(phone, 200), $"-i 127.0.0.1 -p {port} -auth_uri centrala -m 1 {voice.At()}");
        Assert.True(exit == 0, said);
        return await Sipp.Play(Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
    }

    static bool HasTelephone(JsonElement desk) => desk.GetProperty("agent").GetProperty("hasTelephone").GetBoolean();
}
