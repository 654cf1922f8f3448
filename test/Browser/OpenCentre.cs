using Centrala.Server.Chat;
using Centrala.Server.Demo;
using Centrala.Server.Foundation;
using Centrala.Server.Organisation;
using Centrala.Testing;

namespace Centrala.Browser.Tests;

/// <summary>The demo company in a running centre with the built pages, and a Chromium to look at it. Nobody is simulated.</summary>
public class OpenCentre : IAsyncLifetime
{
    const float PatienceMs = 20_000;

    readonly PostgresServer postgres = new();
    readonly TimeProvider clock;
    IPlaywright playwright = null!;
    IBrowser chromium = null!;

    public OpenCentre() : this(TimeProvider.System) { }

    protected OpenCentre(TimeProvider clock) => this.clock = clock;

    public TestCentre Centre { get; private set; } = null!;

    public Uri Address => Centre.Address;

    /// <summary>The folder that holds the solution.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Another one, as on its first day: nobody, and nothing set up.</summary>
    public Task<TestCentre> Empty() => TestCentre.Start(postgres, clock, adjust: WithPages);

    /// <summary>Every shop of the company is open from now on, whatever the hour.</summary>
    public async Task OpenAllDay()
    {
        await using (var work = await Centre.Database.Begin(Actor.System, CancellationToken.None))
        {
            await work.Execute("""
                update opening_calendar set hours = (select jsonb_object_agg(day, '["00:00-24:00"]'::jsonb) from unnest(array[
                  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']) as day) || '{"exceptions": []}'
                """);
            await work.Commit();
        }
        Centre.Service<OpeningHours>().Reread();
        await Centre.Service<OpeningHours>().Apply(CancellationToken.None);
        Centre.Service<Widgets>().Forget();
    }

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        if (clock is MorningClock morning) await morning.Set(postgres);
        Centre = await Empty();
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
        GC.SuppressFinalize(this);
    }

    static Settings WithPages(Settings settings) =>
        settings with { WebFolder = Path.Combine(Repository, "artifacts", "web") };

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
