namespace Centrala.Server.Tests.Voice;

/// <summary>What an agent does with the desk phone while a customer is on the line.</summary>
[Collection(TheTelephone.Name)]
public sealed class On_the_phone(OpenVoice open)
{
    const int Low = 500, High = 1300;

    readonly VoiceCentre voice = open.Centre;

    [Fact]
    public async Task Hold_lets_the_customer_hear_music_and_keys_reach_the_other_side()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var agent = new ToneParty(High);
        var phone = Sipp.Play(
            Scenarios.PickUp(agent.Port) + Scenarios.Pause(1500) + Scenarios.Change(agent.Port, "sendonly", 1) + Scenarios.Pause(2500)
            + Scenarios.Change(agent.Port, "sendrecv", 2) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var call = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");

        await Testing.Until.True(() => customer.Hears(High));
        await Testing.Until.True(() => customer.HearsAnything() && !customer.Hears(High));
        await Testing.Until.True(() => customer.Hears(High));
        customer.Press("4#");
        await Testing.Until.True(() => agent.Keys is ['4', '#']);

        var desk = await ana.Desk();
        var contact = desk.GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await ana.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(phone, call)) Assert.True(exit == 0, said);
    }
}
