using Dapper;

namespace Centrala.Browser.Tests;

/// <summary>A customer waited while nobody was there; the agent who came was offered the chat at once.</summary>
public sealed class Why_it_was_so(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task Is_asked_of_an_offer_and_of_a_wait_in_the_history()
    {
        var deniz = await Customer.Visit(centre, "demo-kablo-help", "tr-TR");
        await deniz.Begin("Deniz", "Merhaba, faturam yanlış.");
        var emre = await Workspace.SignIn(centre, "emre");
        await emre.Become("Available");
        await emre.Offer.WaitForAsync();
        await emre.Take();
        await emre.Talk.WaitForAsync();

        var page = (await Workspace.SignIn(centre, "admin")).Page;
        await page.GotoAsync($"/history?contact={await TheContact()}");
        await page.Locator("li[data-kind=offered] button").ClickAsync();
        await page.GetByText("could take more").WaitForAsync();
        await page.Locator("li[data-kind=queued] button").First.ClickAsync();
        await page.GetByText("it needed").First.WaitForAsync();
        if (Environment.GetEnvironmentVariable("CENTRALA_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "why.png") });
        await page.Passes("why it was so");
    }

    /// <summary>Once the history has heard of the arrival, the offer and the answer, which it does a moment later.</summary>
    async Task<Guid> TheContact()
    {
        await using var connection = await centre.Centre.Database.Owner.OpenConnectionAsync();
        Guid contact = default;
        await Testing.Until.True(async () => (contact = await connection.QuerySingleOrDefaultAsync<Guid>(
            "select contact_id from history_entry where cardinality(records) >= 3")) != default);
        return contact;
    }
}
