using Centrala.Testing;
using Centrala.Testing.Voice;

namespace Centrala.Browser.Tests;

/// <summary>From a carrier through the queue to an agent who has nothing but a browser.</summary>
public sealed class A_call_in_the_browser(VoiceFloor floor) : IClassFixture<VoiceFloor>
{
    const int CallerHums = 500;

    [Fact]
    public async Task Is_heard_both_ways_held_and_kept_when_the_page_is_loaded_anew()
    {
        Sipp.MustBeThere();
        var (ana, _) = await floor.NewDesk();
        using var customer = new ToneParty(CallerHums, "127.0.0.7");
        var call = Call(customer, Scenarios.Hears);
        await Take(ana);
        await Until.True(() => customer.Hears(VoiceFloor.AgentHums));
        await Until.True(() => VoiceFloor.Hears(ana, CallerHums));
        await Assertions.Expect(ana.Locator("main")).ToContainTextAsync(Scenarios.Caller);
        await ana.HasNoFault("a call");

        await ana.ReloadAsync();
        await Until.True(() => VoiceFloor.Hears(ana, CallerHums));
        await Until.True(() => customer.Hears(VoiceFloor.AgentHums));

        await ana.Keyboard.PressAsync("h");
        await Assertions.Expect(ana.Locator("main")).ToContainTextAsync("the caller hears music");
        await Until.True(() => customer.HearsAnything() && !customer.Hears(VoiceFloor.AgentHums));
        await ana.Keyboard.PressAsync("h");
        await Until.True(() => customer.Hears(VoiceFloor.AgentHums));

        await ana.GetByRole(AriaRole.Button, new() { Name = "Keypad" }).ClickAsync();
        await Assertions.Expect(ana.GetByRole(AriaRole.Group, new() { Name = "Keypad" })).ToBeFocusedAsync();
        await ana.Keyboard.TypeAsync("42#");
        await Until.True(() => customer.Keys.SequenceEqual("42#"));

        await ana.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Went(call);
        await Close(ana);
    }

    [Fact]
    public async Task Is_handed_to_a_colleagues_browser()
    {
        Sipp.MustBeThere();
        var (ben, colleague) = await floor.NewDesk(isAvailable: false);
        var (ana, _) = await floor.NewDesk();
        using var customer = new ToneParty(CallerHums, "127.0.0.7");
        var call = Call(customer, Scenarios.Hears);
        await Take(ana);
        await Until.True(() => VoiceFloor.Hears(ana, CallerHums));
        await new Workspace(ben).Become("Available");

        Assert.Equal(204, await HandTo(ana, colleague, "transfer"));
        await ben.Locator("header section").WaitForAsync();
        await Until.True(() => customer.HearsAnything() && !customer.Hears(VoiceFloor.AgentHums));
        await Take(ben);
        await Until.True(() => VoiceFloor.Hears(ben, CallerHums));
        await Until.True(() => customer.Hears(VoiceFloor.AgentHums));
        Assert.False(await VoiceFloor.Hears(ana, CallerHums));

        await ben.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Went(call);
        await Close(ana);
        await Close(ben);
    }

    [Fact]
    public async Task Is_left_to_a_colleague_who_was_asked_first_while_the_caller_heard_music()
    {
        Sipp.MustBeThere();
        var (ben, colleague) = await floor.NewDesk(isAvailable: false);
        var (ana, _) = await floor.NewDesk();
        using var customer = new ToneParty(CallerHums, "127.0.0.7");
        var call = Call(customer, Scenarios.Hears);
        await Take(ana);
        await Until.True(() => VoiceFloor.Hears(ana, CallerHums));
        await new Workspace(ben).Become("Available");

        Assert.Equal(204, await HandTo(ana, colleague, "consult"));
        await Take(ben);
        await Assertions.Expect(ben.Locator("main")).ToContainTextAsync("asks you");
        await Until.True(() => VoiceFloor.Hears(ben, VoiceFloor.AgentHums));
        await Until.True(() => customer.HearsAnything() && !customer.Hears(VoiceFloor.AgentHums));
        await Assertions.Expect(ana.Locator("main")).ToContainTextAsync("the caller hears music");
        await ana.HasNoFault("asking a colleague");
        await ana.Keyboard.PressAsync("i");
        await Assertions.Expect(ana.Locator("main")).ToContainTextAsync("hear each other");
        await Until.True(() => customer.Hears(VoiceFloor.AgentHums));
        await ana.Keyboard.PressAsync("l");
        await Until.True(() => VoiceFloor.Hears(ben, CallerHums));
        await Assertions.Expect(ana.Locator("main")).ToContainTextAsync("The call is over");

        await ben.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Went(call);
        await Close(ana);
        await Close(ben);
    }

    [Fact]
    public async Task Is_over_when_the_caller_hangs_up()
    {
        Sipp.MustBeThere();
        var (ana, _) = await floor.NewDesk();
        using var customer = new ToneParty(CallerHums, "127.0.0.7");
        var call = Call(customer, Scenarios.Pause(1000) + Scenarios.CallerBye);
        await Take(ana);
        await Went(call);
        await Assertions.Expect(ana.Locator("main")).ToContainTextAsync("The call is over");
        await Close(ana);
    }

    Task<(int, string)> Call(ToneParty customer, string then) =>
        Sipp.Play(Scenarios.Call(customer.Port) + then, $"-i 127.0.0.7 -m 1 {floor.Carrier}");

    /// <summary>As the dialog does, which lists agents whom this floor does not keep in a directory.</summary>
    static Task<int> HandTo(IPage page, Guid colleague, string how) => page.EvaluateAsync<int>("""
        async ([agentId, how]) => (await fetch(`/api/contacts/${location.pathname.split('/').at(-1)}/${how}`, {
          method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Centrala': '1' }, body: JSON.stringify({ agentId }),
        })).status
        """, new[] { colleague.ToString(), how });

    static async Task Take(IPage page)
    {
        await page.Locator("header section").WaitForAsync();
        await page.Keyboard.PressAsync("F2");
    }

    static async Task Went(Task<(int Exit, string Said)> peer)
    {
        var (exit, said) = await peer;
        Assert.True(exit == 0, said);
    }

    /// <summary>So that the next call is not put to him.</summary>
    static async Task Close(IPage page)
    {
        await new Workspace(page).Become("Offline");
        await page.Context.CloseAsync();
    }
}
