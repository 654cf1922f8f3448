using Centrala.Server.Foundation;
using Centrala.Testing;

namespace Centrala.Browser.Tests;

/// <summary>The real program with the built browser programs, and the real clock: browsers have no other.</summary>
public class BrowserFloor : ChatFloor
{
    public BrowserFloor(PostgresServer postgres) : this(postgres, settings => settings) { }

    /// <param name="adjust">What else is different from a test's usual settings.</param>
    protected BrowserFloor(PostgresServer postgres, Func<Settings, Settings> adjust)
        : base(postgres, TimeProvider.System, settings => adjust(settings) with { WebFolder = WebFolder() }) { }

    /// <summary>A page of a partner, on another origin than the centre, that embeds the widget as any page would.</summary>
    public async Task OpenShop(IPage page)
    {
        await page.RouteAsync(Origin + "/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            // The strictest policy under which the widget is to work: no inline style, no eval, trusted types.
            Headers = new Dictionary<string, string>
            {
                ["Content-Security-Policy"] = $"default-src 'none'; script-src {Centre.Address}; "
                    + $"connect-src {Centre.Address} {Centre.Address.ToString().Replace("http", "ws", StringComparison.Ordinal)}; "
                    + "require-trusted-types-for 'script'",
            },
            Body = $"""
                <!doctype html><html lang="pl"><title>Slumber</title><main><h1>Materace</h1></main>
                <script src="{Centre.Address}widget/loader.js" data-key="{Key}" async></script></html>
                """,
        }));
        await page.GotoAsync(Origin + "/");
    }

    /// <summary>Signs in as a person would.</summary>
    public async Task SignIn(IPage page, People.Person person)
    {
        await page.GotoAsync(Centre.Address.ToString());
        await page.GetByLabel("E-mail").FillAsync(person.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <exception cref="DirectoryNotFoundException">The web was not built: <c>./centrala build</c>.</exception>
    static string WebFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var web = Path.Combine(folder.FullName, "artifacts", "web");
            if (File.Exists(Path.Combine(web, "workspace", "index.html")) && File.Exists(Path.Combine(web, "widget", "loader.js"))) return web;
        }
        throw new DirectoryNotFoundException("The web is not built: ./centrala build makes it.");
    }
}
