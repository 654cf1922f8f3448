namespace Centrala.Browser.Tests;

public sealed class The_floor(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task Shows_within_seconds_what_an_agent_chooses()
    {
        var admin = await Workspace.SignIn(centre, "admin");
        await admin.Page.GotoAsync("/floor");
        var camille = await Workspace.SignIn(centre, "camille");
        var tile = admin.Page.GetByRole(AriaRole.Main).Locator("li button").Filter(new() { HasText = "Camille" });

        await camille.Become("Available");
        await Assertions.Expect(tile).ToBeVisibleAsync();
        await camille.Become("Offline");
        await Assertions.Expect(tile).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Is_shown_as_it_was_when_the_slider_goes_back_and_live_again_at_its_end()
    {
        var page = (await Workspace.SignIn(centre, "admin")).Page;
        await page.GotoAsync("/floor");
        var emre = await Workspace.SignIn(centre, "emre");
        var tile = page.GetByRole(AriaRole.Main).Locator("li button").Filter(new() { HasText = "Emre" });
        await emre.Become("Available");
        await tile.WaitForAsync();

        // Four hours back nobody of the company was here, for there was no company yet.
        var slider = page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Locator("main[data-past=true]").WaitForAsync();
        await Assertions.Expect(tile).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("live,")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("End");
        await page.Locator("main[data-past=false]").WaitForAsync();
        await tile.WaitForAsync();
        await emre.Become("Offline");
    }
}
