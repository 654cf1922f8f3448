namespace Centrala.Browser.Tests;

/// <summary>One real browser for the whole run; each test opens windows of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Debian's browser; <c>CENTRALA_TEST_CHROMIUM</c> names another.</summary>
    const string Usual = "/usr/bin/chromium";

    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CENTRALA_TEST_CHROMIUM") ?? Usual,
            Args =
            [
                // The sandbox needs a user who is not root, and containers run tests as root.
                "--no-sandbox",
                // The partner's page counts as public and the centre under test is on this machine; in the world both are public.
                "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests",
            ],
        });
    }

    /// <summary>A browser window with cookies and storage of its own.</summary>
    public async Task<IPage> NewWindow(string locale = "en-GB", ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = locale,
            ColorScheme = scheme,
            ViewportSize = new() { Width = 1440, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
