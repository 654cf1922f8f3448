using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Demo;

/// <summary>The partners' own web pages, each with the widget's script tag, as any page would have it.</summary>
static class ShopPage
{
    /// <param name="Key">Of the widget in its page.</param>
    /// <param name="Hero">A background in CSS; the colours before it are CSS, too.</param>
    /// <param name="Pages">By language; the first one is for those who ask for none of them.</param>
    sealed record Shop(string Name, string Key, string Brand, string Deep, string Tint, string Hero, IReadOnlyDictionary<string, Page> Pages);

    /// <param name="Called">The language in its own words.</param>
    sealed record Page(
        string Called, string Title, IReadOnlyList<string> Links, string Headline, string Text, string Hint, IReadOnlyList<Good> Goods,
        string Footer);

    sealed record Good(string Name, string Text, string Price);

    static readonly Dictionary<string, Shop> shops =
        JsonSerializer.Deserialize<Dictionary<string, Shop>>(Read("shops.json"), JsonSerializerOptions.Web)!;

    static readonly string form = Read("shop.html");

    public static IReadOnlyCollection<string> Partners => shops.Keys;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/demo/{partner}", Handle).ExcludeFromDescription()
        .OpenToAnybody("Invented shops, shown by the demo only.");

    static Results<ContentHttpResult, NotFound> Handle(string partner, HttpContext context, string? language = null)
    {
        if (PageOf(partner, language) is not { } page) return TypedResults.NotFound();
        // Not the centre's page: it is as free as any shop's, and shows that the widget needs nothing from it.
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; connect-src 'self' ws: wss:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";
        return TypedResults.Content(page, "text/html; charset=utf-8");
    }

    /// <param name="wished">The first that it has when it has none such.</param>
    /// <returns>HTML; null when there is no such partner.</returns>
    internal static string? PageOf(string partner, string? wished)
    {
        if (!shops.TryGetValue(partner, out var shop)) return null;
        var (language, page) = shop.Pages.Where(one => one.Key == wished).DefaultIfEmpty(shop.Pages.First()).First();
        var goods = page.Goods.Select((good, number) => $"""

                  <article id="{number}">
                    <div class="picture p{number}" aria-hidden="true"></div>
                    <h3>{Text(good.Name)}</h3>
                    <p>{Text(good.Text)}</p>
                    <p class="price">{Text(good.Price)}</p>
                  </article>
            """);
        var links = page.Links.Select((link, number) => $"""<a href="#{number}">{Text(link)}</a>""");
        var others = shop.Pages.Where(other => other.Key != language).Select(other =>
            $"""<a class="lang" href="?language={other.Key}" hreflang="{other.Key}" lang="{other.Key}">{other.Value.Called}</a>""");
        return form
            .Replace("{language}", language).Replace("{name}", Text(shop.Name)).Replace("{key}", shop.Key)
            .Replace("{brand}", shop.Brand).Replace("{deep}", shop.Deep).Replace("{tint}", shop.Tint).Replace("{hero}", shop.Hero)
            .Replace("{title}", Text(page.Title)).Replace("{headline}", Text(page.Headline)).Replace("{text}", Text(page.Text))
            .Replace("{hint}", Text(page.Hint)).Replace("{footer}", Text(page.Footer))
            .Replace("{links}", string.Concat(links.Concat(others))).Replace("{goods}", string.Concat(goods));
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);

    static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("pages/" + name)!);
        return reader.ReadToEnd();
    }
}
