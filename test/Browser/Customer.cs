namespace Centrala.Browser.Tests;

/// <summary>Somebody on a partner's page, who opens the chat in its corner.</summary>
sealed class Customer(IPage page)
{
    public IPage Page => page;

    public ILocator Chat => page.Locator("centrala-chat");

    /// <summary>Any page of anybody, with the one tag that it takes.</summary>
    public static async Task<Customer> Visit(OpenCentre centre, string key, string language)
    {
        var page = await centre.NewPage(language, width: 1100, height: 800);
        await page.RouteAsync("**/shop", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = $$"""
                <!doctype html><html lang="{{language}}"><title>Shop</title>
                <style>body { font: 16px system-ui; margin: 48px }</style><main><h1>Shop</h1></main>
                <script src="/widget/loader.js" data-key="{{key}}" async></script>
                """,
        }));
        await page.GotoAsync("/shop");
        return new(page);
    }

    /// <summary>Opens the chat and sends the first message.</summary>
    public async Task Begin(string name, string question)
    {
        await Open();
        await Fill(name, question);
    }

    public async Task Open()
    {
        await page.Locator("button.launcher").ClickAsync();
        await page.Locator("form textarea").WaitForAsync();
    }

    /// <summary>The form and the first message, agreeing to what has to be agreed to.</summary>
    public async Task Fill(string name, string question)
    {
        foreach (var field in await page.Locator("form input[type=text]").AllAsync()) await field.FillAsync(name);
        foreach (var field in await page.Locator("form input[type=email]").AllAsync())
            await field.FillAsync("customer@mail.example");
        await page.Locator("form textarea").FillAsync(question);
        foreach (var box in await page.Locator("form input[type=checkbox]").AllAsync()) await box.CheckAsync();
        await page.Locator("form button.primary").ClickAsync();
    }

    public async Task Write(string text)
    {
        await page.Locator("textarea").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task See(string text) => page.GetByText(text).First.WaitForAsync();
}
