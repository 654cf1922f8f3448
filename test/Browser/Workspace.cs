using Centrala.Server.Demo;

namespace Centrala.Browser.Tests;

/// <summary>The workspace as somebody of the demo company uses it: what can be seen, clicked and typed.</summary>
sealed class Workspace(IPage page)
{
    public IPage Page => page;

    public ILocator Offer => page.Locator("header section");

    public ILocator Talk => page.GetByRole(AriaRole.Log);

    public static async Task<Workspace> SignIn(OpenCentre centre, string login, ColorScheme scheme = ColorScheme.Light) =>
        await SignIn(await centre.NewPage(scheme: scheme), centre.Address, login);

    public static async Task<Workspace> SignIn(IPage page, Uri address, string login)
    {
        // Each of the company has a language of his own; what is read here is English.
        await page.AddInitScriptAsync("localStorage.setItem('centrala.language', 'en')");
        await page.GotoAsync(address.ToString());
        await page.Locator("input[type=email]").FillAsync($"{login}@{CompanyPeople.Domain}");
        await page.Locator("input[type=password]").FillAsync(CompanyPeople.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("nav").WaitForAsync();
        return new(page);
    }

    /// <param name="state">As the menu names it, in the language of the person.</param>
    public async Task Become(string state)
    {
        await page.Locator("header button[popovertarget]:has([data-state])").ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = state, Exact = true }).ClickAsync();
    }

    /// <summary>Takes the offer and waits until its conversation is in front of the agent.</summary>
    public async Task Take()
    {
        await page.Keyboard.PressAsync("F2");
        await Talk.WaitForAsync();
    }

    /// <summary>What is written is sent once the conversation has been read from the server.</summary>
    public async Task Reply(string text)
    {
        await page.Locator("textarea").FillAsync(text);
        await Assertions.Expect(page.Locator("button:has(kbd)", new() { HasTextRegex = new("^(Send|Keep|Advise)") })).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Control+Enter");
    }

    public async Task Note(string text)
    {
        await page.GetByRole(AriaRole.Tab).Nth(1).ClickAsync();
        await Reply(text);
        await page.GetByRole(AriaRole.Tab).Nth(0).ClickAsync();
    }

    public async Task EndAndWrapUp()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await page.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[data-wrapping=true] button[type=submit]").ClickAsync();
    }
}
