namespace Centrala.Browser.Tests;

/// <summary>What axe-core finds wrong with a page, in lines that name the element.</summary>
static class Accessibility
{
    static readonly string Axe = File.ReadAllText(
        Path.Combine(OpenCentre.Repository, "src", "web", "node_modules", "axe-core", "axe.min.js"));

    const string Run = """
        async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`))
        """;

    public static async Task HasNoFault(this IPage page, string screen)
    {
        // Evaluated by the debugger's door, which the page's content security policy does not close.
        await page.EvaluateAsync(Axe);
        var faults = await page.EvaluateAsync<string[]>(Run);
        Assert.True(faults.Length == 0, $"{screen}:\n{string.Join('\n', faults)}");
    }
}
