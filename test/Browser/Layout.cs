namespace Centrala.Browser.Tests;

/// <summary>Whether a page's words have room, measured in the page.</summary>
static class Layout
{
    /// <summary>The made-up language of <c>src/web/shared/pseudo.ts</c>: two fifths longer, each text marked.</summary>
    public const string LongLanguage = "en-XA";

    static readonly string Measure = File.ReadAllText(
        Path.Combine(OpenCentre.Repository, "test", "Browser", "layout.js"));

    public static async Task HasRoom(this IPage page, string screen)
    {
        var faults = await page.EvaluateAsync<string[]>(Measure);
        Assert.True(faults.Length == 0, $"{screen}:\n{string.Join('\n', faults)}");
    }
}
