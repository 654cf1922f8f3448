namespace Centrala.Browser.Tests;

public sealed class A_lead_in_the_browser(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task Reads_along_advises_unseen_and_takes_over()
    {
        var helena = await Workspace.SignIn(centre, "helena");
        await helena.Become("Lunch");
        var ana = await Workspace.SignIn(centre, "ana");
        await ana.Become("Available");
        var ola = await Customer.Visit(centre, "demo-pixelforge-players", "pl-PL");
        await ola.Begin("Ola", "Dzień dobry, która gra?");
        await ana.Offer.WaitForAsync();
        await ana.Take();
        await ana.Talk.GetByText("która gra").WaitForAsync();

        await helena.Page.GotoAsync("/floor");
        await helena.Page.GetByRole(AriaRole.Main).Locator("li button").Filter(new() { HasText = "Ana" }).ClickAsync();
        await helena.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "Read along" }).ClickAsync();
        await helena.Talk.GetByText("która gra").WaitForAsync();
        await helena.Reply("Offer her the puzzle");
        await ana.Talk.GetByText("Offer her the puzzle").WaitForAsync();
        await ana.Reply("Proszę chwilę");
        await ola.See("Proszę chwilę");
        await Assertions.Expect(ola.Page.GetByText("Offer her the puzzle")).ToHaveCountAsync(0);

        await helena.Page.GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();
        await ana.Page.GetByText("has taken over").WaitForAsync();
        await helena.Page.WaitForURLAsync("**/desk/**");
        await helena.Reply("Tu Helena");
        await ola.See("Tu Helena");
        await helena.EndAndWrapUp();
        await ana.Become("Offline");
    }

    [Fact]
    public async Task Writes_to_everybody_who_must_say_that_it_was_read()
    {
        var helena = await Workspace.SignIn(centre, "helena");
        var camille = await Workspace.SignIn(centre, "camille");
        await helena.Page.GotoAsync("/floor");
        await helena.Page.GetByRole(AriaRole.Button, new() { Name = "Message", Exact = true }).ClickAsync();
        await helena.Page.Locator("dialog[open] textarea").FillAsync("The shop is closed today");
        await helena.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        var card = camille.Page.GetByText("The shop is closed today");
        await card.WaitForAsync();
        await camille.Page.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await camille.Page.ReloadAsync();
        await camille.Page.Locator("nav").WaitForAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
    }
}
