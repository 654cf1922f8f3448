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

    [Fact]
    public async Task A_transfer_reaches_the_colleague_and_ends_the_first_agents_part()
    {
        Sipp.MustBeThere();
        // Of two who are free, the one who has been so for longer is called.
        var (ana, first, _) = await voice.AddAgentWithPhone();
        var (ben, second, user) = await voice.AddAgentWithPhone(beside: true);
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var colleague = new ToneParty(High);
        var gives = Sipp.Play(
            Scenarios.PickUp(VoiceCentre.FreePort()) + Scenarios.Pause(500) + Scenarios.Refer(user), $"-i 127.0.0.1 -p {first} -m 1");
        var takes = Sipp.Play(Scenarios.PickUp(colleague.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {second} -m 1");
        var call = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");

        await Testing.Until.True(() => customer.Hears(High) && colleague.Hears(Low));
        await ana.See(desk => desk.GetProperty("contacts").EnumerateArray().Any(one => one.GetProperty("state").GetString() == "wrap-up"));
        var contact = (await ben.Desk()).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await ben.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(call, gives, takes)) Assert.True(exit == 0, said);
    }
}
