namespace Centrala.Browser.Tests;

public sealed class A_planner(OpenCentre centre) : IClassFixture<OpenCentre>
{
    /// <summary>Every method is tried on twelve weeks, beside whatever else the machine does.</summary>
    const float ForecastMs = 60_000;

    [Fact]
    public async Task Sees_what_comes_whom_it_needs_and_what_one_more_would_do()
    {
        var page = (await Workspace.SignIn(centre, "oskar")).Page;
        await page.GotoAsync("/planning");
        await page.GetByLabel("What came to").SelectOptionAsync("pasted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take an example" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forecast", Exact = true }).ClickAsync();

        var planned = page.Locator("section[data-planned=true] h3");
        await planned.WaitForAsync(new() { Timeout = ForecastMs });
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How good it would have been" })).ToBeVisibleAsync();

        // Customers who take twice as long need more people.
        var before = await planned.TextContentAsync();
        await page.GetByLabel("Handle time").FillAsync("480");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(planned).Not.ToHaveTextAsync(before!);
        await page.GetByText("The whole day").ClickAsync();
        await Assertions.Expect(planned).ToContainTextAsync("As planned");

        // Agents of two queues help one another out.
        await page.GetByRole(AriaRole.Button, new() { Name = "Find the cheapest" }).ClickAsync();
        await page.GetByText("agents together keep every goal").WaitForAsync(new() { Timeout = ForecastMs });
        await page.Passes("planning");
    }

    [Fact]
    public async Task Is_told_by_row_what_a_series_lacks()
    {
        var page = (await Workspace.SignIn(centre, "oskar")).Page;
        await page.GotoAsync("/planning");
        await page.GetByLabel("What came to").SelectOptionAsync("pasted");
        await page.Locator("textarea").FillAsync("date,start,value\n2026-11-02,09:00,12\n2026-11-02,09:30,-3\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Forecast", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("line 3");
    }

    /// <summary>To be looked at, in artifacts/screens.</summary>
    [Fact(Explicit = true)]
    public async Task Is_pictured()
    {
        var folder = Directory.CreateDirectory(Path.Combine(OpenCentre.Repository, "artifacts", "screens")).FullName;
        var page = (await Workspace.SignIn(centre, "oskar")).Page;
        await page.GotoAsync("/planning");
        await page.GetByLabel("What came to").SelectOptionAsync("pasted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take an example" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forecast", Exact = true }).ClickAsync();
        await page.Locator("section[data-planned=true] h3").WaitForAsync(new() { Timeout = ForecastMs });
        foreach (var (width, height) in new[] { (1440, 2300), (390, 3600) })
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, height);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"planning-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
            }
    }
}
