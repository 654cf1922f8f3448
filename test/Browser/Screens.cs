namespace Centrala.Browser.Tests;

/// <summary>
/// Every screen as an image, to be looked at in review, in artifacts/screens:
/// <c>dotnet run --project test/Browser -c Release -- -explicit only -class Centrala.Browser.Tests.Screens</c>.
/// </summary>
public sealed class Screens(OpenCentre centre) : IClassFixture<OpenCentre>
{
    static readonly string folder = Path.Combine(OpenCentre.Repository, "artifacts", "screens");

    /// <summary>The smallest desk, a large one, a phone, and the smallest desk at 400 % zoom.</summary>
    static readonly (int Width, int Height)[] sizes = [(1280, 800), (1920, 1080), (320, 640), (320, 256)];

    /// <summary>The company's simulated staff take most of what arrives.</summary>
    const float OfferPatienceMs = 180_000;

    static readonly string[] places =
    [
        "floor", "floor/tv", "people", "tokens", "widgets", "replies", "audit", "account", "day", "follow-ups",
        "settings/start", "settings/partners", "settings/queues", "settings/skills", "settings/words", "settings/hours",
        "settings/retention", "settings/text", "settings/clocks", "settings/telephone", "settings/prompts", "manual/keyboard",
    ];

    [Fact(Explicit = true)]
    public async Task Of_a_working_company()
    {
        await using var company = await WorkingCompany.Open();
        var admin = await centre.NewPage();
        await Workspace.SignIn(admin, company.Address, "admin");
        foreach (var place in places)
        {
            await admin.GotoAsync(new Uri(company.Address, place).ToString());
            await admin.Locator("main h1, main table, main").First.WaitForAsync();
            await Take(admin, place.Replace('/', '-'));
        }
        await admin.GotoAsync(new Uri(company.Address, "history").ToString());
        await admin.Locator("li button").First.WaitForAsync();
        await Take(admin, "history");
        await Opened(admin, company, "floor", "tbody th button", "queue-opening", ":popover-open [role=menuitem]");
        await Opened(admin, company, "settings/queues", "tbody tr", "queue-editor");
        await Opened(admin, company, "settings/partners", "tbody tr", "partner-dialog");
        await Opened(admin, company, "widgets", "tbody tr", "widget-designer");
        await Opened(admin, company, "settings/telephone", "table[aria-label=Numbers] tbody tr", "number-dialog");
        await Opened(admin, company, "settings/telephone", "table[aria-label='Answering plans'] tbody tr", "plan-editor");
        await Opened(admin, company, "settings/prompts", "tbody tr", "prompt-dialog");
        await admin.GotoAsync(new Uri(company.Address, "floor").ToString());
        await admin.Locator("input[type=range]").PressAsync("ArrowLeft");
        await admin.Locator("main[data-past=true]").WaitForAsync();
        await Take(admin, "floor-past");

        var oskar = await centre.NewPage();
        await Workspace.SignIn(oskar, company.Address, "oskar");
        await oskar.GotoAsync(new Uri(company.Address, "planning").ToString());
        await oskar.Locator("main form").First.WaitForAsync();
        await Take(oskar, "planning");

        var ana = await Workspace.SignIn(await centre.NewPage(), company.Address, "ana");
        await ana.Become("Available");
        await ana.Offer.WaitForAsync(new() { Timeout = OfferPatienceMs });
        await Take(ana.Page, "offer");
        await ana.Take();
        await ana.Talk.WaitForAsync();
        await ana.Reply("Dzień dobry, już sprawdzam.");
        await ana.Note("The exchange window is open until Friday.");
        await Take(ana.Page, "desk");
        await ana.Page.GotoAsync(new Uri(company.Address, "history").ToString());
        await ana.Page.Locator("li button").First.ClickAsync();
        await ana.Page.GetByRole(AriaRole.Log).Or(ana.Page.Locator("aside h2")).First.WaitForAsync();
        await Take(ana.Page, "history-contact");
    }

    /// <summary>What a click opens, also to its end and in words that need room.</summary>
    static async Task Opened(IPage page, WorkingCompany company, string place, string first, string name, string? then = null)
    {
        await page.GotoAsync(new Uri(company.Address, place).ToString());
        await page.Locator(first).First.ClickAsync();
        if (then is not null) await page.Locator(then).First.ClickAsync();
        await page.Locator("form").First.WaitForAsync();
        await Take(page, name);
        var tall = (await page.Locator("main, dialog[open]").Last.EvaluateAsync<int>("e => e.scrollHeight")) + 120;
        foreach (var language in new[] { "en", Layout.LongLanguage })
        {
            await page.Speak(language);
            foreach (var width in new[] { 1280, 320 })
            {
                await page.SetViewportSizeAsync(width, Math.Min(8_000, width < 1_000 ? tall * 2 : tall));
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-whole-{width}-{language}.png") });
            }
        }
        await page.Speak("en");
        await page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>In each size, by day and by night.</summary>
    internal static async Task Take(IPage page, string name)
    {
        Directory.CreateDirectory(folder);
        foreach (var (width, height) in sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var file = $"{name}-{width}x{height}-{scheme.ToString().ToLowerInvariant()}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file) });
            }
        }
        await page.SetViewportSizeAsync(1440, 900);
    }
}
