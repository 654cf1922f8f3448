namespace Centrala.Browser.Tests;

/// <summary>Looks at a screen as everybody may see it: in each language, by day and by night, and in words that need room.</summary>
static class Inspection
{
    /// <summary>As other tabs hear that another language was chosen on this computer.</summary>
    const string Choose = """
        async language => {
          dispatchEvent(new StorageEvent('storage', { key: 'centrala.language', newValue: language }));
          while (document.documentElement.lang !== language) await new Promise(resolve => setTimeout(resolve, 10));
        }
        """;

    static readonly string[] languages = [.. Directory
        .EnumerateDirectories(Path.Combine(OpenCentre.Repository, "src", "web", "shared", "locales"))
        .Select(folder => Path.GetFileName(folder)).Where(language => language != English).Order(StringComparer.Ordinal)];

    const string English = "en";

    public static async Task Passes(this IPage page, string screen)
    {
        foreach (var language in languages.Append(English))
        {
            await page.Speak(language);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.HasNoFault($"{screen}, {language}, {scheme}");
            }
        }
        await page.Speak(Layout.LongLanguage);
        await page.HasRoom(screen);
        await page.Speak(English);
    }

    public static Task Speak(this IPage page, string language) => page.EvaluateAsync(Choose, language);
}
