using Centrala.Server.Demo;
using Centrala.Testing;

namespace Centrala.Browser.Tests;

/// <summary>The demo company in a running centre with the built pages, and a Chromium to look at it. Nobody is simulated.</summary>
public sealed class OpenCentre : IAsyncLifetime
{
    const float PatienceMs = 20_000;

    readonly PostgresServer postgres = new();
    IPlaywright playwright = null!;
    IBrowser chromium = null!;

    public TestCentre Centre { get; private set; } = null!;

    public Uri Address => Centre.Address;

    /// <summary>The folder that holds the solution.</summary>
    public static string Repository { get; } = FindRepository();

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        Centre = await TestCentre.Start(postgres, TimeProvider.System, adjust: settings =>
            settings with { WebFolder = Path.Combine(Repository, "artifacts", "web") });
        if (!await Centre.Service<FillCompany>().Run(Address, CancellationToken.None))
            throw new InvalidOperationException("The demo company was not taken in.");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            // As in Chromium: no sandbox for root, and a partner's page that the test makes up counts as public.
            Args = ["--no-sandbox", "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        await Centre.DisposeAsync();
        await postgres.DisposeAsync();
    }

    /// <summary>A browser of its own: nothing is shared with others, cookies and storage included.</summary>
    public async Task<IPage> NewPage(
        string language = "en-GB", ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 900)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = language,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Warsaw",
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(PatienceMs);
        return await context.NewPageAsync();
    }

    static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Centrala.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        return folder.FullName;
    }
}
