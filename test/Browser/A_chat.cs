namespace Centrala.Browser.Tests;

public sealed class A_chat(OpenCentre centre) : IClassFixture<OpenCentre>
{
    [Fact]
    public async Task Goes_from_the_customers_page_to_an_agent_and_back_until_it_is_wrapped_up()
    {
        var ana = await Workspace.SignIn(centre, "ana");
        await ana.Become("Available");
        var marta = await Customer.Visit(centre, "demo-pixelforge-players", "pl-PL");

        await marta.Begin("Marta", "Dzień dobry, nie mogę się zalogować do gry.");
        await Assertions.Expect(ana.Offer).ToContainTextAsync("Polish");
        await ana.Take();
        await Assertions.Expect(ana.Talk).ToContainTextAsync("nie mogę się zalogować");
        await ana.Note("Third time this week.");
        await ana.Reply("Dzień dobry, już sprawdzam.");
        await marta.See("już sprawdzam");
        await marta.Write("Dziękuję!");
        await Assertions.Expect(ana.Talk).ToContainTextAsync("Dziękuję!");

        Assert.Equal(0, await marta.Page.GetByText("Third time this week.").CountAsync());
        await ana.EndAndWrapUp();
        await Assertions.Expect(ana.Page.GetByText("Nothing in front of you")).ToBeVisibleAsync();
        await ana.Become("Offline");
    }

    [Fact]
    public async Task Keeps_what_an_agent_has_typed_when_the_page_is_loaded_anew()
    {
        var ana = await Workspace.SignIn(centre, "ana");
        await ana.Become("Available");
        var jan = await Customer.Visit(centre, "demo-pixelforge-players", "pl-PL");
        await jan.Begin("Jan", "Proszę o pomoc.");
        await Assertions.Expect(ana.Offer).ToBeVisibleAsync();
        await ana.Take();
        await ana.Page.Locator("textarea").FillAsync("Zaraz odpowiem");

        await ana.Page.ReloadAsync();

        await Assertions.Expect(ana.Page.Locator("textarea")).ToHaveValueAsync("Zaraz odpowiem");
        await ana.Reply("Już jestem.");
        await jan.See("Już jestem.");
        await ana.EndAndWrapUp();
        await ana.Become("Offline");
    }

    [Fact]
    public async Task Holds_a_reply_until_its_conversation_can_be_read()
    {
        var ana = await Workspace.SignIn(centre, "ana");
        await ana.Become("Available");
        var read = new TaskCompletionSource();
        await ana.Page.RouteAsync("**/api/conversations/*", async route =>
        {
            await read.Task;
            await route.ContinueAsync();
        });
        var eva = await Customer.Visit(centre, "demo-pixelforge-players", "pl-PL");
        await eva.Begin("Eva", "Gdzie jest moja gra?");
        await Assertions.Expect(ana.Offer).ToBeVisibleAsync();
        await ana.Take();
        await ana.Page.Locator("textarea").FillAsync("Już patrzę.");
        await ana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(ana.Page.Locator("textarea")).ToHaveValueAsync("Już patrzę.");

        read.SetResult();
        await Assertions.Expect(ana.Talk).ToContainTextAsync("Gdzie jest moja gra?");
        await ana.Page.Keyboard.PressAsync("Control+Enter");

        await eva.See("Już patrzę.");
        await ana.EndAndWrapUp();
        await ana.Become("Offline");
    }

    [Fact]
    public async Task Sends_what_was_written_without_a_line_once_and_only_once()
    {
        var ana = await Workspace.SignIn(centre, "ana");
        await ana.Become("Available");
        var ola = await Customer.Visit(centre, "demo-pixelforge-players", "pl-PL");
        await ola.Begin("Ola", "Halo?");
        await Assertions.Expect(ana.Offer).ToBeVisibleAsync();
        await ana.Take();
        await Assertions.Expect(ana.Talk).ToContainTextAsync("Halo?");

        // The request reaches the server, its answer does not reach the browser: the page must send it again.
        var lost = 0;
        await ana.Page.RouteAsync("**/messages", async route =>
        {
            if (Interlocked.Exchange(ref lost, 1) == 0) await route.FetchAsync();
            else await route.ContinueAsync();
            if (lost == 1 && Interlocked.Exchange(ref lost, 2) == 1) await route.AbortAsync();
        });
        await ana.Reply("Jestem, słucham.");

        await ola.See("Jestem, słucham.");
        await Assertions.Expect(ana.Talk.GetByText("sending…")).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Talk.GetByText("Jestem, słucham.")).ToHaveCountAsync(1);
        Assert.Equal(1, await ola.Page.GetByText("Jestem, słucham.").CountAsync());
        await ana.EndAndWrapUp();
        await ana.Become("Offline");
    }
}
