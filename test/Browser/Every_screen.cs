namespace Centrala.Browser.Tests;

public sealed class Every_screen(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task Before_sign_in_passes()
    {
        var page = await centre.NewPage();
        await page.GotoAsync("/");
        await page.Locator("input[type=email]").WaitForAsync();
        await page.Passes("sign in");
        await page.GotoAsync("/link/no-such-link");
        await page.Locator("h1").WaitForAsync();
        await page.Passes("link");
    }

    [Fact]
    public async Task Of_an_agent_passes()
    {
        var emre = await Workspace.SignIn(centre, "emre");
        await emre.Page.Passes("empty desk");
        await emre.Become("Available");
        var customer = await Customer.Visit(centre, "demo-kablo-help", "tr-TR");
        await customer.Begin("Deniz", "Merhaba, faturam yanlış.");
        await emre.Offer.WaitForAsync();
        await emre.Page.Passes("offer");
        await emre.Take();
        await emre.Talk.WaitForAsync();
        await emre.Note("A note.");
        await emre.Page.Passes("conversation");
        foreach (var (key, screen) in new[] { ("a", "transfer"), ("s", "snooze"), ("?", "keys"), ("Control+k", "palette") })
        {
            await emre.Page.Locator("h1").First.ClickAsync();
            await emre.Page.Keyboard.PressAsync(key);
            await emre.Page.Locator("dialog[open]").WaitForAsync();
            await emre.Page.Passes(screen);
            await emre.Page.Keyboard.PressAsync("Escape");
            await emre.Page.Locator("dialog[open]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await emre.Page.Locator("h1").First.ClickAsync();
        await emre.Page.Keyboard.PressAsync("e");
        await emre.Page.Locator("[data-wrapping=true]").WaitForAsync();
        await emre.Page.Passes("wrap-up");
        await emre.Page.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await emre.Page.Locator("[data-wrapping=true] button").ClickAsync();
        foreach (var (place, settled) in new[] { ("/follow-ups", "main p"), ("/day", "main dl"), ("/account", "#keys li") })
        {
            await emre.Page.GotoAsync(place);
            await emre.Page.Locator(settled).First.WaitForAsync();
            await emre.Page.Passes(place);
        }
        await emre.Become("Offline");
    }

    [Fact]
    public async Task Of_a_lead_passes()
    {
        var nadia = await Workspace.SignIn(centre, "nadia");
        await nadia.Become("Lunch");
        var jan = await Customer.Visit(centre, "demo-pixelforge-players", "en-GB");
        await jan.Begin("Jan", "Is anybody there?");
        await nadia.Page.GotoAsync("/floor");
        await nadia.Page.Locator("button[title='Why it still waits']").GetByText("Pixelforge players").First.WaitForAsync();
        await nadia.Page.Keyboard.PressAsync("j");
        await nadia.Page.GetByText("Why does Jan still wait").WaitForAsync();
        await nadia.Page.Passes("why a contact waits");
        foreach (var (name, screen) in new[] { ("Message", "message"), ("Alerts", "alerts") })
        {
            await nadia.Page.Keyboard.PressAsync("Control+k");
            await nadia.Page.Keyboard.TypeAsync(name);
            await nadia.Page.Keyboard.PressAsync("Enter");
            await nadia.Page.Locator("dialog[open] h2").WaitForAsync();
            await nadia.Page.Passes(screen);
            await nadia.Page.Keyboard.PressAsync("Escape");
            await nadia.Page.Locator("dialog[open]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await nadia.Page.Keyboard.PressAsync("t");
        await nadia.Talk.GetByText("Is anybody there?").WaitForAsync();
        await nadia.EndAndWrapUp();
        await nadia.Page.GotoAsync("/floor/tv");
        await nadia.Page.Locator("table").WaitForAsync();
        await nadia.Page.HasNoFault("the floor on a wall");
    }

    [Fact]
    public async Task Of_the_widget_is_accessible()
    {
        var cem = await Customer.Visit(centre, "demo-kablo-help", "tr-TR");
        await cem.Page.Locator("button.launcher").WaitForAsync();
        await ByDayAndNight(cem.Page, "closed widget");
        await cem.Open();
        await ByDayAndNight(cem.Page, "form");
        await cem.Page.Locator("form button.primary").ClickAsync();
        await cem.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await ByDayAndNight(cem.Page, "form with mistakes");
        await cem.Fill("Cem", "Kimse var mı?");
        await cem.See("Kimse var mı?");
        await ByDayAndNight(cem.Page, "waiting");
        var emre = await Workspace.SignIn(centre, "emre");
        await emre.Become("Available");
        await emre.Offer.WaitForAsync();
        await emre.Take();
        await emre.Reply("Merhaba Cem: https://kablo.example/help");
        await cem.See("Merhaba Cem");
        await ByDayAndNight(cem.Page, "conversation");
        await cem.Page.SetViewportSizeAsync(360, 640);
        await ByDayAndNight(cem.Page, "conversation on a phone");
        await emre.EndAndWrapUp();
        await cem.Page.Locator("centrala-chat .ended").WaitForAsync();
        await ByDayAndNight(cem.Page, "ended");
        await emre.Become("Offline");
    }

    static async Task ByDayAndNight(IPage page, string screen)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.HasNoFault($"{screen}, {scheme}");
        }
    }

    [Fact]
    public async Task Of_an_administrator_passes()
    {
        var admin = await Workspace.SignIn(centre, "admin");
        var places = new[]
        {
            ("/floor", "table"), ("/people", "tbody tr"), ("/tokens", "main table"), ("/widgets", "tbody tr"),
            ("/replies", "tbody tr"), ("/history", "main h1"), ("/audit", "tbody tr"), ("/account", "tbody tr"),
            ("/settings/partners", "tbody tr"), ("/settings/queues", "tbody tr"), ("/settings/skills", "main h1"),
            ("/settings/words", "main table"), ("/settings/hours", "main table"), ("/settings/clocks", "main input"),
            ("/settings/retention", "main table"), ("/settings/telephone", "tbody tr"), ("/settings/prompts", "tbody tr"),
            ("/settings/start", "main li"), ("/settings/text", "main h1"), ("/manual/keyboard", "main article h1"),
        };
        await Assert.MultipleAsync([.. places.Select(place => (Func<Task>)(() => Look(admin.Page, place.Item1, place.Item2)))]);
        foreach (var (place, row, shown, screen) in new[]
        {
            ("/settings/queues", "tbody tr", "form#queue", "a queue's settings"),
            ("/settings/telephone", "table[aria-label=Numbers] tbody tr", "dialog[open] form", "a telephone number"),
            ("/settings/telephone", "table[aria-label='Answering plans'] tbody tr", "form#plan", "what callers go through"),
            ("/settings/prompts", "tbody tr", "dialog[open] form", "a prompt"),
        })
        {
            await admin.Page.GotoAsync(place);
            await admin.Page.Locator(row).First.ClickAsync();
            await admin.Page.Locator(shown).WaitForAsync();
            await admin.Page.Passes(screen);
        }
        await admin.Page.GotoAsync("/floor");
        await admin.Page.Locator("tbody th button").First.ClickAsync();
        await admin.Page.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await admin.Page.Locator("dialog[open] form").WaitForAsync();
        await admin.Page.Passes("a queue's opening");
    }

    static async Task Look(IPage page, string place, string shown)
    {
        await page.GotoAsync(place);
        await page.Locator(shown).First.WaitForAsync();
        await page.Passes(place);
    }
}
