using Centrala.Testing;
using Centrala.Testing.Voice;

namespace Centrala.Browser.Tests;

/// <summary>A call as its agent and a lead see it, in artifacts/screens like the other <see cref="Screens"/>.</summary>
public sealed class Screens_of_a_call(VoiceFloor floor, Chromium chromium) : IClassFixture<VoiceFloor>
{
    [Fact(Explicit = true)]
    public async Task Of_an_agent_and_a_lead()
    {
        Sipp.MustBeThere();
        var (ana, _) = await floor.NewDesk();
        using var customer = new ToneParty(500, "127.0.0.7");
        var call = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {floor.Carrier}");
        await ana.Locator("header section").WaitForAsync();
        await Screens.Take(ana, "call-offer");
        await ana.Keyboard.PressAsync("F2");
        await Until.True(() => customer.Hears(VoiceFloor.AgentHums));
        await Screens.Take(ana, "call");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Keypad" }).ClickAsync();
        await Screens.Take(ana, "call-keypad");
        await ana.Keyboard.PressAsync("Escape");

        var lead = await chromium.NewWindow();
        await floor.SignIn(lead, await floor.Centre.AddPerson(["lead"], [floor.Slumber]));
        await lead.Locator("nav").First.WaitForAsync();
        await lead.GotoAsync(new Uri(floor.Centre.Address, "floor/" + ana.Url.Split('/')[^1]).ToString());
        await lead.GetByRole(AriaRole.Button, new() { Name = "Listen", Exact = true }).ClickAsync();
        await Screens.Take(lead, "call-lead");

        await ana.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await call;
        await Screens.Take(ana, "call-over");
        await ana.GotoAsync(new Uri(floor.Centre.Address, "account").ToString());
        await ana.Locator("main h1").First.WaitForAsync();
        await Screens.Take(ana, "call-settings");
    }
}
