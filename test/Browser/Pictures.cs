using Centrala.Server.Demo;
using Centrala.Testing;

namespace Centrala.Browser.Tests;

/// <summary>
/// Takes the documentation's pictures of the real program:
/// <c>dotnet run --project test/Browser -c Release -- -explicit only</c>. Look at them before you commit them.
/// </summary>
public sealed class Pictures(OpenCentre centre) : IClassFixture<OpenCentre>
{
    /// <summary>How long the simulated company works before its floor is worth a picture.</summary>
    static readonly TimeSpan morning = TimeSpan.FromSeconds(90);

    static readonly string folder = Path.Combine(OpenCentre.Repository, "docs", "using", "pictures");

    [Fact(Explicit = true)]
    public async Task Of_desk_and_widget()
    {
        var ana = await Workspace.SignIn(centre, "ana");
        await ana.Become("Available");
        var jan = await Customer.Visit(centre, "demo-pixelforge-players", "en-GB");
        await jan.Begin("Jonas Ortiz", "My purchase did not arrive in the game.");
        await ana.Offer.WaitForAsync();
        await ana.Take();
        await ana.Reply("Hello Jonas, thank you for writing. I am looking at your account now.");
        await jan.See("I am looking");
        await jan.Write("Thank you, I am here.");

        var marta = await Customer.Visit(centre, "demo-slumber-shop", "pl-PL");
        await marta.Begin("Marta Zielińska", "Dzień dobry! Czy materac GOLD pasuje do stelaża 140?");
        await ana.Offer.WaitForAsync();
        await ana.Page.Locator("textarea").FillAsync("");
        await Take(ana.Page, "offer");
        await ana.Take();
        await Assertions.Expect(ana.Talk).ToContainTextAsync("GOLD");
        await ana.Reply("Dzień dobry, Pani Marto. Już sprawdzam: GOLD jest w szerokościach 90, 140 i 160.");
        await marta.See("140 i 160");
        await marta.Write("A czy mogę wymienić SILVER, który kupiłam w maju?");
        await ana.Note("She bought SILVER in May: the exchange window is open until Friday.");
        await ana.Page.Locator("textarea").FillAsync("Oczywiście. Wymiana w ciągu 100 dni jest bezpłatna.");
        await Take(ana.Page, "desk");
        await ana.Reply("Oczywiście. Wymiana w ciągu 100 dni jest bezpłatna.");
        await marta.See("bezpłatna");
        await Take(marta.Page, "widget");
        await ana.EndAndWrapUp();
        await ana.EndAndWrapUp();
        await ana.Become("Offline");
    }

    [Fact(Explicit = true)]
    public async Task Of_sign_in()
    {
        var page = await centre.NewPage(width: 1100, height: 760);
        await page.GotoAsync("/");
        await page.Locator("input[type=email]").WaitForAsync();
        await Take(page, "sign-in");
    }

    [Fact(Explicit = true)]
    public async Task Of_the_floor_of_a_working_company()
    {
        var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        await using var company = await TestCentre.Start(postgres, TimeProvider.System, adjust: settings =>
            settings with { Demo = true, WebFolder = Path.Combine(OpenCentre.Repository, "artifacts", "web") });
        await company.Service<FillCompany>().Run(company.Address, TestContext.Current.CancellationToken);
        var page = await centre.NewPage();
        await Workspace.SignIn(page, company.Address, "admin");
        await page.GotoAsync(new Uri(company.Address, "/floor").ToString());
        await Assertions.Expect(page.GetByText("Able to take work")).ToBeVisibleAsync();
        await Task.Delay(morning, TestContext.Current.CancellationToken);
        await Take(page, "floor");
    }

    /// <summary>In light and dark.</summary>
    static async Task Take(IPage page, string name)
    {
        Directory.CreateDirectory(folder);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{scheme.ToString().ToLowerInvariant()}.png") });
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
