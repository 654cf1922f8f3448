using System.Text.RegularExpressions;

namespace Centrala.Browser.Tests;

/// <summary>
/// Takes the documentation's pictures of the real program:
/// <c>dotnet run --project test/Browser -c Release -- -explicit only</c>. Look at them before you commit them.
/// </summary>
public sealed partial class Pictures(MorningCentre centre) : IClassFixture<MorningCentre>
{
    static readonly string folder = Path.Combine(OpenCentre.Repository, "docs", "using", "pictures");

    [Fact(Explicit = true)]
    public async Task Of_desk_and_widget()
    {
        await centre.OpenAllDay();
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

    const float MorningMs = 300_000;

    [Fact(Explicit = true)]
    public async Task Of_a_working_company()
    {
        await using var company = await WorkingCompany.Open();
        var page = await centre.NewPage(width: 1180, height: 760);
        await Workspace.SignIn(page, company.Address, "admin");
        await page.GotoAsync(new Uri(company.Address, "floor").ToString());
        await Assertions.Expect(page.GetByLabel("Today", new() { Exact = true }).Locator("b").Nth(3))
            .ToHaveTextAsync(Enough(), new() { Timeout = MorningMs });
        foreach (var (place, name, shown) in new[]
        {
            ("/floor", "floor", "table"), ("/history", "history", "li button"), ("/settings/queues", "settings", "tbody tr"),
        })
        {
            await page.GotoAsync(new Uri(company.Address, place).ToString());
            await page.Locator(shown).First.WaitForAsync();
            if (name == "history") await page.Locator(shown).Nth(2).ClickAsync();
            if (name == "settings") await page.Locator("tbody tr").First.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Take(page, name);
        }
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

    /// <summary>Thirty have been answered when the floor is worth a picture.</summary>
    [GeneratedRegex(@"^([3-9]\d|\d{3,})$")]
    private static partial Regex Enough();
}
