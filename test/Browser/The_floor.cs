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
}
