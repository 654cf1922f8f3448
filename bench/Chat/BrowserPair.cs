using System.Globalization;
using Centrala.Testing;
using Microsoft.Playwright;

namespace Centrala.Bench.Chat;

/// <summary>A customer's window and an agent's, in one conversation. Both windows read the same machine's clock.</summary>
sealed class BrowserPair(IPage shop, IPage desk)
{
    /// <summary>When the customer's key went down, by the text that was sent with it.</summary>
    const string NoteEnter = """
        () => {
          window.pressedAt = 0;
          document.addEventListener('keydown', event => {
            if (event.key === 'Enter') window.pressedAt = performance.timeOrigin + event.timeStamp;
          }, true);
        }
        """;

    /// <summary>When the frame that shows a message was painted: after the frame's own callbacks, in a task of its own.</summary>
    const string NotePaint = """
        () => {
          window.paintedAt = new Map();
          const look = () => {
            for (const text of document.querySelector('[role=log]')?.textContent.match(/⟦[^⟧]*⟧/g) ?? [])
              if (!window.paintedAt.has(text)) {
                window.paintedAt.set(text, 0);
                requestAnimationFrame(() => setTimeout(
                  () => window.paintedAt.set(text, performance.timeOrigin + performance.now())));
              }
          };
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        }
        """;

    /// <summary>Nobody presses Enter in the frame of the last letter: what the letters cost is over by then.</summary>
    const string Rest = """
        () => new Promise(rested => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(rested, 50))))
        """;

    /// <param name="watch">Told of the agent's window before it opens anything.</param>
    public static async Task<BrowserPair> Open(ChatFloor floor, IBrowser chromium, Action<IPage>? watch = null)
    {
        var agent = await floor.AddAgent();
        var desk = await Window(chromium, "en-GB");
        watch?.Invoke(desk);
        await desk.GotoAsync(floor.Centre.Address.ToString());
        await desk.GetByLabel("E-mail").FillAsync(agent.Email);
        await desk.GetByLabel("Password", new() { Exact = true }).FillAsync(People.Password);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("Offline") }).ClickAsync();
        await desk.GetByRole(AriaRole.Menuitemradio, new() { Name = "Available" }).Or(
            desk.GetByRole(AriaRole.Menuitem, new() { Name = "Available" })).First.ClickAsync();

        var shop = await Window(chromium, "en-GB");
        await BeginChat(floor, shop);
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take") }).ClickAsync();
        await desk.GetByRole(AriaRole.Log).GetByText("Is anybody there?").WaitForAsync();
        await shop.EvaluateAsync(NoteEnter);
        await desk.EvaluateAsync(NotePaint);
        return new(shop, desk);
    }

    /// <returns>Milliseconds from Enter to paint, one for each message.</returns>
    public async Task<List<double>> Times(string name, int messages)
    {
        var times = new List<double>();
        for (var i = 0; i < messages; i++) times.Add(await Time(string.Create(CultureInfo.InvariantCulture, $"⟦{name} {i}⟧")));
        return times;
    }

    async Task<double> Time(string text)
    {
        await shop.GetByLabel("Write a message").FillAsync(text);
        await shop.EvaluateAsync(Rest);
        await shop.Keyboard.PressAsync("Enter");
        // Not looked at with every frame, as is usual: that would keep the page painting, which is what is measured.
        await desk.WaitForFunctionAsync("text => window.paintedAt.get(text) > 0", text, new() { PollingInterval = 50 });
        var painted = await desk.EvaluateAsync<double>("text => window.paintedAt.get(text)", text);
        return painted - await shop.EvaluateAsync<double>("() => window.pressedAt");
    }

    static async Task BeginChat(ChatFloor floor, IPage shop)
    {
        var address = new Uri(floor.Centre.Address, "shop").ToString();
        await shop.RouteAsync(address, route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = $"""
                <!doctype html><html lang="en"><title>Slumber</title>
                <script src="/widget/loader.js" data-key="{ChatFloor.Key}" data-language="en" async></script></html>
                """,
        }));
        await shop.GotoAsync(address);
        await shop.GetByRole(AriaRole.Button, new() { Name = "Chat with us" }).ClickAsync();
        await shop.GetByLabel("Your message").FillAsync("Is anybody there?");
        await shop.GetByRole(AriaRole.Checkbox).CheckAsync();
        await shop.GetByRole(AriaRole.Button, new() { Name = "Start the chat" }).ClickAsync();
    }

    static async Task<IPage> Window(IBrowser chromium, string locale)
    {
        var context = await chromium.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = 1440, Height = 900 } });
        return await context.NewPageAsync();
    }
}
